import { describe, expect, it } from "vitest";
import { differenceOf, estimate, onlyOneRight } from "../../../bench/robustness/estimate.js";
import { type Score, summarise } from "../../../bench/robustness/score.js";
import { type Robustness, tablesOf, textOf } from "../../../bench/robustness/tables.js";

const CASES = 40;
/** The first `right` of the episodes are right; every fifth expects no set of referents. */
const scored = (right: number, cases = CASES): Score =>
  summarise(
    Array.from({ length: cases }, (_, i) => ({
      right: i < right,
      f1: i % 5 === 0 ? null : i < right ? 1 : 0.5,
    })),
  );

function result(model: string, clean: number, corrupted: readonly number[]): Robustness {
  const attack = { clean: scored(clean), attacked: scored(corrupted[0]!), budget: "two edits", queries: 60 };
  return {
    about: { model, count: CASES, frames: CASES },
    frames: { clean: scored(clean), kinds: { fog: corrupted.map((right) => scored(right)) } },
    chat: { clean: scored(clean), kinds: { typos: [clean, ...corrupted].map((right) => scored(right)) } },
    attacks: { words: attack },
    missing: [{ left: ["sight", "chat"], model: scored(clean), rules: scored(4), best: "chat > sight" }],
  };
}

describe("a score over several strengths", () => {
  it("is their mean, with an interval that holds it and that narrows with more episodes", () => {
    const { value, low, high } = estimate([scored(30), scored(20)], "right");
    expect(value).toBeCloseTo((30 + 20) / 2 / CASES);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    const many = estimate([scored(300, 400), scored(200, 400)], "right");
    expect(many.high - many.low).toBeLessThan((high - low) / 2);
  });

  it("leaves out episodes of which nothing is expected", () => {
    expect(estimate([scored(CASES)], "f1").value).toBe(1);
    expect(estimate([scored(0)], "f1").value).toBe(0.5);
  });
});

describe("two models on the same episodes", () => {
  it("differ by the paired difference: a lead on many episodes is no chance, none is", () => {
    const lead = differenceOf([scored(30)], [scored(10)], "right");
    expect(lead.value).toBeCloseTo(0.5);
    expect(lead.low).toBeGreaterThan(0);
    expect(lead.p).toBeLessThan(0.01);
    const none = differenceOf([scored(30)], [scored(30)], "right");
    expect([none.value, none.low, none.high, none.p]).toEqual([0, 0, 0, 1]);
  });

  it("are counted where only one is right", () => {
    expect(onlyOneRight(scored(30), scored(10))).toMatchObject({ onlyA: 20, onlyB: 0 });
  });

  it("are not compared on different episodes", () => {
    expect(() => differenceOf([scored(3)], [scored(3, 50)], "right")).toThrow(/--count/);
    expect(() => onlyOneRight(scored(3), scored(3, 50))).toThrow(/--count/);
  });
});

describe("the suite's tables", () => {
  const own = result("new", 36, [30, 20]);
  const tables = tablesOf(own);
  const cell = (title: string, column: string, of = tables) => {
    const table = of.find((each) => each.title === title)!;
    return table.rows[0]![table.head.indexOf(column)];
  };

  it("have a cell for each column, and a table for each part that was measured", () => {
    expect(tables.map(({ title }) => title)).toEqual(["Frames", "Chat", "Attacks", "Senses gone"]);
    for (const of of [tables, tablesOf(own, result("old", 36, [10, 10]))])
      for (const { head, rows } of of) for (const row of rows) expect(row).toHaveLength(head.length);
  });

  it("tell clean, each strength and the mean", () => {
    for (const title of ["Frames", "Chat"])
      expect(["right: clean", "1", "2", "mean"].map((column) => cell(title, column))).toEqual([
        ".900",
        ".750",
        ".500",
        ".625",
      ]);
  });

  it("tell of another model what it had, and how sure the difference is", () => {
    const both = tablesOf(own, result("old", 36, [10, 10]));
    expect(cell("Frames", "before: mean right", both)).toBe(".250");
    expect(cell("Frames", "difference", both)).toBe(".375");
    expect(cell("Attacks", "only now : only before", both)).toBe("20 : 0, p < .001");
    expect(cell("Senses gone", "difference", both)).toBe(".000");
  });

  it("leave blank what the other result lacks", () => {
    const both = tablesOf(own, { about: { model: "old", count: CASES, frames: CASES } });
    expect(both.flatMap(({ head }) => head)).not.toContain("difference");
    const other = result("old", 36, [10]);
    const partly = tablesOf(own, { ...other, attacks: {} });
    expect(cell("Attacks", "difference", partly)).toBe("–");
  });

  it("stand in columns as text", () => {
    const [head, row] = textOf(tables[0]!).split("\n").slice(2);
    expect(row!.indexOf(".750") + 4).toBe(head!.indexOf(" 1 ") + 2);
  });
});
