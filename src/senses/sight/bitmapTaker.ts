import { FRAME_HEIGHT, FRAME_WIDTH } from "../../model/observation.js";

/** Takes the canvas as a small bitmap, where the browser can. */
export class BitmapTaker {
  /** False once a bitmap came back blank: some browsers do so on WebGPU. */
  works = typeof createImageBitmap === "function" && typeof OffscreenCanvas === "function";
  private proven = false;

  constructor(private readonly canvas: HTMLCanvasElement | OffscreenCanvas) {}

  /** At the end of a frame, while the canvas still holds it. Null if the browser fails to. */
  async take(): Promise<ImageBitmap | null> {
    try {
      const size = { resizeWidth: FRAME_WIDTH, resizeHeight: FRAME_HEIGHT, resizeQuality: "medium" } as const;
      const bitmap = await createImageBitmap(this.canvas, size);
      this.proven ||= this.isOpaque(bitmap);
      if (this.proven) return bitmap;
      bitmap.close();
    } catch {
      // No canvas to take from, or not allowed to: the same as blank.
    }
    this.works = false;
    return null;
  }

  /** Looks at one pixel, once in a lifetime: reading back blocks. */
  private isOpaque(bitmap: ImageBitmap): boolean {
    const context = new OffscreenCanvas(1, 1).getContext("2d");
    context?.drawImage(bitmap, 0, 0, 1, 1);
    return (context?.getImageData(0, 0, 1, 1).data[3] ?? 0) > 0;
  }
}
