import { fnv1a } from "./ngrams.js";

/**
 * Which words are words: a Bloom filter, so that slips of the finger are told from rare words. What it knows it never
 * denies; of slips it takes one in some thousands for words. Format: one byte, how many hashes; then the bits, lowest
 * first. Written by training/known_words.py.
 */
export class KnownWords {
  private readonly bits: number;

  private constructor(
    private readonly hashes: number,
    private readonly marks: Uint8Array,
  ) {
    this.bits = 8 * marks.byteLength;
  }

  /** @throws RangeError if the file is cut short. */
  static parse(bytes: Uint8Array): KnownWords {
    const hashes = bytes[0];
    if (!hashes || bytes.byteLength < 2)
      throw new RangeError(`known words: ${bytes.byteLength} bytes are no filter; fetch the file again`);
    return new KnownWords(hashes, bytes.subarray(1));
  }

  /** @param word folded */
  has(word: string): boolean {
    const first = fnv1a(word);
    const step = (fnv1a(`${word}#`) | 1) >>> 0;
    for (let i = 0; i < this.hashes; i++) {
      const bit = (first + i * step) % this.bits;
      if (!((this.marks[bit >> 3]! >> (bit & 7)) & 1)) return false;
    }
    return true;
  }
}
