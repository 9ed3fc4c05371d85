import { describe, expect, it } from "vitest";
import { createSpectrum } from "../../src/model/spectrum.js";

describe("spectrum of a frame", () => {
  it("is the Fourier sum of the frame under a Hann window", () => {
    const length = 64;
    const pcm = Float32Array.from({ length }, (_, i) => Math.sin(i * 0.9) + 0.5 * Math.cos(i * i));
    const amplitudes = createSpectrum(length)(pcm);
    expect(amplitudes).toHaveLength(32);
    for (const [bin, amplitude] of amplitudes.entries()) {
      let [real, imaginary] = [0, 0];
      for (const [i, sample] of pcm.entries()) {
        const windowed = sample * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (length - 1)));
        real += windowed * Math.cos((2 * Math.PI * bin * i) / length);
        imaginary -= windowed * Math.sin((2 * Math.PI * bin * i) / length);
      }
      expect(amplitude).toBeCloseTo(Math.hypot(real, imaginary), 4);
    }
  });

  it("keeps nothing of the frame before", () => {
    const spectrum = createSpectrum(64);
    const tone = Float32Array.from({ length: 64 }, (_, i) => Math.sin(i));
    const first = spectrum(tone);
    spectrum(tone.map((sample) => sample * 100));
    expect(spectrum(tone)).toEqual(first);
    expect(spectrum(new Float32Array(64))).toEqual(new Float32Array(32));
  });
});
