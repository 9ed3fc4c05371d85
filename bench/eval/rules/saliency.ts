import type { RulesOf } from "./rule.js";

const COLUMNS = 64;
const ROWS = 48;

/** Everybody looks at the middle: a Gaussian of a quarter of each side. */
export const saliencyRules: RulesOf = () => {
  const fall = (i: number, cells: number) => Math.exp(-((((i + 0.5) / cells - 0.5) / 0.25) ** 2) / 2);
  const map = Array.from({ length: ROWS }, (_, y) =>
    Array.from({ length: COLUMNS }, (__, x) => fall(x, COLUMNS) * fall(y, ROWS)),
  );
  return [{ name: "centre", predict: () => ({ map }) }];
};
