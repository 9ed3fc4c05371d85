import shader from "../../shaders/patchify.wgsl?raw";
import { FRAME_HEIGHT, FRAME_WIDTH, PATCH_VALUES, PATCHES } from "../model/observation.js";

/**
 * Cuts a bitmap into patches on the model's own device: the frame never touches the CPU.
 * The buffer is reused, so one frame at a time.
 */
export class GpuPatches {
  readonly buffer: GPUBuffer;
  readonly dims = [PATCHES, PATCH_VALUES] as const;
  private readonly texture: GPUTexture;
  private readonly pipeline: GPUComputePipeline;
  private readonly bindings: GPUBindGroup;

  constructor(private readonly device: GPUDevice) {
    this.texture = device.createTexture({
      size: [FRAME_WIDTH, FRAME_HEIGHT],
      format: "rgba8unorm",
      usage: GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_DST | GPUTextureUsage.RENDER_ATTACHMENT,
    });
    this.buffer = device.createBuffer({
      size: PATCHES * PATCH_VALUES * 4,
      usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST,
    });
    const module = device.createShaderModule({ code: shader });
    this.pipeline = device.createComputePipeline({ layout: "auto", compute: { module } });
    this.bindings = device.createBindGroup({
      layout: this.pipeline.getBindGroupLayout(0),
      entries: [
        { binding: 0, resource: this.texture.createView() },
        { binding: 1, resource: { buffer: this.buffer } },
      ],
    });
  }

  /** Queues the work; the model's commands come after it in the same queue. */
  cut(bitmap: ImageBitmap): void {
    this.device.queue.copyExternalImageToTexture({ source: bitmap }, { texture: this.texture }, [
      FRAME_WIDTH,
      FRAME_HEIGHT,
    ]);
    const commands = this.device.createCommandEncoder();
    const pass = commands.beginComputePass();
    pass.setPipeline(this.pipeline);
    pass.setBindGroup(0, this.bindings);
    pass.dispatchWorkgroups(FRAME_WIDTH / 8, FRAME_HEIGHT / 8);
    pass.end();
    this.device.queue.submit([commands.finish()]);
  }

  dispose(): void {
    this.texture.destroy();
    this.buffer.destroy();
  }
}
