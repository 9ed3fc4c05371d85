/** Words of a text as knowledge compares them. */

/** Words that say little of what a question is about. */
const FILLERS = new Set(
  "a an the of to in on at for from by with and or is are was were be been am do does did i you he she it we they me my your his her its our their this that these those there here please can could would will shall may might tell about have has had so just hey hi hello ok okay".split(
    " ",
  ),
);

/** Lower-case words without marks: letters and digits of any script. */
export function wordsOf(text: string): string[] {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]s\b/g, "")
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}

/** Words that carry the matter; all words where none does. */
export function contentWords(text: string): string[] {
  const words = wordsOf(text);
  const content = words.filter((word) => !isFiller(word));
  return content.length > 0 ? content : words;
}

/** A light English stem: plural and past forms meet their base. */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  const cut = word.replace(/(?:(?<=(?:ss|x|z|ch|sh))es|s)$/, "");
  if (cut.length > 5 && cut.endsWith("ing")) return undoubled(cut.slice(0, -3));
  if (cut.length > 4 && cut.endsWith("ed")) return undoubled(cut.slice(0, -2));
  return cut.length > 3 && cut.endsWith("e") ? cut.slice(0, -1) : cut;
}

/** A full stop after one of these, or after a single capital, ends no sentence. */
const ABBREVIATED =
  /(?:^|\s)(?:[Ss]t|[Dd]r|[Mm]rs?|[Mm]s|[Cc]a?|vs|[Pp]rof|[JjSs]r|[Vv]ol|[Ff]ig|e\.g|i\.e|\p{Lu})\.$/u;

/** Sentences of a text, trimmed, without empty ones. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let open = "";
  for (const part of text.split(/(?<=[.!?…]["'”’)]*)\s+/u)) {
    open = open === "" ? part.trim() : `${open} ${part.trim()}`;
    if (ABBREVIATED.test(open)) continue;
    sentences.push(open);
    open = "";
  }
  return [...sentences, open].filter((sentence) => sentence !== "");
}

function undoubled(word: string): string {
  return /([^aeiousl])\1$/.test(word) ? word.slice(0, -1) : word;
}
