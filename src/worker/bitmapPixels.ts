import { FRAME_HEIGHT, FRAME_WIDTH } from "../model/observation.js";

let context: OffscreenCanvasRenderingContext2D | null = null;

/** RGBA bytes of a bitmap, row 0 at the top, for a model that runs on the CPU. */
export function bitmapPixels(bitmap: ImageBitmap): Uint8Array {
  context ??= new OffscreenCanvas(FRAME_WIDTH, FRAME_HEIGHT).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("this browser gives a worker no 2D canvas; hand the frame over as bytes");
  context.globalCompositeOperation = "copy";
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, FRAME_WIDTH, FRAME_HEIGHT);
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
