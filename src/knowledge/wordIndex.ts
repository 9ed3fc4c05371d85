import { stem, wordsOf } from "./words.js";

const WORD = 1;
const PAIR = 0.5;
const PART = 0.25;

/** Likeness of texts by their words, pairs of words and parts of words, each weighed by how rare it is. */
export class WordIndex {
  private readonly rarity = new Map<string, number>();
  private readonly postings = new Map<string, [text: number, weight: number][]>();
  private readonly unseen: number;

  constructor(private readonly texts: readonly string[]) {
    const counted = texts.map(featuresOf);
    for (const features of counted) {
      for (const feature of features.keys()) this.rarity.set(feature, (this.rarity.get(feature) ?? 0) + 1);
    }
    for (const [feature, count] of this.rarity) this.rarity.set(feature, rarityOf(count, counted.length));
    this.unseen = rarityOf(0, counted.length);
    for (const [text, features] of counted.entries()) this.post(text, features);
  }

  /** Cosine with each text, 0..1. */
  likeness(text: string): Float64Array {
    const likeness = new Float64Array(this.texts.length);
    for (const [feature, weight] of this.weigh(featuresOf(text))) {
      for (const [index, other] of this.postings.get(feature) ?? []) likeness[index]! += weight * other;
    }
    return likeness;
  }

  private post(text: number, features: ReadonlyMap<string, number>): void {
    for (const [feature, weight] of this.weigh(features)) {
      const postings = this.postings.get(feature);
      if (postings) postings.push([text, weight]);
      else this.postings.set(feature, [[text, weight]]);
    }
  }

  /** Unit vector of the features, each by its rarity. */
  private weigh(features: ReadonlyMap<string, number>): Map<string, number> {
    const weighed = new Map<string, number>();
    let square = 0;
    for (const [feature, count] of features) {
      const weight = count * (this.rarity.get(feature) ?? this.unseen);
      weighed.set(feature, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (const [feature, weight] of weighed) weighed.set(feature, weight / length);
    return weighed;
  }
}

/** Likeness by meaning and by words together. @param share of meaning, 0..1 */
export function blended(meanings: Float64Array, words: Float64Array, share: number): Float64Array {
  return words.map((like, i) => share * meanings[i]! + (1 - share) * like);
}

/** Words (stemmed), neighbouring pairs and parts of 4 letters, with what each kind counts. */
function featuresOf(text: string): Map<string, number> {
  const features = new Map<string, number>();
  const words = wordsOf(text).map(stem);
  const add = (feature: string, weight: number) => features.set(feature, weight);
  for (const [i, word] of words.entries()) {
    add(word, WORD);
    if (i > 0) add(`${words[i - 1]} ${word}`, PAIR);
    const padded = `<${word}>`;
    for (let at = 0; at + 4 <= padded.length; at++) add(`#${padded.slice(at, at + 4)}`, PART);
  }
  return features;
}

function rarityOf(count: number, total: number): number {
  return Math.log(1 + (total + 1) / (count + 1));
}
