import { ExampleMemory } from "./knowledge/exampleMemory.js";
import { isCalled } from "./knowledge/mention.js";
import { ORDINARY_LINES } from "./knowledge/ordinaryLines.js";
import { checkedExamples, type Example, isSaid, type Recall } from "./knowledge/taught.js";
import { taughtFocus } from "./knowledge/taughtFocus.js";
import type { Focus } from "./model/focus.js";
import type { MessagePercept, NpcPercept, Percepts } from "./model/percepts.js";
import type { ReadSentences } from "./model/text/sentence.js";
import { entitiesCalled } from "./world/entitiesCalled.js";
import type { EntityRegistry } from "./world/entityRegistry.js";

/** What an adapter needs of the perception that it belongs to. */
export interface AdapterContext {
  readonly entities: EntityRegistry;
  readonly read: ReadSentences;
  warn(text: string): void;
}

/** An adapter as a file: small, for its examples are all that it needs. */
export interface AdapterJson {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly examples: readonly Example[];
  /** Plain lines of the scene that it was taught in, which must not lead to what was taught. */
  readonly plain: readonly string[];
}

/** What came of learning. */
export interface Learned {
  /** All that it knows by now. */
  readonly examples: number;
  /** False: there was no sentence encoder; lines are compared by their words only. */
  readonly byMeaning: boolean;
  /** Share of the examples that the others like them lead right; null: nothing was said in two ways. */
  readonly leftOutRight: number | null;
}

const FORMAT = "babylon-perception adapter";
const VERSION = 1;
/** Plain lines are made of so many of the scene's labels. */
const MOST_LABELS = 40;
/** A line counts in full for so long, then fades with the same time constant, seconds. */
const LINE_SECONDS = 4;
/** Below this strength a line is not read any more. */
const FAINT = 0.05;
/** Lines that are remembered with what they recall. */
const LINES = 64;

/**
 * Teaches a scene its own words from 1 to 200 examples: a line leads to an entity or an answer, or not to an entity.
 * The model is not changed: where nothing taught is alike, its focus stays as it is. Set it as `perception.adapter`.
 */
export class FocusAdapter {
  private taught: readonly Example[] = [];
  private plain: readonly string[] = [];
  private byWords: ExampleMemory | null = null;
  private byMeaning: ExampleMemory | null = null;
  private readonly recalled = new Map<string, Recall | null>();
  /** Of what it was taught and what that is told from. */
  private readonly meanings = new Map<string, Float32Array>();
  private trainings = 0;

  constructor(private readonly context: AdapterContext) {}

  /**
   * An adapter from what toJSON() gave, ready to be used. Entities may be added later.
   * @param json text, or what was parsed from it
   * @throws RangeError naming the field and the remedy
   */
  static async parse(context: AdapterContext, json: unknown): Promise<FocusAdapter> {
    const { examples, plain } = validated(typeof json === "string" ? parsed(json) : json);
    const adapter = new FocusAdapter(context);
    adapter.taught = examples;
    adapter.plain = plain;
    await adapter.train();
    return adapter;
  }

  get examples(): readonly Example[] {
    return this.taught;
  }

  /**
   * Learns further examples; waits for the model to be loaded.
   * @throws RangeError naming the example and field, also where an entity is not in the scene
   */
  async learn(examples: readonly Example[]): Promise<Learned> {
    const checked = checkedExamples(examples);
    for (const [i, { entity, not }] of checked.entries()) {
      this.demand(entity, `examples[${i}].entity`);
      this.demand(not, `examples[${i}].not`);
    }
    this.taught = checkedExamples([...this.taught, ...checked]);
    this.plain = plainLines(this.context.entities);
    return this.train();
  }

  /** For JSON.stringify and FocusAdapter.parse. */
  toJSON(): AdapterJson {
    return { format: FORMAT, version: VERSION, examples: this.taught, plain: this.plain };
  }

  /** Lets the encoder read the newest lines, so that the focus that is decided with them finds them read. */
  hear(messages: readonly MessagePercept[]): void {
    if (!this.byWords) return;
    for (const { text, secondsAgo } of messages)
      if (strengthAfter(secondsAgo) > FAINT && !this.recalled.has(text)) void this.readLine(text);
  }

