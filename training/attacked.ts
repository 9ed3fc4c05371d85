/** Moments as an adversary would have them, to be learnt from: the answer stays. */
import { modelAt } from "../bench/eval/models.js";
import { ATTACKS, type AttackName, disturbed } from "../bench/robustness/attacks.js";
import { margin } from "../bench/robustness/score.js";
import { ModelSubject, selfOf } from "../bench/robustness/subject.js";
import { seededRandom } from "../src/headless/seededRandom.js";
import type { Percepts } from "../src/model/percepts.js";
import type { Expected } from "./records.js";

const SEED = 77;
/** A sound of an attack is at 40 dB: what is meant must be louder than that by far, if it is a sound, dB. */
const CLEARLY_HEARD = 50;
const NAMES = Object.keys(ATTACKS) as AttackName[];

export interface AttackerOptions {
  /** Random changes of each moment, 1 or more. */
  readonly tries: number;
  /** Which attacks; default: all. */
  readonly by?: readonly string[] | undefined;
  /** manifest.json of the model that is attacked, or its folder; default: the shipped one. */
  readonly model?: string | undefined;
}

export class Attacker {
  private readonly random = seededRandom(SEED);

  private constructor(
    private readonly tries: number,
    private readonly by: readonly AttackName[],
    private readonly subject: ModelSubject,
  ) {}

  /** @throws RangeError if `tries` is not 1 or more, or there is no such attack. */
  static async start({ tries, by = NAMES, model }: AttackerOptions): Promise<Attacker> {
    if (!Number.isInteger(tries) || tries < 1) throw new RangeError("--attack must be 1 or more tries");
    const strange = by.find((name) => !(name in ATTACKS));
    if (strange !== undefined)
      throw new RangeError(`--by: "${strange}" is no attack; there are ${NAMES.join(", ")}`);
    return new Attacker(
      tries,
      by as readonly AttackName[],
      await ModelSubject.start(model && modelAt(model).manifestUrl),
    );
  }

  /** Of some random changes the one that leaves the right answer the smallest lead; null: none is fair. */
  async worst(percepts: Percepts, expected: Expected): Promise<Percepts | null> {
    if (!isFair(percepts, expected)) return null;
    let worst: Percepts | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.tries; i++) {
      const changed = disturbed(percepts, this.random, this.by);
      if (!changed) return null;
      const lead = margin(await this.subject.decide(changed), expected, selfOf(percepts));
      if (lead >= least) continue;
      [worst, least] = [changed, lead];
    }
    return worst;
  }

  dispose(): Promise<void> {
    return this.subject.dispose();
  }
}

/** Where nothing calls, or only something faint does, an added sound may well be what matters. */
function isFair({ sounds, npcs }: Percepts, { any, none }: Expected): boolean {
  if (none || !any) return false;
  return sounds.every(
    ({ entity }, i) => entity === null || !any.includes(entity) || npcs[0].hears[i] >= CLEARLY_HEARD,
  );
}
