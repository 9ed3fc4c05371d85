/**
 * Amplitude spectrum under a Hann window, by the radix-2 transform of Cooley and Tukey. Tables are made once.
 * @param length of a frame, a power of 2
 * @returns a function from `length` samples to `length / 2` amplitudes, bin 0 first; not scaled by the length
 */
export function createSpectrum(length: number): (pcm: Float32Array) => Float32Array {
  const window = Float32Array.from(
    { length },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (length - 1)),
  );
  const order = bitReversed(length);
  const cos = Float64Array.from({ length: length / 2 }, (_, k) => Math.cos((2 * Math.PI * k) / length));
  const sin = Float64Array.from({ length: length / 2 }, (_, k) => -Math.sin((2 * Math.PI * k) / length));
  const real = new Float64Array(length);
  const imaginary = new Float64Array(length);
  return (pcm) => {
    for (let i = 0; i < length; i++) real[order[i]!] = pcm[i]! * window[i]!;
    imaginary.fill(0);
    transform(real, imaginary, cos, sin);
    return Float32Array.from({ length: length / 2 }, (_, k) => Math.sqrt(real[k]! ** 2 + imaginary[k]! ** 2));
  };
}

/** In place; input in bit-reversed order, output in natural order. */
function transform(real: Float64Array, imaginary: Float64Array, cos: Float64Array, sin: Float64Array): void {
  const length = real.length;
  for (let half = 1; half < length; half *= 2) {
    const stride = length / (2 * half);
    for (let block = 0; block < length; block += 2 * half) {
      for (let k = 0; k < half; k++) {
        const even = block + k;
        const odd = even + half;
        const c = cos[k * stride]!;
        const s = sin[k * stride]!;
        const re = real[odd]! * c - imaginary[odd]! * s;
        const im = real[odd]! * s + imaginary[odd]! * c;
        real[odd] = real[even]! - re;
        imaginary[odd] = imaginary[even]! - im;
        real[even] = real[even]! + re;
        imaginary[even] = imaginary[even]! + im;
      }
    }
  }
}

function bitReversed(length: number): Uint32Array {
  const bits = Math.log2(length);
  return Uint32Array.from({ length }, (_, i) => {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit++) reversed |= ((i >> bit) & 1) << (bits - 1 - bit);
    return reversed;
  });
}
