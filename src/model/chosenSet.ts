/**
 * Which entities the last line is about, as one set: the twin of training/chosen.py (a test compares both on fixtures).
 * Each entity's own probability says which; the distribution of the set's size says how many. Of all sets the likeliest
 * is taken: p(size) times that of the set among those of its size, entities taken as independent.
 */

/** Below this an entity is in no set. */
const UNLIKELY = 0.01;
const SURE = 1 - 1e-6;

/**
 * Indices of the set's entities, the likeliest first.
 * @param p of each entity
 * @param sizes probabilities of none, one … "so many or more"
 */
export function chosenSet(p: ArrayLike<number>, sizes: ArrayLike<number>): number[] {
  const order = Array.from({ length: p.length }, (_, e) => e)
    .filter((e) => p[e] >= UNLIKELY)
    .sort((a, b) => p[b] - p[a]);
  const likely = order.map((e) => Math.min(SURE, p[e]));
  const most = sizes.length - 1;
  const counts = countsOf(likely, most);
  let odds = 0;
  let [best, highest] = [0, Number.NEGATIVE_INFINITY];
  for (let size = 0; size <= likely.length; size++) {
    if (size > 0) odds += Math.log(likely[size - 1]) - Math.log1p(-likely[size - 1]);
    const at = Math.min(size, most);
    const score = odds + Math.log(Math.max(sizes[at], 1e-9)) - Math.log(Math.max(counts[at], 1e-30));
    if (score > highest) [best, highest] = [size, score];
  }
  return order.slice(0, best);
}

/** Probabilities that of independent ones none, one … `most` or more happen. */
function countsOf(likely: readonly number[], most: number): Float64Array {
  const counts = new Float64Array(most + 1);
  counts[0] = 1;
  likely.forEach((p, i) => {
    for (let n = Math.min(i + 1, most); n >= 0; n--) {
      const stays = n === most ? counts[n] : counts[n] * (1 - p);
      counts[n] = stays + (n > 0 ? counts[n - 1] * p : 0);
    }
  });
  return counts;
}
