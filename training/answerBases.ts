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
  readonly shape: Shape;
}

/** What authors write: frequent questions, one for each answer; a handful here and there; intents by many examples. */
const SHAPES = { one: [1, 1], few: [1, 6], many: [5, 20] } as const;
export type Shape = keyof typeof SHAPES;
export const SHAPE_NAMES = Object.keys(SHAPES) as Shape[];

const CLASSES = [3, 150] as const;
const MOST_KNOWN = 0.75;
/** Asked of each base: with an answer, and without. */
const ASKED = 40;
const ASKED_OF_A_CLASS = 4;

/**
 * From a museum's few facts to a shop's hundreds of questions. Questions of part "val" are asked only, where there are any.
 * @param strangers lines that none of the set's classes fits, beside those that the set itself has
 */
export function simulatedBase(
  set: readonly Labelled[],
  strangers: readonly string[],
  shape: Shape,
  random: () => number,
): SimulatedBase {
  const classes = grouped(
    set.filter(({ answer }) => answer !== null),
    ({ answer }) => answer!,
  );
  const names = shuffled([...classes.keys()], random);
  // Not all of the classes: some have to be asked in vain.
  const count = Math.min(Math.ceil(names.length * MOST_KNOWN), logUniform(CLASSES, random));
  const known: { id: string; questions: string[] }[] = [];
  const asked: Labelled[] = [];
  for (const id of names.slice(0, count)) {
    const lines = shuffled(classes.get(id)!, random);
    const val = lines.filter(({ part }) => part === "val");
    const train = lines.filter(({ part }) => part !== "val");
    const each = logUniform(SHAPES[shape], random);
    const taken = Math.min(each, Math.max(1, train.length - ASKED_OF_A_CLASS));
    known.push({ id, questions: train.slice(0, taken).map(({ text }) => text) });
    asked.push(...(val.length > 0 ? val : train.slice(taken)).slice(0, ASKED_OF_A_CLASS));
  }
  const none = set.filter(({ answer }) => answer === null).map(({ text }) => text);
  const others = names.slice(count).flatMap((id) => classes.get(id)!.map(({ text }) => text));
  const far = shuffled([...strangers, ...none], random).slice(0, ASKED / 2);
  const vain = [...far, ...shuffled(others, random).slice(0, ASKED - far.length)];
  return {
    known,
    asked: [...shuffled(asked, random).slice(0, ASKED), ...vain.map((text) => ({ text, answer: null }))],
    shape,
  };
}

function logUniform([least, most]: readonly [number, number], random: () => number): number {
  return Math.round(least * (most / least) ** random());
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const order = list.map((one) => ({ one, at: random() }));
  return order.sort((a, b) => a.at - b.at).map(({ one }) => one);
}
