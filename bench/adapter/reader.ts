import type { ReadSentences, Sentence } from "../../src/model/text/sentence.js";

/** Reads each text once. */
export class CachedReader {
  private readonly known = new Map<string, Sentence>();

  constructor(private readonly source: ReadSentences) {}

  readonly read = async (texts: readonly string[]): Promise<readonly Sentence[]> => {
    const unread = [...new Set(texts)].filter((text) => !this.known.has(text));
    const sentences = unread.length > 0 ? await this.source(unread) : [];
    if (!sentences) throw new Error("the model has no sentence encoder: nothing to measure");
    for (const [i, text] of unread.entries()) this.known.set(text, sentences[i]!);
    return texts.map((text) => this.known.get(text)!);
  };
}
