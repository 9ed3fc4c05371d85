/** Reads RGBA pixels through a pixel buffer object and a fence: WebGL's way that blocks least. */
export class PixelBuffer {
  private readonly buffer: WebGLBuffer | null;
  private fence: WebGLSync | null = null;

  constructor(
    private readonly gl: WebGL2RenderingContext,
    private readonly width: number,
    private readonly height: number,
  ) {
    this.buffer = gl.createBuffer();
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, this.buffer);
    gl.bufferData(gl.PIXEL_PACK_BUFFER, this.bytes, gl.STREAM_READ);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
  }

  /** Starts to read the bound framebuffer from its corner. */
  start(): void {
    const { gl } = this;
    this.cancel();
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, this.buffer);
    gl.readPixels(0, 0, this.width, this.height, gl.RGBA, gl.UNSIGNED_BYTE, 0);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    this.fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
  }

  /** The pixels, once; null while they are under way or if none were asked for. */
  take(): Uint8Array | null {
    const { gl, fence } = this;
    if (!fence || gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED) return null;
    this.cancel();
    const pixels = new Uint8Array(this.bytes);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, this.buffer);
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, pixels);
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    return pixels;
  }

  cancel(): void {
    if (this.fence) this.gl.deleteSync(this.fence);
    this.fence = null;
  }

  dispose(): void {
    this.cancel();
    this.gl.deleteBuffer(this.buffer);
  }

  private get bytes(): number {
    return this.width * this.height * 4;
  }
}
