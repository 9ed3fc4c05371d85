import { Constants } from "@babylonjs/core/Engines/constants.js";
import type { Engine } from "@babylonjs/core/Engines/engine.js";
import type { RenderTargetWrapper } from "@babylonjs/core/Engines/renderTargetWrapper.js";
import { EffectRenderer, EffectWrapper } from "@babylonjs/core/Materials/effectRenderer.js";
import type { InternalTexture } from "@babylonjs/core/Materials/Textures/internalTexture.js";
import type { RenderTargetTexture } from "@babylonjs/core/Materials/Textures/renderTargetTexture.js";
import fragment from "../../../shaders/downsample.fragment.glsl?raw";
import vertex from "../../../shaders/downsample.vertex.glsl?raw";
import { FRAME_HEIGHT, FRAME_WIDTH, ID_MAP_HEIGHT, ID_MAP_WIDTH } from "../../model/observation.js";
import type { FrameReader, Reading } from "./frameReader.js";
import { PixelBuffer } from "./pixelBuffer.js";

const MOST_TAPS = 8;

/** WebGL2: copies the canvas, shrinks the copy on the GPU, and reads that through pixel buffers. */
export class WebGL2FrameReader implements FrameReader {
  private readonly idBuffer: PixelBuffer;
  private readonly frameBuffer: PixelBuffer;
  private readonly renderer: EffectRenderer;
  private readonly shrink: EffectWrapper;
  private readonly frame: RenderTargetWrapper;
  private canvas: InternalTexture | null = null;
  private ids: Uint8Array | null = null;
  private withPixels = true;

  constructor(
    private readonly engine: Engine,
    private readonly gl: WebGL2RenderingContext,
  ) {
    this.idBuffer = new PixelBuffer(gl, ID_MAP_WIDTH, ID_MAP_HEIGHT);
    this.frameBuffer = new PixelBuffer(gl, FRAME_WIDTH, FRAME_HEIGHT);
    this.renderer = new EffectRenderer(engine);
    this.shrink = new EffectWrapper({
      engine,
      name: "perceptionDownsample",
      vertexShader: vertex,
      fragmentShader: fragment,
      samplerNames: ["canvas"],
      uniformNames: ["taps", "frameSize"],
    });
    const size = { width: FRAME_WIDTH, height: FRAME_HEIGHT };
    this.frame = engine.createRenderTargetTexture(size, {
      generateMipMaps: false,
      generateDepthBuffer: false,
      generateStencilBuffer: false,
      samplingMode: Constants.TEXTURE_NEAREST_SAMPLINGMODE,
    });
  }

  idsDrawn(): void {
    this.ids = null;
    this.idBuffer.start();
  }

  frameDrawn(_target: RenderTargetTexture, withPixels: boolean): void {
    this.withPixels = withPixels && this.shrink.isReady();
    if (!this.withPixels) return;
    const canvas = this.copyCanvas();
    const { engine, renderer, shrink } = this;
    engine.bindFramebuffer(this.frame);
    renderer.saveStates();
    renderer.setViewport();
    renderer.applyEffectWrapper(shrink);
    const taps = (pixels: number, size: number) => Math.min(MOST_TAPS, Math.max(1, Math.ceil(pixels / size)));
    shrink.effect._bindTexture("canvas", canvas);
    shrink.effect.setFloat2("taps", taps(canvas.width, FRAME_WIDTH), taps(canvas.height, FRAME_HEIGHT));
    shrink.effect.setFloat2("frameSize", FRAME_WIDTH, FRAME_HEIGHT);
    renderer.draw();
    this.frameBuffer.start();
    renderer.restoreStates();
    engine.unBindFramebuffer(this.frame);
  }

  take(): Reading | null {
    this.ids ??= this.idBuffer.take();
    if (!this.ids) return null;
    const pixels = this.withPixels ? this.frameBuffer.take() : null;
    if (this.withPixels && !pixels) return null;
    const reading = { ids: this.ids, pixels };
    this.ids = null;
    return reading;
  }

  cancel(): void {
    this.ids = null;
    this.idBuffer.cancel();
    this.frameBuffer.cancel();
  }

  dispose(): void {
    this.idBuffer.dispose();
    this.frameBuffer.dispose();
    this.shrink.dispose();
    this.renderer.dispose();
    this.frame.dispose();
    this.canvas?.dispose();
    this.canvas = null;
  }

  /** A copy in three channels, which a canvas with and one without alpha both have. */
  private copyCanvas(): InternalTexture {
    const { engine, gl } = this;
    const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
    if (this.canvas?.width !== width || this.canvas.height !== height) {
      this.canvas?.dispose();
      this.canvas = engine.createRawTexture(
        null,
        width,
        height,
        Constants.TEXTUREFORMAT_RGB,
        false,
        false,
        Constants.TEXTURE_BILINEAR_SAMPLINGMODE,
      );
    }
    engine.restoreDefaultFramebuffer();
    engine._bindTextureDirectly(gl.TEXTURE_2D, this.canvas, true);
    gl.copyTexSubImage2D(gl.TEXTURE_2D, 0, 0, 0, 0, 0, width, height);
    engine._bindTextureDirectly(gl.TEXTURE_2D, null);
    return this.canvas;
  }
}
