import type { TransformNode } from "@babylonjs/core/Meshes/transformNode.js";

/** How far a thing goes when it "moves", metres, and how long that takes, seconds. */
const SHOVE = 0.3;
const SHOVE_SECONDS = 0.5;
/** How a thing "shakes": swing to either side in metres, turns a second, seconds. */
const SWING = 0.02;
const RATE = 4;
const SHAKE_SECONDS = 0.8;

interface Stir {
  readonly node: TransformNode;
  readonly kind: "moves" | "shakes";
  readonly startedAt: number;
  /** Along the parent's x so far, metres. */
  offset: number;
}

/** Moves the things that a scenario says move or shake: sideways, one for good, the other there and back. */
export class Stirring {
  private stirs: Stir[] = [];

  start(node: TransformNode, kind: Stir["kind"], now: number): void {
    this.stirs.push({ node, kind, startedAt: now, offset: 0 });
  }

  /** To `now`, seconds. */
  update(now: number): void {
    this.stirs = this.stirs.filter((stir) => {
      if (stir.node.isDisposed()) return false;
      const offset = offsetOf(stir.kind, now - stir.startedAt);
      stir.node.position.x += offset - stir.offset;
      stir.offset = offset;
      return now - stir.startedAt < (stir.kind === "moves" ? SHOVE_SECONDS : SHAKE_SECONDS);
    });
  }
}

function offsetOf(kind: Stir["kind"], seconds: number): number {
  if (kind === "moves") return SHOVE * Math.min(1, seconds / SHOVE_SECONDS);
  return seconds < SHAKE_SECONDS ? SWING * Math.sin(2 * Math.PI * RATE * seconds) : 0;
}
