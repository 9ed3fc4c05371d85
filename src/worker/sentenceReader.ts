import { ABUSE, SENTENCE_WIDTH, SENTIMENTS, type Sentence } from "../model/text/sentence.js";
import { sentenceFeeds } from "../model/text/sentenceFeeds.js";
import { Vocabulary } from "../model/text/tokens.js";
import type { WordTable } from "../model/text/wordTable.js";
import type { SentenceFiles } from "./modelFiles.js";
import { ModelSession } from "./modelSession.js";
import type { Ort } from "./ort.js";

/** Sentences of one run: decisions that are queued go between the runs. */
const BATCH = 32;
/** A line of the chat is read by each NPC that is asked and by the adapter: the newest texts are kept, 2 KB each. */
const KEPT = 64;

/** The sentence encoder. Always on WASM: one short sentence is less work than a GPU's round trip. */
export class SentenceReader {
  private readonly kept = new Map<string, Promise<Sentence>>();

  private constructor(
    private readonly session: ModelSession,
    private readonly vocabulary: Vocabulary,
    private readonly table: WordTable,
  ) {}

  static async create(ort: Ort, files: SentenceFiles, table: WordTable): Promise<SentenceReader> {
    const session = await ModelSession.create(ort, "wasm", files.sentences);
    return new SentenceReader(session, Vocabulary.parse(files.vocabulary), table);
  }

  /** One for each text, in order; `inTurn` runs each batch when nothing else runs. Like texts share their sentence. */
  read(texts: readonly string[], inTurn: <T>(job: () => Promise<T>) => Promise<T>): Promise<Sentence[]> {
    const sentences = new Map(texts.map((text) => [text, this.kept.get(text)]));
    // Like lengths together: what is padded costs as much as what is not.
    const unread = [...sentences.keys()].filter((text) => !sentences.get(text));
    unread.sort((a, b) => a.length - b.length);
    let before: Promise<unknown> = Promise.resolve();
    for (let start = 0; start < unread.length; start += BATCH) {
      const batch = unread.slice(start, start + BATCH);
      // Queued when the one before is done, so that decisions go between them.
      const reading = before.then(() => inTurn(() => this.readBatch(batch)));
      for (const [i, text] of batch.entries()) {
        const sentence = reading.then((read) => read[i]!);
        sentences.set(text, sentence);
        this.keep(text, sentence);
      }
      before = reading;
    }
    return Promise.all(texts.map((text) => sentences.get(text)!));
  }

  dispose(): Promise<void> {
    return this.session.dispose();
  }

  private keep(text: string, sentence: Promise<Sentence>): void {
    this.kept.set(text, sentence);
    sentence.catch(() => this.kept.delete(text));
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= KEPT) return;
      this.kept.delete(oldest);
    }
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
