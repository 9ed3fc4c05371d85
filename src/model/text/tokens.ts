/** Tokens of a sentence: the twin of training/text/tokens.py (a test compares both on fixtures). */
import { apart } from "./glued.js";
import { fnv1a, fold } from "./ngrams.js";
import { LEET } from "./unmask.js";

/** Tokens of a sentence that are read; the rest is cut off. */
export const LONGEST_SENTENCE = 40;

const TOKEN = /[\p{L}\p{N}]+(?:(?:['@$!]|\*{1,3})[\p{L}\p{N}]+)*|(\S)\1*/gu;
const IGNORED = /[\ufe00-\ufe0f\u200d]/gu;
const WORD = /^[\p{L}\p{N}]/u;
const SIGNS: Readonly<Record<string, string>> = { ...LEET, "!": "i" };
const DISGUISED = /[013457@$!]/g;

/** Folded words (with what stands inside them) and runs of other characters, cut to three. */
export function splitTokens(text: string): string[] {
  const found = fold(text).replaceAll("’", "'").replace(IGNORED, "").match(TOKEN) ?? [];
  return found
    .slice(0, LONGEST_SENTENCE)
    .map((token) => (isWord(token) ? token : [...token].slice(0, 3).join("")));
}

export function isWord(token: string): boolean {
  return WORD.test(token);
}

/** Ids 1… by the hash of the token; 0 is any other token. The file holds hashes only: uint32, in order. */
export class Vocabulary {
  private readonly ids = new Map<number, number>();

  constructor(hashes: Iterable<number>) {
    let id = 0;
    for (const hash of hashes) this.ids.set(hash, ++id);
  }

  /** @throws RangeError if the file is cut short. */
  static parse(bytes: Uint8Array): Vocabulary {
    if (bytes.byteLength === 0 || bytes.byteLength % 4 !== 0)
      throw new RangeError(`vocabulary: ${bytes.byteLength} bytes are no list of uint32; fetch it again`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new Vocabulary(
      Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getUint32(4 * i, true)),
    );
  }

  id(token: string): number {
    return this.ids.get(fnv1a(token)) ?? 0;
  }

  /** A token that is not known is read without leetspeak or drawn-out letters if that gives a known one. */
  knownForm(token: string): string {
    if (this.id(token)) return token;
    const plain = token.replace(DISGUISED, (sign) => SIGNS[sign]!).replaceAll("*", "");
    const forms = [plain, plain.replace(/(.)\1{2,}/gu, "$1$1"), plain.replace(/(.)\1{2,}/gu, "$1")];
    return forms.find((form) => this.id(form)) ?? token;
  }

  /** The known forms of a text's tokens; words that are written as one come apart. */
  read(text: string): string[] {
    const forms = splitTokens(text).map((token) => this.knownForm(token));
    const rank = (part: string) => this.id(part);
    return forms.flatMap((form) => (this.id(form) ? [form] : apart(form, rank))).slice(0, LONGEST_SENTENCE);
  }
}
