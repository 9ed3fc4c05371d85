/** Figures of the tasks on cases reckoned by hand, after the definitions in the bench's README. */
import { describe, expect, it } from "vitest";
import { once } from "../../bench/eval/stats/weighted.js";
import type { Json, Row } from "../../bench/eval/tasks/task.js";
import { TASKS } from "../../bench/eval/tasks/tasks.js";

const row = (gold: Json, said: Json | undefined, given: Json = {}): Row => ({ given, gold, said });

function figuresOf(task: string, rows: readonly Row[]): Record<string, number> {
  const { figures } = TASKS[task]!(rows);
  return Object.fromEntries(figures.map(({ name, of }) => [name, of(once(rows.length))]));
}

describe("focus", () => {
  const focus = (...masses: [string, number][]) => ({ focus: masses });

  it("is right where the first is one of those meant and nothing has no more mass", () => {
    const rows = [
      row({ any: ["a", "b"] }, focus(["b", 0.5], ["a", 0.1])),
      row({ any: ["a"] }, focus(["a", 0.4])),
      row({ any: ["a"] }, focus(["b", 0.9])),
      row({ none: true }, focus(["a", 0.4])),
      row({ none: true }, focus(["a", 0.5])),
      row({ none: true }, undefined),
    ];
    const figures = figuresOf("focus", rows);
    expect(figures.right).toBeCloseTo(2 / 6, 12);
    expect(figures["first is right"]).toBeCloseTo(1 / 3, 12);
    expect(figures["nothing: recall"]).toBeCloseTo(1 / 3, 12);
    expect(figures["nothing: precision"]).toBeCloseTo(1 / 2, 12);
    expect(TASKS.focus!(rows).right).toEqual([true, false, false, true, false, false]);
  });

  it("scores referents as a set", () => {
    const rows = [
      row({ referents: ["a", "b"] }, { focus: [["b", 1]], referents: ["b", "c"] }),
      row({ referents: ["a"] }, { focus: [["b", 1]], referents: ["a"] }),
      row({ referents: [] }, { focus: [], referents: [] }),
      row({ referents: ["a"] }, undefined),
    ];
    expect(figuresOf("focus", rows)).toEqual({
      "referents F1": (0.5 + 1 + 1 + 0) / 4,
      "referents exact": 2 / 4,
      "referents precision": (0.5 + 1) / 2,
      "referents recall": (0.5 + 1 + 0) / 3,
      "first is a referent": 1 / 3,
    });
  });

  it("is as sure as the larger of its first and nothing", () => {
    const beliefs = TASKS.focus!([
      row({ any: ["a"] }, focus(["a", 0.75])),
      row({ any: ["a"] }, focus(["a", 0.25])),
      row({ any: ["a"] }, undefined),
    ]).beliefs!;
    expect(beliefs.of).toEqual([{ said: 0.75, happened: true }, { said: 0.75, happened: false }, null]);
  });

  it("confuses kinds of entities, and nothing", () => {
    const entities = [{ id: "a", kind: "npc" }, { id: "b", kind: "prop" }, { id: "c" }];
    const { confusion } = TASKS.focus!([
      row({ any: ["a"] }, focus(["b", 0.9]), { entities }),
      row({ any: ["b", "c"] }, focus(["c", 0.9]), { entities }),
      row({ none: true }, focus(["a", 0.1]), { entities }),
    ]);
    expect(confusion).toEqual({
      labels: ["nothing", "npc", "prop", "thing"],
      counts: [
        [1, 0, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 1],
      ],
    });
  });
});

describe("answer", () => {
  it("tells answers, silence and rankings apart", () => {
    const figures = figuresOf("answer", [
      row({ answer: "k1" }, { answer: "k1", ranking: ["k1", "k2"] }),
      row({ answer: "k1" }, { answer: null, ranking: ["k2", "k1", "k1"] }),
      row({ relevant: ["k1", "k3"] }, { answer: "k3", ranking: ["k3", "k2", "k1"] }),
      row({ answer: null }, { answer: null, ranking: ["k2"] }),
      row({ answer: null }, { answer: "k2", ranking: ["k2"] }),
      row({ answer: null }, undefined),
    ]);
    expect(figures["accuracy (all)"]).toBeCloseTo(3 / 6, 12);
    expect(figures["accuracy (has an answer)"]).toBeCloseTo(2 / 3, 12);
    expect(figures["null recall"]).toBeCloseTo(1 / 3, 12);
    expect(figures["precision of what it answers"]).toBeCloseTo(2 / 3, 12);
    expect(figures["first of ranking right"]).toBeCloseTo(2 / 3, 12);
    expect(figures.MAP).toBeCloseTo((1 + 1 / 2 + (1 + 2 / 3) / 2) / 3, 12);
  });
});

