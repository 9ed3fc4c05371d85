/** Which words and phrasings each split may use: held out by rank of hash, so that no list runs dry. */
import { hashText } from "./random.js";
import type { Split } from "./types.js";

/** Share of each list that only test shows, and that only val shows. */
const TEST_SHARE = 0.15;
const VAL_SHARE = 0.07;
/** Shorter lists are closed classes (function words): every split uses them whole. */
export const SHORTEST_SPLIT_LIST = 5;

const cache = new WeakMap<readonly unknown[], Record<Split, unknown[]>>();

/** What `split` may use of several lists, as one. */
export function parts<T>(
  lists: readonly (readonly T[])[],
  split: Split,
  key?: (item: T) => string,
): readonly T[] {
  return lists.flatMap((list) => part(list, split, key));
}

/** The part of `list` that `split` may use. Stable under additions only up to the rank of hashes. */
export function part<T>(list: readonly T[], split: Split, key: (item: T) => string = String): readonly T[] {
  if (list.length < SHORTEST_SPLIT_LIST) return list;
  const known = cache.get(list);
  if (known) return known[split] as T[];
  const ranked = [...list].sort((a, b) => hashText(key(a)) - hashText(key(b)));
  const test = Math.ceil(list.length * TEST_SHARE);
  const val = Math.ceil(list.length * VAL_SHARE);
  const parts = {
    test: ranked.slice(0, test),
    val: ranked.slice(test, test + val),
    train: ranked.slice(test + val),
  };
  cache.set(list, parts);
  return parts[split];
}
