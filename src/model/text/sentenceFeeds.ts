import type { TensorData } from "../observation.js";
import { isWord, type Vocabulary } from "./tokens.js";
import { WORD_WIDTH, type WordTable } from "./wordTable.js";

/** Inputs of the sentence encoder: ids [B, W] int32, vectors [B, W, 64] and present [B, W] float32. */
export type SentenceFeeds = Readonly<Record<"ids" | "vectors" | "present", TensorData>>;

/** A batch as wide as its longest sentence; what is shorter is padded and not present. */
export function sentenceFeeds(
  texts: readonly string[],
  vocabulary: Vocabulary,
  table: WordTable,
): SentenceFeeds {
  const sentences = texts.map((text) => vocabulary.read(text));
  const width = Math.max(1, ...sentences.map(({ length }) => length));
  const ids = new Int32Array(texts.length * width);
  const vectors = new Float32Array(ids.length * WORD_WIDTH);
  const present = new Float32Array(ids.length);
  for (const [row, tokens] of sentences.entries()) {
    for (const [column, token] of tokens.entries()) {
      const at = row * width + column;
      ids[at] = vocabulary.id(token);
      present[at] = 1;
      if (isWord(token)) vectors.set(table.vector(token), at * WORD_WIDTH);
    }
  }
  const dims = [texts.length, width];
  return {
    ids: { data: ids, dims },
    vectors: { data: vectors, dims: [...dims, WORD_WIDTH] },
    present: { data: present, dims },
  };
}
