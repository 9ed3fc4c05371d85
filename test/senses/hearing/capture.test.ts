import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PCM_LENGTH } from "../../../src/model/percepts.js";
import { summarise } from "../../../src/senses/hearing/capture.js";

describe("a capture", () => {
  it("has the level of the whole stretch and the samples of its loudest part", () => {
    const samples = new Float32Array(4 * PCM_LENGTH);
    samples.fill(0.8, PCM_LENGTH, 2 * PCM_LENGTH);
    const capture = summarise(samples);
    expect(capture?.rms).toBeCloseTo(0.4, 5);
    expect(capture?.pcm).toEqual(new Float32Array(PCM_LENGTH).fill(0.8));
  });

  it("has the newest samples of a steady sound, copied", () => {
    const samples = Float32Array.from({ length: 2 * PCM_LENGTH }, (_, i) => (i % 2 ? 0.5 : -0.5));
    samples[2 * PCM_LENGTH - 1] = 0.5001;
    const capture = summarise(samples);
    samples.fill(0);
    expect(capture?.pcm[PCM_LENGTH - 1]).toBeCloseTo(0.5001, 6);
  });

  it("is dropped if any sample is no number", () => {
    fc.assert(
      fc.property(
        fc.nat(3 * PCM_LENGTH - 1),
        fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
        (at, bad) => {
          const samples = new Float32Array(3 * PCM_LENGTH).fill(0.1);
          samples[at] = bad;
          expect(summarise(samples)).toBeNull();
        },
      ),
      { numRuns: 50 },
    );
  });
});
