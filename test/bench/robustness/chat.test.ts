import { describe, expect, it } from "vitest";
import { CHAT_KINDS } from "../../../bench/robustness/chat.js";
import { SOUND_KINDS } from "../../../bench/robustness/sound.js";
import { describedPcm } from "../../../src/headless/describedSound.js";
import { seededRandom } from "../../../src/headless/seededRandom.js";
import { splitWords } from "../../../src/model/text/ngrams.js";
import { cleanText } from "../../../src/senses/chat/hygiene.js";

const LINE = "What is the statue beside the green vase?";
const corrupt = (kind: string, strength: number, seed = 3) =>
  CHAT_KINDS[kind](LINE, strength, seededRandom(seed));
const read = (text: string) => splitWords(cleanText(text).text).join(" ");

describe("corruptions of a line", () => {
  it.each(Object.keys(CHAT_KINDS))("%s: changes it, the same by seed", (kind) => {
    for (const strength of [1, 2, 3]) {
      expect(corrupt(kind, strength)).toBe(corrupt(kind, strength));
      expect(corrupt(kind, strength)).not.toBe(LINE);
    }
  });

  it("say what they are", () => {
    expect(corrupt("contractions", 1)).toBe("what's the statue beside the green vase?");
    expect(corrupt("case", 2)).toBe("WHAT IS THE STATUE BESIDE THE GREEN VASE?");
    expect(corrupt("spaced", 1)).toBe("What is the s t a t u e beside the green vase?");
    expect(corrupt("punctuation", 1)).toBe("What is the statue beside the green vase");
  });

  it.each(["homoglyphs", "zeroWidth", "case", "punctuation"])(
    "%s: is read through by the product",
    (kind) => {
      for (const strength of [1, 2, 3])
        for (const seed of [1, 2, 3]) expect(read(corrupt(kind, strength, seed))).toBe(read(LINE));
    },
  );
});

it("spaced letters are read through, but two such words side by side become one", () => {
  expect(read(corrupt("spaced", 1))).toBe(read(LINE));
  expect(read(corrupt("spaced", 2))).toBe("what is the statuebeside the green vase");
});

describe("corruptions of a sound", () => {
  const pcm = describedPcm("speech", 1)(0.5);
  const same = (a: Float32Array, b: Float32Array) => a.every((x, i) => Object.is(x, b[i]));
  const rms = (of: Float32Array) => Math.sqrt(of.reduce((sum, x) => sum + x * x, 0) / of.length);
  const apply = (kind: string, severity: number) => SOUND_KINDS[kind](pcm, severity, seededRandom(5));

  it.each(Object.keys(SOUND_KINDS))("%s: changes it, the same by seed, the one given stays", (kind) => {
    const kept = pcm.slice();
    for (const severity of [1, 5]) {
      expect(same(apply(kind, severity), apply(kind, severity))).toBe(true);
      expect(same(apply(kind, severity), pcm)).toBe(false);
    }
    expect(same(pcm, kept)).toBe(true);
  });

  it("noise has the stated level: 20 dB below at severity 1, 5 dB above at 5", () => {
    for (const [severity, snr] of [
      [1, 20],
      [5, -5],
    ] as const) {
      const noise = apply("noise", severity).map((x, i) => x - pcm[i]);
      expect(20 * Math.log10(rms(pcm) / rms(noise))).toBeCloseTo(snr, 0);
    }
  });

  it("clips within ±1, drops out most of it, and leaves no number at 5", () => {
    expect(Math.max(...apply("clipping", 5).map(Math.abs))).toBe(1);
    expect(apply("dropouts", 5).filter((x) => x === 0).length).toBeGreaterThan(pcm.length / 2);
    expect(apply("notNumbers", 5).some(Number.isFinite)).toBe(false);
    expect(apply("notNumbers", 1).filter((x) => !Number.isFinite(x)).length).toBeGreaterThan(0);
  });
});
