import type { World } from "./world.js";

/** Whichever ends first. */
export interface Patience {
  readonly frames: number;
  readonly seconds: number;
}

/** Milliseconds of the main thread in each frame's drawing, its observers included. */
export function frames(
  { engine, scene }: World,
  patience: Patience,
  begin: () => void = () => {},
): Promise<number[]> {
  const end = performance.now() + 1000 * patience.seconds;
  return new Promise((done) => {
    const times: number[] = [];
    const frame = () => {
      begin();
      const start = performance.now();
      engine.beginFrame();
      scene.render();
      engine.endFrame();
      const now = performance.now();
      times.push(now - start);
      if (times.length < patience.frames && now < end) requestAnimationFrame(frame);
      else done(times);
    };
    requestAnimationFrame(frame);
  });
}