describe("labels", () => {
  it("sentiment: macro-F1 over the labels that occur or are said", () => {
    const rows = [
      row({ labels: ["positive"] }, { labels: ["positive"] }),
      row({ labels: ["positive", "neutral"] }, { labels: ["neutral"] }),
      row({ labels: ["negative"] }, undefined),
    ];
    const figures = figuresOf("sentiment", rows);
    expect(figures["F1 positive"]).toBeCloseTo(2 / 3, 12);
    expect(figures["F1 neutral"]).toBe(1);
    expect(figures["F1 negative"]).toBe(0);
    expect(figures["macro-F1"]).toBeCloseTo((2 / 3 + 1 + 0) / 3, 12);
    expect(figures["all labels right"]).toBeCloseTo(1 / 3, 12);
    expect(TASKS.sentiment!(rows).confusion!.labels).toContain("no answer");
  });

  it("toxicity: a missing answer is neither label and wrong", () => {
    const rows = [
      row({ toxic: true }, { toxic: true, score: 0.9 }),
      row({ toxic: true }, { toxic: false, score: 0.2 }),
      row({ toxic: false }, { toxic: false, score: 0.1 }),
    ];
    const figures = figuresOf("toxicity", rows);
    expect(figures.accuracy).toBeCloseTo(2 / 3, 12);
    expect(figures["F1 toxic"]).toBeCloseTo(2 / 3, 12);
    expect(figures["F1 not toxic"]).toBeCloseTo(2 / 3, 12);
    expect(figures["precision not toxic"]).toBeCloseTo(1 / 2, 12);
    expect(figures["AUC of score"]).toBe(1);
    expect(TASKS.toxicity!(rows).confusion!.counts).toEqual([
      [1, 1],
      [0, 1],
    ]);
    const missing = [...rows, row({ toxic: false }, undefined)];
    expect(figuresOf("toxicity", missing).accuracy).toBeCloseTo(2 / 4, 12);
    expect(TASKS.toxicity!(missing).beliefs).toBeNull();
  });
});

describe("saliency", () => {
  const given = { width: 4, height: 1 };

  it("ranks the fixated pixel among those nobody looked at", () => {
    const map = [[0, 1, 2, 5]];
    // Two of three below; mean 2, variance 3.5.
    const figures = figuresOf("saliency", [row({ fixations: [[2.9, 0]] }, { map }, given)]);
    expect(figures.AUC).toBeCloseTo(2 / 3, 12);
    expect(figures.NSS).toBeCloseTo(0, 12);
    expect(figuresOf("saliency", [row({ fixations: [[3, 0]] }, { map }, given)]).NSS).toBeCloseTo(
      3 / Math.sqrt(3.5),
      12,
    );
  });

  it("gives .5 and 0 for no map, a flat one and one that is no map", () => {
    for (const said of [undefined, { map: [[1, 1]] }, { map: [[1], [1, 2]] }, { map: [] }])
      expect(figuresOf("saliency", [row({ fixations: [[0, 0]] }, said, given)])).toEqual({
        AUC: 0.5,
        NSS: 0,
      });
  });
});

describe("next-stop and attention", () => {
  it("looks for the stop among the first and the first three", () => {
    expect(
      figuresOf("next-stop", [
        row({ next: "a" }, { ranking: ["a", "b"] }),
        row({ next: "d" }, { ranking: ["a", "b", "d", "c"] }),
        row({ next: "c" }, { ranking: ["a", "b", "d", "c"] }),
        row({ next: "c" }, undefined),
      ]),
    ).toEqual({ "hit@1": 1 / 4, "hit@3": 2 / 4 });
  });

  it("passes an output of the same shape within 1e-4, float16 2e-3", () => {
    const output = (data: unknown[], type = "float32", dims = [data.length]) => ({ Y: { dims, type, data } });
    const passes = (wanted: Json, got: Json | undefined) =>
      TASKS.attention!([row({ outputs: wanted }, got && { outputs: got })]).right![0];
    expect(passes(output([1, "-inf"]), output([1.00005, "-inf"]))).toBe(true);
    expect(passes(output([1]), output([1.001]))).toBe(false);
    expect(passes(output([1], "float16"), output([1.001]))).toBe(true);
    expect(passes(output([1]), output([1], "float32", [1, 1]))).toBe(false);
    expect(passes(output([1]), output(["-inf"]))).toBe(false);
    expect(passes(output([1]), undefined)).toBe(false);
  });
});
