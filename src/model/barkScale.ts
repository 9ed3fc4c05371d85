/**
 * Bark number of each bin of a Fourier transform, by Zwicker and Terhardt (1980):
 * 13 atan(0.76 f / kHz) + 3.5 atan((f / 7.5 kHz)²), with Meyda's constants.
 * @returns `length` numbers
 */
export function createBarkScale(sampleRate: number, length: number): Float32Array {
  return Float32Array.from({ length }, (_, bin) => {
    const hertz = (bin * sampleRate) / length;
    return 13 * Math.atan(hertz / 1315.8) + 3.5 * Math.atan((hertz / 7518) ** 2);
  });
}
