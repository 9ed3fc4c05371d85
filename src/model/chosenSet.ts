/**
 * Which entities the last line is about, as one set: the twin of training/chosen.py (a test compares both on fixtures).
 * Of all sets the likeliest is taken, where a set's odds are those of its entities and of what weighs for its size.
 */

/** Below this an entity is in no set. */
const UNLIKELY = 0.01;
const SURE = 1 - 1e-6;

/**
 * Indices of the set's entities, the likeliest first.
 * @param p probability of each entity
 * @param weighs logits of the sizes: none, one … "so many or more"; all 0: each entity counts from .5 on
 */
export function chosenSet(p: ArrayLike<number>, weighs: ArrayLike<number>): number[] {
  const order = Array.from({ length: p.length }, (_, e) => e)
    .filter((e) => p[e] >= UNLIKELY)
    .sort((a, b) => p[b] - p[a]);
  let odds = 0;
  let [best, highest] = [0, weighs[0]];
  order.forEach((e, i) => {
    const likely = Math.min(SURE, p[e]);
    odds += Math.log(likely) - Math.log1p(-likely);
    const score = odds + weighs[Math.min(i + 1, weighs.length - 1)];
    if (score > highest) [best, highest] = [i + 1, score];
  });
  return order.slice(0, best);
}
