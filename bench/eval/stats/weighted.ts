/**
 * Figures over cases that may count more than once: a bootstrap draws weights, not copies. `weights[i]` is how often
 * case i counts; all 1 gives the plain figure. NaN where nothing counts.
 */
export type Weights = ArrayLike<number>;
export type Statistic = (weights: Weights) => number;

export const once = (count: number): Weights => new Uint16Array(count).fill(1);

/** A value that is NaN does not count: the case has no such figure. */
export function mean(values: readonly number[]): Statistic {
  return (weights) => {
    let sum = 0;
    let count = 0;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (Number.isNaN(value)) continue;
      sum += weights[i]! * value;
      count += weights[i]!;
    }
    return count ? sum / count : Number.NaN;
  };
}

export interface Detection {
  readonly actual: readonly boolean[];
  readonly predicted: readonly boolean[];
}

export const precision = (of: Detection): Statistic => ratio(of, "predicted");
export const recall = (of: Detection): Statistic => ratio(of, "actual");

/** 2 TP / (predicted + actual). */
export function f1({ actual, predicted }: Detection): Statistic {
  return (weights) => {
    let both = 0;
    let either = 0;
    for (let i = 0; i < actual.length; i++) {
      if (actual[i] && predicted[i]) both += weights[i]!;
      either += weights[i]! * (Number(actual[i]) + Number(predicted[i]));
    }
    return either ? (2 * both) / either : Number.NaN;
  };
}

/** Mean F1 of the labels, without those that neither occur nor are predicted. */
export function macroF1(labels: readonly Detection[]): Statistic {
  const each = labels.map(f1);
  return (weights) => {
    const known = each.map((of) => of(weights)).filter((value) => !Number.isNaN(value));
    return known.length ? known.reduce((a, b) => a + b, 0) / known.length : Number.NaN;
  };
}

/** P(a positive scores above a negative), ties half. */
export function rankAuc(scores: readonly number[], positive: readonly boolean[]): Statistic {
  const order = scores.map((_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  return (weights) => {
    let below = 0;
    let won = 0;
    let positives = 0;
    for (let from = 0; from < order.length; ) {
      let [up, down] = [0, 0];
      let to = from;
      for (; to < order.length && scores[order[to]!] === scores[order[from]!]; to++) {
        const at = order[to]!;
        if (positive[at]) up += weights[at]!;
        else down += weights[at]!;
      }
      won += up * (below + down / 2);
      below += down;
      positives += up;
      from = to;
    }
    return won / (positives * below);
  };
}

function ratio({ actual, predicted }: Detection, of: keyof Detection): Statistic {
  const all = of === "actual" ? actual : predicted;
  return (weights) => {
    let both = 0;
    let count = 0;
    for (let i = 0; i < all.length; i++) {
      if (!all[i]) continue;
      count += weights[i]!;
      if (actual[i] && predicted[i]) both += weights[i]!;
    }
    return count ? both / count : Number.NaN;
  };
}