  /** The focus with what was taught; the same focus where nothing of it applies. */
  adapt(focus: Focus, percepts: Percepts): Focus {
    const row = percepts.npcs.find(({ id }) => id === focus.npc);
    const line = row && newestRead(row, percepts.messages);
    const recall = line ? (this.recalled.get(line.text) ?? null) : null;
    const strength = line ? strengthAfter(line.secondsAgo) : 0;
    const others = new Map(
      percepts.entities.filter(({ id }) => id !== row?.entity).map((entity) => [entity.id, entity]),
    );
    const named = (name: string) =>
      entitiesCalled(name, this.context.entities).filter((id) => others.has(id));
    const calls = (id: string) => {
      const entity = others.get(id);
      return line !== undefined && entity !== undefined && isCalled(line.text, entity);
    };
    return taughtFocus(focus, recall, strength, this.unasked, named, calls);
  }

  /** What a line recalls; null: nothing is taught. */
  recall(text: string, meaning?: Float32Array): Recall | null {
    if (this.byMeaning && meaning) return this.byMeaning.recall(text, meaning);
    return this.byWords?.recall(text) ?? null;
  }

  private get unasked(): readonly string[] {
    return this.taught.flatMap((example) => (isSaid(example) ? [] : (example.not ?? [])));
  }

  private async train(): Promise<Learned> {
    const training = ++this.trainings;
    const said = this.taught.filter(isSaid);
    const ordinary = [...ORDINARY_LINES, ...this.plain];
    const meanings =
      said.length > 0 ? await this.meaningsOf([...said.map(({ say }) => say), ...ordinary]) : null;
    // A newer training knows more.
    if (training === this.trainings) {
      this.byWords = said.length > 0 ? new ExampleMemory(said, ordinary, null) : null;
      this.byMeaning = meanings && new ExampleMemory(said, ordinary, meanings);
      this.recalled.clear();
    }
    const memory = this.byMeaning ?? this.byWords;
    return {
      examples: this.taught.length,
      byMeaning: this.byMeaning !== null,
      leftOutRight: memory?.leftOutRight ?? null,
    };
  }

  /** Reads what it has not read before; null: no encoder now. */
  private async meaningsOf(texts: readonly string[]): Promise<Float32Array[] | null> {
    const unread = [...new Set(texts)].filter((text) => !this.meanings.has(text));
    const sentences = unread.length > 0 ? await this.context.read(unread) : [];
    if (!sentences) return null;
    for (const [i, text] of unread.entries()) this.meanings.set(text, sentences[i]!.embedding);
    return texts.map((text) => this.meanings.get(text)!);
  }

  private async readLine(text: string): Promise<void> {
    this.recalled.set(text, null);
    for (const old of [...this.recalled.keys()].slice(0, -LINES)) this.recalled.delete(old);
    const [sentence] = (await this.context.read([text])) ?? [];
    // The encoder was not there when it learned, and is now.
    if (sentence && !this.byMeaning) await this.train();
    this.recalled.set(text, this.recall(text, sentence?.embedding));
  }

  private demand(name: string | undefined, path: string): void {
    if (name === undefined || entitiesCalled(name, this.context.entities).length > 0) return;
    throw new RangeError(
      `${path}: "${name}" is no entity; give the id or label of one that perception.entities.add has added`,
    );
  }
}

function plainLines(entities: EntityRegistry): string[] {
  const labels = new Set([...entities.all].map(({ label }) => label).filter((label) => label !== ""));
  return [...labels].slice(0, MOST_LABELS).map((label) => `what is the ${label}?`);
}

function newestRead(
  { senses, reads, entity }: NpcPercept,
  messages: readonly MessagePercept[],
): MessagePercept | undefined {
  if (!senses.chat) return undefined;
  return messages.filter(({ speaker }, i) => (reads[i] ?? 0) > 0 && speaker !== entity).at(-1);
}

function strengthAfter(seconds: number): number {
  return Math.exp(-Math.max(0, seconds - LINE_SECONDS) / LINE_SECONDS);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RangeError(`an adapter's file is no JSON (${(error as Error).message}); save it again`);
  }
}

function validated(data: unknown): Pick<AdapterJson, "examples" | "plain"> {
  if (typeof data !== "object" || data === null) throw new RangeError("an adapter must be an object");
  const { format, version, examples, plain } = data as Partial<Record<keyof AdapterJson, unknown>>;
  if (format !== FORMAT)
    throw new RangeError(`adapter.format must be "${FORMAT}"; is this what toJSON() gave?`);
  if (version !== VERSION)
    throw new RangeError(
      `adapter.version must be ${VERSION}, got ${JSON.stringify(version)}; save it again with this version`,
    );
  if (!Array.isArray(plain) || !plain.every((line) => typeof line === "string"))
    throw new RangeError("adapter.plain must be a list of strings; it may be empty");
  return { examples: checkedExamples(examples, "adapter.examples"), plain };
}
