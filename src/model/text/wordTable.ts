import { wordRows } from "./ngrams.js";

/** Dot products of vectors as long as WORD_WIDTH. */
export const WORD_WIDTH = 64;

/**
 * Meaning of single words: a table of hashed n-grams, distilled from a sentence encoder (training/words.py).
 * A word's vector is the mean of its rows, normalised; any string has one, a typo lies near its word.
 */
export class WordTable {
  private readonly cache = new Map<string, Float32Array>();

  private constructor(
    private readonly scales: Float32Array,
    private readonly rows: Int8Array,
  ) {}

  /**
   * Reads words.bin: uint32 rows, uint32 width, float32 scale per row, int8 rows × width.
   * @throws RangeError if the sizes do not fit.
   */
  static parse(bytes: Uint8Array): WordTable {
    const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
    const [rows, width] = new Uint32Array(aligned.buffer, aligned.byteOffset, 2);
    if (width !== WORD_WIDTH || aligned.byteLength !== 8 + rows * 4 + rows * width) {
      throw new RangeError(
        `word table: ${rows} × ${width} does not fit ${aligned.byteLength} bytes; fetch words.bin again`,
      );
    }
    return new WordTable(
      new Float32Array(aligned.buffer, aligned.byteOffset + 8, rows),
      new Int8Array(aligned.buffer, aligned.byteOffset + 8 + rows * 4, rows * width),
    );
  }

  /** Unit vector of WORD_WIDTH numbers. `word` as splitWords gives it. */
  vector(word: string): Float32Array {
    const known = this.cache.get(word);
    if (known) return known;
    if (this.cache.size > 20_000) this.cache.clear();
    const vector = this.read(word);
    this.cache.set(word, vector);
    return vector;
  }

  /** Cosine of two words' meanings, -1..1. */
  similarity(a: string, b: string): number {
    const first = this.vector(a);
    const second = this.vector(b);
    let sum = 0;
    for (let i = 0; i < WORD_WIDTH; i++) sum += first[i] * second[i];
    return sum;
  }

  /** Normalised mean over words; all zero for no words. */
  mean(words: readonly string[]): Float32Array {
    const sum = new Float32Array(WORD_WIDTH);
    for (const word of words) {
      const vector = this.vector(word);
      for (let i = 0; i < WORD_WIDTH; i++) sum[i] += vector[i];
    }
    return normalise(sum);
  }

  private read(word: string): Float32Array {
    const sum = new Float32Array(WORD_WIDTH);
    for (const row of wordRows(word)) {
      const scale = this.scales[row];
      for (let i = 0; i < WORD_WIDTH; i++) sum[i] += scale * this.rows[row * WORD_WIDTH + i];
    }
    return normalise(sum);
  }
}

function normalise(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  return vector.map((value) => value * scale);
}
