/** What an author teaches a scene: examples as plain data. */

/** One example. It says what a line leads to (`entity`, `answer`) or does not (`not`). */
export interface Example {
  /** What is said. Left out, only with `not`: of its own accord, unless a line is about it. */
  readonly say?: string;
  /** Id of the entity that is meant, or its label or one of its names. */
  readonly entity?: string;
  /** Id of a known answer. */
  readonly answer?: string;
  /** An entity, named as above, that it should not attend to. */
  readonly not?: string;
}

/** Where a line leads. */
export type Outcome = Omit<Example, "say">;

/** What a line recalls of the examples. */
export interface Recall {
  /** Best first; their weights and `none` sum to 1. */
  readonly outcomes: readonly Recalled[];
  /** Nothing taught is alike. */
  readonly none: number;
}

export interface Recalled {
  readonly outcome: Outcome;
  readonly weight: number;
  /** The taught line of this outcome that is most alike. */
  readonly say: string;
}

/** An example with words to it. */
export interface SaidExample extends Example {
  readonly say: string;
}

export const MOST_EXAMPLES = 200;
const FIELDS = ["say", "entity", "answer", "not"] as const;

export function isSaid(example: Example): example is SaidExample {
  return example.say !== undefined;
}

/**
 * The examples, each field checked.
 * @param path how errors name the list
 * @throws RangeError naming the field and the remedy
 */
export function checkedExamples(data: unknown, path = "examples"): Example[] {
  if (!Array.isArray(data)) throw new RangeError(`${path} must be a list of { say, entity | answer | not }`);
  if (data.length > MOST_EXAMPLES)
    throw new RangeError(`${path} must be at most ${MOST_EXAMPLES}, got ${data.length}; leave some out`);
  return data.map((example: unknown, i) => checked(example, `${path}[${i}]`));
}

function checked(data: unknown, path: string): Example {
  if (typeof data !== "object" || data === null || Array.isArray(data))
    throw new RangeError(`${path} must be an object such as { say: "…", entity: "vase" }`);
  const given = data as Record<string, unknown>;
  const example: Record<string, string> = {};
  for (const field of FIELDS) {
    const value = given[field];
    if (value === undefined) continue;
    if (typeof value !== "string" || value.trim() === "")
      throw new RangeError(`${path}.${field} must be a string that is not empty; leave it out instead`);
    example[field] = value;
  }
  const unknown = Object.keys(given).find((field) => !(FIELDS as readonly string[]).includes(field));
  if (unknown !== undefined)
    throw new RangeError(`${path}.${unknown} is unknown; an example has ${FIELDS.join(", ")}`);
  const { say, entity, answer, not } = example;
  if (entity === undefined && answer === undefined && not === undefined)
    throw new RangeError(`${path} must have "entity", "answer" or "not": where does the line lead?`);
  if (say === undefined && (entity !== undefined || answer !== undefined))
    throw new RangeError(`${path}.say is missing: what is said that leads there? Only "not" does without`);
  if (entity !== undefined && entity === not)
    throw new RangeError(`${path}.not is the same as its "entity"; leave one of them out`);
  return example;
}
