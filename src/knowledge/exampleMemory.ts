import { likeness } from "../model/attention/attend.js";
import { divided, fitRecall, type LeftOut, type RecallFit } from "./recallFit.js";
import { combined, ridge } from "./ridge.js";
import type { Outcome, Recall, SaidExample } from "./taught.js";
import { blended, WordIndex } from "./wordIndex.js";

/** Share of meaning in the likeness; the rest is words, which nicknames hang on. Chosen as the prior of the fit. */
const MEANING = 0.4;
/** λ of the regression: examples are right, nearly. */
const STIFFNESS = 0.05;

/**
 * Attention over taught lines. Keys are lines, by their words and (where an encoder has read them) their meaning; the
 * value of each key is learned in closed form, so that taught lines lead to their outcome and ordinary ones to none:
 * what a taught line has in common with what anybody says counts for nothing.
 */
export class ExampleMemory {
  readonly fit: RecallFit;
  /** Share of the examples that the others of their outcome lead right; null: each outcome has one example only. */
  readonly leftOutRight: number | null;
  private readonly outcomes: readonly Outcome[];
  private readonly outcomeOf: readonly number[];
  private readonly words: WordIndex;
  private readonly values: readonly Float64Array[];

  /**
   * @param ordinary lines that lead to none
   * @param meanings embeddings of the examples' lines, then of the ordinary ones; null: only words are compared
   */
  constructor(
    private readonly examples: readonly SaidExample[],
    ordinary: readonly string[],
    private readonly meanings: readonly Float32Array[] | null,
  ) {
    const lines = [...examples.map(({ say }) => say), ...ordinary];
    this.words = new WordIndex(lines);
    const keys = examples.map(keyOf);
    const distinct = [...new Set(keys)];
    this.outcomeOf = keys.map((key) => distinct.indexOf(key));
    this.outcomes = distinct.map((key) => outcomeOf(examples[keys.indexOf(key)]!));
    const { values, leftOut } = ridge(
      lines.map((line, i) => this.likenessOf(line, meanings?.[i])),
      lines.map((_, i) => oneHot(this.outcomeOf[i], distinct.length)),
      STIFFNESS,
    );
    this.values = values;
    const known = leftOut.flatMap((scores, i) => this.lineLeftOut(scores, i));
    this.fit = fitRecall(known);
    const taught = known.filter(({ outcome }) => outcome !== null);
    const right = taught.filter(({ scores, outcome }) => divided(scores, this.fit)[outcome!]! > 0.5);
    this.leftOutRight = taught.length > 0 ? right.length / taught.length : null;
  }

  get byMeaning(): boolean {
    return this.meanings !== null;
  }

  /** @param meaning the line's embedding; needed where the examples have theirs */
  recall(text: string, meaning?: Float32Array): Recall {
    const alike = this.likenessOf(text, meaning);
    const weights = divided(combined(alike, this.values), this.fit);
    const outcomes = this.outcomes.map((outcome, i) => ({
      outcome,
      weight: weights[i]!,
      say: this.mostAlike(alike, i),
    }));
    return { outcomes: outcomes.sort((a, b) => b.weight - a.weight), none: weights[this.outcomes.length]! };
  }

  private likenessOf(text: string, meaning: Float32Array | undefined): Float64Array {
    const words = this.words.likeness(text);
    if (!this.meanings) return words;
    if (!meaning) throw new Error("these examples are compared by meaning: the line's embedding is missing");
    return blended(likeness(meaning, this.meanings), words, MEANING);
  }

  /** What fitting may learn from a line; nothing where a taught line is the only one of its outcome. */
  private lineLeftOut(scores: Float64Array, line: number): LeftOut[] {
    const outcome = this.outcomeOf[line];
    if (outcome === undefined) return [{ scores, outcome: null }];
    const siblings = this.outcomeOf.filter((other) => other === outcome).length - 1;
    return siblings > 0 ? [{ scores, outcome }] : [];
  }

  private mostAlike(alike: Float64Array, outcome: number): string {
    let best = -1;
    for (const [i, own] of this.outcomeOf.entries())
      if (own === outcome && (best < 0 || alike[i]! > alike[best]!)) best = i;
    return this.examples[best]!.say;
  }
}

function outcomeOf({ entity, answer, not }: Outcome): Outcome {
  return { ...(entity && { entity }), ...(answer && { answer }), ...(not && { not }) };
}

function keyOf(example: Outcome): string {
  return JSON.stringify(outcomeOf(example));
}

function oneHot(at: number | undefined, size: number): Float64Array {
  const row = new Float64Array(size);
  if (at !== undefined) row[at] = 1;
  return row;
}
