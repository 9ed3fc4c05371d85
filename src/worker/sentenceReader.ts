import { ABUSE, SENTENCE_WIDTH, SENTIMENTS, type Sentence } from "../model/text/sentence.js";
import { sentenceFeeds } from "../model/text/sentenceFeeds.js";
import { Vocabulary } from "../model/text/tokens.js";
import type { WordTable } from "../model/text/wordTable.js";
import type { SentenceFiles } from "./modelFiles.js";
import { ModelSession } from "./modelSession.js";
import type { Ort } from "./ort.js";

/** Sentences of one run: decisions that are queued go between the runs. */
const BATCH = 32;

/** The sentence encoder. Always on WASM: one short sentence is less work than a GPU's round trip. */
export class SentenceReader {
  private constructor(
    private readonly session: ModelSession,
    private readonly vocabulary: Vocabulary,
    private readonly table: WordTable,
  ) {}

  static async create(ort: Ort, files: SentenceFiles, table: WordTable): Promise<SentenceReader> {
    const session = await ModelSession.create(ort, "wasm", files.sentences);
    return new SentenceReader(session, Vocabulary.parse(files.vocabulary), table);
  }

  /** One for each text, in order; `inTurn` runs each batch when nothing else runs. */
  async read(
    texts: readonly string[],
    inTurn: <T>(job: () => Promise<T>) => Promise<T>,
  ): Promise<Sentence[]> {
    // Like lengths together: what is padded costs as much as what is not.
    const order = texts.map((_, i) => i).sort((a, b) => texts[a]!.length - texts[b]!.length);
    const read = new Array<Sentence>(texts.length);
    for (let start = 0; start < order.length; start += BATCH) {
      const batch = order.slice(start, start + BATCH);
      const sentences = await inTurn(() => this.readBatch(batch.map((i) => texts[i]!)));
      for (const [k, i] of batch.entries()) read[i] = sentences[k]!;
    }
    return read;
  }

  dispose(): Promise<void> {
    return this.session.dispose();
  }

  private async readBatch(texts: readonly string[]): Promise<Sentence[]> {
    const { embedding, sentiment, abuse } = await this.session.run(
      sentenceFeeds(texts, this.vocabulary, this.table),
    );
    return texts.map((_, i) => ({
      embedding: embedding!.data.slice(i * SENTENCE_WIDTH, (i + 1) * SENTENCE_WIDTH),
      sentiment: named(SENTIMENTS, sentiment!.data, i),
      abuse: named(ABUSE, abuse!.data, i),
    }));
  }
}

function named<Name extends string>(
  names: readonly Name[],
  data: Float32Array,
  row: number,
): Record<Name, number> {
  return Object.fromEntries(names.map((name, i) => [name, data[row * names.length + i]!])) as Record<
    Name,
    number
  >;
}
