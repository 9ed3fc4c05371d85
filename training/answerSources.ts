/** What simulated knowledge bases are made of (answerDecision.ts): training parts of sets, and own matters. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Labelled } from "./answerBases.js";
import { grouped } from "./grouped.js";

/** As in text/corpora.py: every so many-th group of wordings, and of banking77's lines, was not learnt. */
const MATTERS_HELD = 40;
const LINES_HELD = 10;
const MOST_WORDINGS = 8;
/** Of a class, and of those without one, so many lines are read, so that it takes minutes. */
const LINES_OF_A_CLASS = 30;
const LINES_OF_NONE = 300;
const OWN = "training/text/questions";

export interface LabelledSet {
  readonly name: string;
  readonly lines: readonly Labelled[];
  /** Lines from elsewhere that none of its answers fits; none where its answers are of all kinds. */
  readonly strangers: readonly string[];
  /** By whom it is read. A set whose known questions the encoder was trained on tells of it nothing. */
  readonly readers: "encoder" | "teacher" | "both";
  /** So few of each matter that an answer has one question. */
  readonly fewWordings: boolean;
}

/** @param bench folder of the bench sets @param data folder of more.txt (text/questions.py) */
export function labelledSets(bench: string, data: string): LabelledSet[] {
  const far = strangers();
  const many = { strangers: far, fewWordings: false };
  return [
    { ...many, name: "clinc150", lines: trainingLines(bench, "clinc150"), strangers: [], readers: "both" },
    { ...many, name: "banking77", lines: trainingLines(bench, "banking77"), readers: "both" },
    ...["hint3-curekart", "hint3-sofmattress"].map(
      (name): LabelledSet => ({ ...many, name, lines: knownQuestions(bench, name), readers: "teacher" }),
    ),
    { name: "own", lines: ownMatters(data), strangers: far, readers: "encoder", fewWordings: true },
    { ...exhibits(far), name: "exhibits", readers: "encoder", fewWordings: true },
    { name: "formal", lines: formalQuestions(), strangers: far, readers: "both", fewWordings: true },
  ];
}

/** The training and validation parts of clinc150 or banking77. */
function trainingLines(bench: string, set: string): Labelled[] {
  const lines = readFileSync(join(bench, set, "train.jsonl"), "utf8")
    .trim()
    .split("\n");
  const labelled = lines.map((line, i): Labelled => {
    const one = JSON.parse(line) as Labelled;
    // What is asked has to be what the encoder did not learn to tell apart.
    return set === "clinc150" ? one : { ...one, part: i % LINES_HELD === 0 ? "val" : "train" };
  });
  const classes = grouped(labelled, ({ answer }) => answer);
  return [...classes].flatMap(([answer, all]) => {
    const val = all.filter(({ part }) => part === "val");
    if (answer === null) return val.slice(0, LINES_OF_NONE);
    const train = all.filter(({ part }) => part !== "val").slice(0, LINES_OF_A_CLASS);
    return [...train, ...val.slice(0, LINES_OF_A_CLASS / 3)];
  });
}

/** The known questions of a shop's set: they are its training part. */
function knownQuestions(bench: string, set: string): Labelled[] {
  const known = JSON.parse(readFileSync(join(bench, set, "knowledge.json"), "utf8")) as {
    id: string;
    questions: string[];
  }[];
  return known.flatMap(({ id, questions }) =>
    questions.slice(0, LINES_OF_A_CLASS).map((text) => ({ text, answer: id })),
  );
}

/** Matters of more.txt in several wordings that the encoder was not trained on (`alike_groups` of text/corpora.py). */
function ownMatters(folder: string): Labelled[] {
  const numbers = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as number[];
  const lines = readFileSync(join(folder, "more.txt"), "utf8").split("\n");
  const sizes = numbers("more-groups.json");
  let end = 0;
  const ends = sizes.map((size) => (end += size));
  return numbers("more-alike.json")
    .filter((group) => sizes[group]! > 1)
    .filter((_, i) => i % MATTERS_HELD === 0)
    .flatMap((group) => {
      const first = ends[group]! - sizes[group]!;
      // Many wordings, as of a shop's matter, are drawn from few: they would only repeat each other.
      const wordings = lines.slice(first, Math.min(ends[group]!, first + MOST_WORDINGS));
      return wordings.map((text) => ({ text, answer: `matter ${group}` }));
    });
}

/** Questions as a list of frequent ones has them (text/questions/formal.txt); never trained on. */
function formalQuestions(): Labelled[] {
  return ownLines("formal").flatMap((line) =>
    line.split("|").map((text) => ({ text: text.trim(), answer: line })),
  );
}

/** What visitors ask about things in a scene (text/questions/exhibits.txt): each thing and matter is one. */
function exhibits(far: readonly string[]): Pick<LabelledSet, "lines" | "strangers"> {
  const [things, beside, ...matters] = ownLines("exhibits");
  const said = (line: string, thing: string) =>
    line.split("|").map((wording) => wording.trim().replace("{}", thing));
  const names = things!
    .replace("things:", "")
    .split(";")
    .map((name) => name.trim());
  return {
    lines: names.flatMap((thing) =>
      matters.flatMap((matter) =>
        said(matter, thing).map((text) => ({ text, answer: `${thing}: ${matter}` })),
      ),
    ),
    strangers: [...far, ...names.flatMap((thing) => said(beside!.replace("beside:", ""), thing))],
  };
}

/** What is said beside the point (text/questions/strangers.txt). */
function strangers(): string[] {
  return ownLines("strangers");
}

function ownLines(name: string): string[] {
  const lines = readFileSync(join(OWN, `${name}.txt`), "utf8").split("\n");
  return lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}
