import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PCM_LENGTH } from "../../src/model/percepts.js";
import {
  extractSoundFeatures,
  SOUND_FEATURE_COUNT,
  SOUND_FEATURES,
  type SoundFeatures,
} from "../../src/model/soundFeatures.js";

const RATE = 44100;

function tone(hertz: number, amplitude: number, sampleRate = RATE): Float32Array {
  return Float32Array.from(
    { length: PCM_LENGTH },
    (_, i) => amplitude * Math.sin((2 * Math.PI * hertz * i) / sampleRate),
  );
}

function feature(of: SoundFeatures, name: string): number {
  return of.features[SOUND_FEATURES.indexOf(name)]!;
}

describe("features of a sound", () => {
  it("has a name for each number", () => {
    expect(SOUND_FEATURES).toHaveLength(SOUND_FEATURE_COUNT);
    expect(SOUND_FEATURE_COUNT).toBe(19);
    expect(extractSoundFeatures(tone(440, 0.5), RATE).features).toHaveLength(19);
  });

  it("maps levels of -60..0 dB to -1..1", () => {
    // A sine of amplitude √2 · 10^(dB / 20) has an RMS of that many dB.
    for (const [db, level] of [
      [-15, 0.5],
      [-30, 0],
      [-45, -0.5],
    ] as const)
      expect(
        feature(extractSoundFeatures(tone(1033.6, Math.SQRT2 * 10 ** (db / 20)), RATE), "level"),
      ).toBeCloseTo(level, 2);
  });

  it("maps the centroid by octaves from 1 kHz, at every sample rate", () => {
    for (const rate of [22050, 44100, 48000, 96000])
      for (const hertz of [1000, 2000, 4000])
        expect(feature(extractSoundFeatures(tone(hertz, 0.3, rate), rate), "centroid")).toBeCloseTo(
          Math.log2(hertz / 1000) / 4,
          1,
        );
  });

  it("keeps a tone's cepstrum from one sample rate to the other, in any order of calls", () => {
    const at44 = extractSoundFeatures(tone(2000, 0.3), RATE).features.slice(6);
    const at48 = extractSoundFeatures(tone(2000, 0.3, 48000), 48000).features.slice(6);
    expect([...extractSoundFeatures(tone(2000, 0.3), RATE).features.slice(6)]).toEqual([...at44]);
    const apart = Math.hypot(...at44.map((c, i) => c - at48[i]!));
    const other = extractSoundFeatures(tone(500, 0.3), RATE).features.slice(6);
    expect(apart).toBeLessThan(Math.hypot(...at44.map((c, i) => c - other[i]!)) / 2);
  });

  it("describes timbre whatever the level", () => {
    const loud = extractSoundFeatures(tone(800, 0.5), RATE).features;
    const quiet = extractSoundFeatures(tone(800, 0.005), RATE).features;
    expect(feature({ features: loud, spectrum: loud }, "loudness")).toBeGreaterThan(quiet[1]! + 0.1);
    for (let i = 6; i < SOUND_FEATURE_COUNT; i++) expect(quiet[i]).toBeCloseTo(loud[i]!, 3);
  });

  it("gives what the whole of Meyda gives for the same frame", () => {
    const meyda: typeof import("meyda").default = createRequire(import.meta.url)("meyda");
    const own = Object.assign({}, meyda, { bufferSize: PCM_LENGTH, sampleRate: RATE });
    const chirp = Float32Array.from({ length: PCM_LENGTH }, (_, i) => 0.3 * Math.sin(i * i * 0.0007));
    const theirs = own.extract(
      ["spectralCentroid", "spectralFlatness", "loudness", "amplitudeSpectrum"],
      chirp,
    );
    const ours = extractSoundFeatures(chirp, RATE);
    const total = theirs!.amplitudeSpectrum!.reduce((sum, amplitude) => sum + amplitude, 0);
    for (const [bin, share] of ours.spectrum.entries())
      expect(share).toBeCloseTo(theirs!.amplitudeSpectrum![bin]! / total, 6);
    expect(feature(ours, "loudness")).toBeCloseTo((theirs!.loudness!.total - 35) / 35, 4);
    const hertz = (theirs!.spectralCentroid! * RATE) / PCM_LENGTH;
    expect(feature(ours, "centroid")).toBeCloseTo(Math.log2(hertz / 1000) / 4, 4);
    const decibels = 10 * Math.log10(theirs!.spectralFlatness!);
    expect(feature(ours, "flatness")).toBeCloseTo((decibels + 27) / 27, 4);
  });

  it("tells noise from a tone by flatness", () => {
    const noise = Float32Array.from({ length: PCM_LENGTH }, (_, i) => Math.sin(i * i * 12.9898) * 0.3);
    expect(feature(extractSoundFeatures(noise, RATE), "flatness")).toBeGreaterThan(0.7);
    expect(feature(extractSoundFeatures(tone(1000, 0.3), RATE), "flatness")).toBeLessThan(0);
  });

  it("sees change only against the frame before", () => {
    const first = extractSoundFeatures(tone(500, 0.1), RATE);
    expect([feature(first, "flux"), feature(first, "onset")]).toEqual([0, 0]);
    const same = extractSoundFeatures(tone(500, 0.1), RATE, first);
    expect(feature(same, "flux")).toBeCloseTo(0, 5);
    expect(feature(same, "onset")).toBeCloseTo(0, 5);
    const higher = extractSoundFeatures(tone(5000, 0.1), RATE, same);
    expect(feature(higher, "flux")).toBeGreaterThan(0.7);
    const louder = extractSoundFeatures(tone(5000, 0.4), RATE, higher);
    // Four times the amplitude: 12 dB of the 24 that make 1.
    expect(feature(louder, "onset")).toBeCloseTo(0.5, 2);
  });

  it("has one stated vector for silence and for samples that are no numbers", () => {
    const silent = extractSoundFeatures(new Float32Array(PCM_LENGTH), RATE).features;
    expect([...silent]).toEqual([-1, -1, ...Array<number>(17).fill(0)]);
    const broken = tone(500, 0.1);
    broken[17] = Number.NaN;
    expect([...extractSoundFeatures(broken, RATE).features]).toEqual([...silent]);
    broken[17] = Number.POSITIVE_INFINITY;
    expect([...extractSoundFeatures(broken, RATE).features]).toEqual([...silent]);
  });

  it("hears a sound that comes out of silence as all new", () => {
    const silence = extractSoundFeatures(new Float32Array(PCM_LENGTH), RATE);
    const after = extractSoundFeatures(tone(500, 0.5), RATE, silence);
    expect(feature(after, "flux")).toBeCloseTo(1, 5);
    expect(feature(after, "onset")).toBe(1);
    expect(feature(extractSoundFeatures(new Float32Array(PCM_LENGTH), RATE, after), "onset")).toBe(-1);
  });

  it("is finite and within -1..1 for any samples", () => {
    const pcm = fc.float32Array({ minLength: PCM_LENGTH, maxLength: PCM_LENGTH });
    const rate = fc.constantFrom(8000, 22050, 44100, 48000, 192000);
    let previous: SoundFeatures | null = null;
    fc.assert(
      fc.property(pcm, rate, fc.boolean(), (samples, sampleRate, chained) => {
        previous = extractSoundFeatures(samples, sampleRate, chained ? previous : null);
        expect([...previous.features].every((v) => Number.isFinite(v) && Math.abs(v) <= 1)).toBe(true);
        expect(previous.spectrum.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("refuses another length or an impossible sample rate, by name", () => {
    expect(() => extractSoundFeatures(new Float32Array(512), RATE)).toThrow(/pcm must have 1024 samples/);
    expect(() => extractSoundFeatures(new Float32Array(PCM_LENGTH), 0)).toThrow(/sampleRate/);
    expect(() => extractSoundFeatures(new Float32Array(PCM_LENGTH), Number.NaN)).toThrow(/sampleRate/);
  });
});
