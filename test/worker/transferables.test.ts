import { describe, expect, it } from "vitest";
import { sampleMoment } from "../../src/worker/sampleMoment.js";
import { transferables } from "../../src/worker/transferables.js";
import { moment } from "../model/percepts.js";

describe("transferables", () => {
  it("are the frame, its ids and the samples of each sound, each once", () => {
    const sample = sampleMoment();
    const frame = sample.frame as { pixels: Uint8Array; ids: Int16Array };
    const twice = { ...sample, sounds: [...sample.sounds, sample.sounds[0]] };
    expect(transferables(twice)).toEqual([
      ...sample.sounds.map((sound) => sound.pcm?.buffer),
      frame.pixels.buffer,
      frame.ids.buffer,
    ]);
  });

  it("are none of a moment without frame and sound", () => {
    expect(transferables(moment())).toEqual([]);
  });

  it("leave a view on part of a buffer alone: the rest is not ours", () => {
    const [sound] = sampleMoment().sounds;
    const shared = new Float32Array(4096);
    const part = { ...sound, pcm: shared.subarray(0, 1024) };
    const moved = transferables(moment({ sounds: [part] }));
    expect(moved).toEqual([]);
  });
});
