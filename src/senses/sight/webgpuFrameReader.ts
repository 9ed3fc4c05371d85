import type { RenderTargetTexture } from "@babylonjs/core/Materials/Textures/renderTargetTexture.js";
import code from "../../../shaders/downsample.wgsl?raw";
import { FRAME_HEIGHT, FRAME_WIDTH, ID_MAP_HEIGHT, ID_MAP_WIDTH } from "../../model/observation.js";
import type { FrameReader, Reading } from "./frameReader.js";

/** WebGPU: copies the canvas, shrinks the copy on the engine's device, and maps the bytes when they are there. */
export class WebGPUFrameReader implements FrameReader {
  private readonly pipeline: GPURenderPipeline;
  private readonly sampler: GPUSampler;
  private readonly frame: GPUTexture;
  private readonly idBytes: GPUBuffer;
  private readonly frameBytes: GPUBuffer;
  private copy: GPUTexture | null = null;
  private reading: Reading | null = null;
  private busy = false;
  private turn = 0;
  private disposed = false;

  constructor(
    private readonly device: GPUDevice,
    private readonly context: GPUCanvasContext,
  ) {
    const module = device.createShaderModule({ code });
    this.pipeline = device.createRenderPipeline({
      layout: "auto",
      vertex: { module, entryPoint: "place" },
      fragment: {
        module,
        entryPoint: "shrink",
        targets: [{ format: "rgba8unorm" }],
        constants: { frameWidth: FRAME_WIDTH, frameHeight: FRAME_HEIGHT },
      },
    });
    this.sampler = device.createSampler({ magFilter: "linear", minFilter: "linear" });
    this.frame = device.createTexture({
      size: [FRAME_WIDTH, FRAME_HEIGHT],
      format: "rgba8unorm",
      usage: GPUTextureUsage.RENDER_ATTACHMENT | GPUTextureUsage.COPY_SRC,
    });
    const buffer = (width: number, height: number) =>
      device.createBuffer({
        size: width * height * 4,
        usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
      });
    this.idBytes = buffer(ID_MAP_WIDTH, ID_MAP_HEIGHT);
    this.frameBytes = buffer(FRAME_WIDTH, FRAME_HEIGHT);
  }

  idsDrawn(): void {
    // Not submitted yet: read at the end of the frame.
  }

  frameDrawn(target: RenderTargetTexture, withPixels: boolean): void {
    const ids = target.getInternalTexture()?._hardwareTexture?.underlyingResource as GPUTexture | undefined;
    if (!ids || this.busy || this.disposed) return;
    const encoder = this.device.createCommandEncoder();
    copyOut(encoder, ids, this.idBytes, ID_MAP_WIDTH, ID_MAP_HEIGHT);
    if (withPixels) this.encodeFrame(encoder);
    this.device.queue.submit([encoder.finish()]);
    void this.read(withPixels, ++this.turn);
  }

  take(): Reading | null {
    const reading = this.reading;
    this.reading = null;
    return reading;
  }

  cancel(): void {
    this.turn++;
    this.reading = null;
  }

  dispose(): void {
    this.disposed = true;
    this.cancel();
    this.copy?.destroy();
    this.frame.destroy();
    // Destroying a buffer that is being mapped rejects the mapping, which `read` expects.
    this.idBytes.destroy();
    this.frameBytes.destroy();
  }

  private encodeFrame(encoder: GPUCommandEncoder): void {
    const canvas = this.context.getCurrentTexture();
    const { width, height, format } = canvas;
    if (this.copy?.width !== width || this.copy.height !== height || this.copy.format !== format) {
      this.copy?.destroy();
      const usage = GPUTextureUsage.TEXTURE_BINDING | GPUTextureUsage.COPY_DST;
      this.copy = this.device.createTexture({ size: [width, height], format, usage });
    }
    encoder.copyTextureToTexture({ texture: canvas }, { texture: this.copy }, [width, height]);
    const pass = encoder.beginRenderPass({
      colorAttachments: [{ view: this.frame.createView(), loadOp: "clear", storeOp: "store" }],
    });
    pass.setPipeline(this.pipeline);
    const entries = [
      { binding: 0, resource: this.copy.createView() },
      { binding: 1, resource: this.sampler },
    ];
    pass.setBindGroup(
      0,
      this.device.createBindGroup({ layout: this.pipeline.getBindGroupLayout(0), entries }),
    );
    pass.draw(3);
    pass.end();
    copyOut(encoder, this.frame, this.frameBytes, FRAME_WIDTH, FRAME_HEIGHT);
  }

  private async read(withPixels: boolean, turn: number): Promise<void> {
    this.busy = true;
    try {
      const both = [mapped(this.idBytes), withPixels ? mapped(this.frameBytes) : null];
      const [ids, pixels] = await Promise.all(both);
      if (ids && turn === this.turn) this.reading = { ids, pixels };
    } catch {
      // The device was lost or we were disposed: no reading comes.
    } finally {
      this.busy = false;
    }
  }
}

async function mapped(buffer: GPUBuffer): Promise<Uint8Array> {
  await buffer.mapAsync(GPUMapMode.READ);
  const bytes = new Uint8Array(buffer.getMappedRange()).slice();
  buffer.unmap();
  return bytes;
}

/** The width must be a multiple of 64, so that rows need no padding. */
function copyOut(
  encoder: GPUCommandEncoder,
  from: GPUTexture,
  to: GPUBuffer,
  width: number,
  height: number,
): void {
  encoder.copyTextureToBuffer({ texture: from }, { buffer: to, bytesPerRow: width * 4 }, [width, height]);
}
