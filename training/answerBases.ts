/** Simulated knowledge bases: some classes of a labelled set are known, by a few of their questions; the others are asked in vain. */
import { grouped } from "./grouped.js";

export interface Labelled {
  readonly text: string;
  /** Null: no class fits. */
  readonly answer: string | null;
  readonly part?: string;
}

export interface SimulatedBase {
  readonly known: readonly { readonly id: string; readonly questions: readonly string[] }[];
  readonly asked: readonly Labelled[];
}

const CLASSES = [3, 150] as const;
const QUESTIONS = [1, 20] as const;
/** Asked of each base: with an answer, and without. */
const ASKED = 40;
const ASKED_OF_A_CLASS = 4;

/** From a museum's few facts to a shop's hundreds of questions. Questions of part "val" are asked only, where there are any. */
export function simulatedBase(set: readonly Labelled[], random: () => number): SimulatedBase {
  const classes = grouped(
    set.filter(({ answer }) => answer !== null),
    ({ answer }) => answer!,
  );
  const names = shuffled([...classes.keys()], random);
  const count = Math.min(names.length, logUniform(CLASSES, random));
  const each = logUniform(QUESTIONS, random);
  const known: { id: string; questions: string[] }[] = [];
  const asked: Labelled[] = [];
  for (const id of names.slice(0, count)) {
    const lines = shuffled(classes.get(id)!, random);
    const val = lines.filter(({ part }) => part === "val");
    const train = lines.filter(({ part }) => part !== "val");
    const taken = Math.min(each, Math.max(1, train.length - ASKED_OF_A_CLASS));
    known.push({ id, questions: train.slice(0, taken).map(({ text }) => text) });
    asked.push(...(val.length > 0 ? val : train.slice(taken)).slice(0, ASKED_OF_A_CLASS));
  }
  const strangers = set.filter(({ answer }) => answer === null);
  const others = names.slice(count).flatMap((id) => classes.get(id)!);
  const vain = [...shuffled(strangers, random).slice(0, ASKED / 3), ...shuffled(others, random)];
  return {
    known,
    asked: [
      ...shuffled(asked, random).slice(0, ASKED),
      ...vain.slice(0, ASKED).map(({ text }) => ({ text, answer: null })),
    ],
  };
}

function logUniform([least, most]: readonly [number, number], random: () => number): number {
  return Math.round(least * (most / least) ** random());
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const order = list.map((one) => ({ one, at: random() }));
  return order.sort((a, b) => a.at - b.at).map(({ one }) => one);
}
