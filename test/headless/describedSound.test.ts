import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DESCRIBED_SAMPLE_RATE,
  describedPcm,
  SOUND_WORDS,
  type SoundWord,
  synthesise,
} from "../../src/headless/describedSound.js";
import { PCM_LENGTH } from "../../src/model/percepts.js";
import { extractSoundFeatures, SOUND_FEATURE_COUNT } from "../../src/model/soundFeatures.js";

/** Mean features of the first second. */
function meanFeatures(word: SoundWord, seed: number): number[] {
  const mean = Array<number>(SOUND_FEATURE_COUNT).fill(0);
  const all = synthesise(word, seed, 0, 40 * PCM_LENGTH);
  for (let i = 0; i < 40; i++) {
    const pcm = all.slice(i * PCM_LENGTH, (i + 1) * PCM_LENGTH);
    for (const [j, v] of extractSoundFeatures(pcm, DESCRIBED_SAMPLE_RATE).features.entries())
      mean[j]! += v / 40;
  }
  return mean;
}

function apart(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((v, i) => v - b[i]!));
}

describe("described sounds", () => {
  it("are the ten words of the bench", () => {
    expect(SOUND_WORDS.join("|")).toBe(
      "alarm|applause|bell|crash|drone|footsteps|knock|music|speech|whisper",
    );
  });

  it("are finite and within -1..1 at any time, for any seed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SOUND_WORDS),
        fc.integer(),
        fc.double({ min: 0, max: 3600, noNaN: true }),
        (word, seed, offset) => {
          const pcm = describedPcm(word, seed)(offset);
          expect(pcm).toHaveLength(PCM_LENGTH);
          expect(pcm.every((x) => Number.isFinite(x) && Math.abs(x) <= 1)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("are loud enough to be heard when they begin", () => {
    for (const word of SOUND_WORDS) {
      const pcm = synthesise(word, 1, 0, DESCRIBED_SAMPLE_RATE);
      const rms = Math.sqrt(pcm.reduce((sum, x) => sum + x * x, 0) / pcm.length);
      expect(20 * Math.log10(rms), word).toBeGreaterThan(-26);
    }
  });

  it("are the same again for the same seed, and another for another", () => {
    for (const word of SOUND_WORDS) {
      expect(describedPcm(word, 5)(0.1)).toEqual(describedPcm(word, 5)(0.1));
      expect(describedPcm(word, 6)(0.1)).not.toEqual(describedPcm(word, 5)(0.1));
    }
  });

  it("fit together: a later stretch goes on where the earlier ended", () => {
    for (const word of SOUND_WORDS) {
      const whole = synthesise(word, 2, 0, 3 * PCM_LENGTH);
      const later = describedPcm(word, 2)(PCM_LENGTH / DESCRIBED_SAMPLE_RATE);
      expect(later).toEqual(whole.slice(PCM_LENGTH, 2 * PCM_LENGTH));
    }
  });

  it("can be told apart: another instance is nearest to its own kind", () => {
    const known = SOUND_WORDS.map((word) => {
      const [a, b] = [meanFeatures(word, 1), meanFeatures(word, 2)];
      return a.map((v, i) => (v + b[i]!) / 2);
    });
    for (let i = 0; i < known.length; i++)
      for (let j = 0; j < i; j++)
        expect(apart(known[i]!, known[j]!), `${SOUND_WORDS[i]} and ${SOUND_WORDS[j]}`).toBeGreaterThan(0.9);
    const nearest = (word: SoundWord, seed: number) => {
      const distances = known.map((mean) => apart(mean, meanFeatures(word, seed)));
      return SOUND_WORDS[distances.indexOf(Math.min(...distances))];
    };
    for (const seed of [3, 4]) expect(SOUND_WORDS.map((word) => nearest(word, seed))).toEqual(SOUND_WORDS);
  });

  it("refuse an unknown word, by name", () => {
    expect(() => describedPcm("toString" as SoundWord, 1)).toThrow(/"sound" must be one of alarm/);
  });
});
