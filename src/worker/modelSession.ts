import type { TensorData } from "../model/observation.js";
import type { Ort } from "./ort.js";
import type { Backend } from "./protocol.js";

export interface Output {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}
export type Outputs = Record<string, Output>;

/** One ONNX session on one backend. Calls must not overlap: the service queues them. */
export class ModelSession {
  private constructor(
    readonly ort: Ort,
    readonly backend: Backend,
    private readonly session: Awaited<ReturnType<Ort["InferenceSession"]["create"]>>,
  ) {}

  static async create(ort: Ort, backend: Backend, model: Uint8Array): Promise<ModelSession> {
    const session = await ort.InferenceSession.create(model, {
      executionProviders: [backend],
      logSeverityLevel: 3,
    });
    return new ModelSession(ort, backend, session);
  }

  /** `patches`: a GPU buffer [P, values] that takes the place of the feed of that name. */
  async run(
    inputs: { readonly [name: string]: TensorData },
    patches?: { buffer: GPUBuffer; dims: readonly number[] },
  ): Promise<Outputs> {
    const feeds: Record<string, InstanceType<Ort["Tensor"]>> = {};
    // What the exporter found unused is no input of the graph.
    for (const name of this.session.inputNames) {
      const feed = inputs[name];
      if (name === "patches" && patches) feeds[name] = this.gpuTensor(patches);
      else if (feed) feeds[name] = this.tensor(feed);
      else throw new Error(`the model asks for an input "${name}" that this version does not make`);
    }
    const results = await this.session.run(feeds);
    const outputs: Outputs = {};
    for (const [name, tensor] of Object.entries(results)) {
      outputs[name] = { data: (await tensor.getData()) as Float32Array, dims: tensor.dims };
      tensor.dispose();
    }
    for (const tensor of Object.values(feeds)) tensor.dispose();
    return outputs;
  }

  dispose(): Promise<void> {
    return this.session.release();
  }

  private tensor({ data, dims }: TensorData): InstanceType<Ort["Tensor"]> {
    return data instanceof Int32Array
      ? new this.ort.Tensor("int32", data, dims)
      : new this.ort.Tensor("float32", data, dims);
  }

  private gpuTensor({
    buffer,
    dims,
  }: {
    buffer: GPUBuffer;
    dims: readonly number[];
  }): InstanceType<Ort["Tensor"]> {
    // The buffer is ours and reused: disposing of the tensor leaves it alone.
    return this.ort.Tensor.fromGpuBuffer(buffer as never, { dataType: "float32", dims });
  }
}
