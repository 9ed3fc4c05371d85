/** Percentile bootstrap: cases are drawn again with replacement, whole groups at a time. */
import { seededRandom } from "../../../src/headless/seededRandom.js";
import { once, type Statistic, type Weights } from "./weighted.js";

export const DRAWS = 1000;
const SEED = 20;
const TAIL = 0.025;

export interface Interval {
  readonly value: number;
  /** 95%. NaN if there are fewer than two groups. */
  readonly low: number;
  readonly high: number;
}

/** The draws of one set: the same for every figure, so that figures and models can be paired. */
export class Bootstrap {
  private readonly drawn: Weights[];

  /** @param groups per case the group it belongs to (a dialogue, a visitor); cases of a group are drawn together */
  constructor(
    private readonly groups: readonly string[],
    draws = DRAWS,
    seed = SEED,
  ) {
    const random = seededRandom(seed);
    const members = membersOf(groups);
    this.drawn = members.length < 2 ? [] : Array.from({ length: draws }, () => this.draw(members, random));
  }

  /** Of a figure 0..1. Where no draw differs from 0 or 1, the far end is the exact one of so many equal cases. */
  interval(statistic: Statistic): Interval {
    const plain = this.percentiles(statistic);
    const isCertain = plain.low === plain.high && (plain.value === 0 || plain.value === 1);
    if (!isCertain) return plain;
    const least = TAIL ** (1 / Math.max(1, this.counted(statistic)));
    return plain.value === 1 ? { ...plain, low: least } : { ...plain, high: 1 - least };
  }

  /** The difference of two figures of the same cases, and how likely so large a one is by chance, two-sided. */
  difference(a: Statistic, b: Statistic): Interval & { readonly p: number } {
    const difference: Statistic = (weights) => a(weights) - b(weights);
    const values = this.values(difference);
    const tail = (test: (value: number) => boolean) => (values.filter(test).length + 1) / (values.length + 1);
    const p = values.length
      ? Math.min(
          1,
          2 *
            Math.min(
              tail((v) => v <= 0),
              tail((v) => v >= 0),
            ),
        )
      : Number.NaN;
    return { ...this.percentiles(difference), p };
  }

  private percentiles(statistic: Statistic): Interval {
    const values = this.values(statistic);
    return { value: statistic(once(this.groups.length)), low: at(values, TAIL), high: at(values, 1 - TAIL) };
  }

  /** Groups that have the figure by themselves. */
  private counted(statistic: Statistic): number {
    return membersOf(this.groups).filter((members) => {
      const weights = new Uint16Array(this.groups.length);
      for (const member of members) weights[member] = 1;
      return !Number.isNaN(statistic(weights));
    }).length;
  }

  /** Sorted; a draw without the figure is left out. */
  private values(statistic: Statistic): number[] {
    return this.drawn
      .map(statistic)
      .filter((value) => !Number.isNaN(value))
      .sort((a, b) => a - b);
  }

  private draw(members: readonly (readonly number[])[], random: () => number): Weights {
    const weights = new Uint16Array(this.groups.length);
    for (let n = 0; n < members.length; n++)
      for (const at of members[Math.floor(random() * members.length)]!) weights[at]!++;
    return weights;
  }
}

function membersOf(groups: readonly string[]): number[][] {
  const members = new Map<string, number[]>();
  groups.forEach((group, at) => {
    const known = members.get(group);
    if (known) known.push(at);
    else members.set(group, [at]);
  });
  return [...members.values()];
}

/** Linear between neighbours. */
function at(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  return sorted[low]! + (place - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
}
