import type { RenderTargetTexture } from "@babylonjs/core/Materials/Textures/renderTargetTexture.js";

/** What came back from the GPU of one moment. */
export interface Reading {
  /** RGBA of the object-id map; row 0 is the bottom. */
  readonly ids: Uint8Array;
  /** RGBA of the frame, row 0 the top; null if only ids were asked for. */
  readonly pixels: Uint8Array | null;
}

/** Brings the id map and the frame back from the GPU without ever waiting for it. One reading at a time. */
export interface FrameReader {
  /** Called while the object-id target is bound, when it has just been drawn. */
  idsDrawn(): void;
  /** Called at the end of the same frame, while the canvas still holds it. */
  frameDrawn(target: RenderTargetTexture, withPixels: boolean): void;
  /** Null as long as something is under way. */
  take(): Reading | null;
  /** Forgets what is under way. */
  cancel(): void;
  dispose(): void;
}
