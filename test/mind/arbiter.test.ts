import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Arbiter, type Choice } from "../../src/mind/arbiter.js";
import { seeded } from "./world.js";

const STEP = 1 / 60;

/** Runs an arbiter and lists its changes with their times. */
function play(arbiter: Arbiter, seconds: number, from = 0, feed: (t: number) => void = () => {}) {
  const changes: (Choice & { at: number })[] = [];
  for (let i = 1; i <= Math.round(seconds / STEP); i++) {
    feed(from + i * STEP);
    const choice = arbiter.step(from + i * STEP, STEP);
    if (choice) changes.push({ ...choice, at: i * STEP });
  }
  return changes;
}

const arbiter = (options = {}) => new Arbiter(options, seeded(3));

describe("taking a target", () => {
  it("takes 100 to 300 ms", () => {
    const mind = arbiter();
    mind.receive([["vase", 0.9]]);
    const [first, ...rest] = play(mind, 1);
    expect(first).toMatchObject({ from: null, to: "vase", reason: "focus" });
    expect(first!.at).toBeGreaterThan(0.1);
    expect(first!.at).toBeLessThan(0.3);
    expect(rest).toEqual([]);
  });

  it("is slower to a weaker challenger, and a strong alarm breaks the dwell time", () => {
    const time = (p: number) => {
      const mind = arbiter({ latencySeconds: [0.2, 0.2] });
      mind.receive([["vase", 1]]);
      play(mind, 0.3);
      mind.receive([
        ["door", p],
        ["vase", 1 - p],
      ]);
      return play(mind, 2)[0]!.at;
    };
    expect(time(0.95)).toBeLessThan(time(0.6));
    expect(time(0.95)).toBeLessThan(0.25);
  });

  it("does not happen for a lead within the margin", () => {
    const mind = arbiter();
    mind.receive([["vase", 0.9]]);
    play(mind, 1);
    mind.receive([
      ["vase", 0.46],
      ["door", 0.52],
    ]);
    expect(
      play(mind, 5, 1, () =>
        mind.receive([
          ["vase", 0.46],
          ["door", 0.52],
        ]),
      ),
    ).toEqual([]);
  });
});

describe("a leader that alternates", () => {
  const pair = (a: number, b: number): [string, number][] => [
    ["a", a],
    ["b", b],
  ];
  /** A focus eight times a second that leans on a, then on b, by turns of so many seconds. */
  const alternating = (mind: Arbiter, turn: number) => (t: number) => {
    if (Math.floor(t * 8) !== Math.floor((t - STEP) * 8))
      mind.receive(Math.floor(t / turn) % 2 === 0 ? pair(0.95, 0.05) : pair(0.05, 0.95));
  };

  it("is not followed, however sure each focus is", () => {
    const mind = arbiter();
    const changes = play(mind, 20, 0, alternating(mind, 0.25));
    expect(changes.length).toBeLessThanOrEqual(2);
    expect(changes.every(({ at }) => at < 1)).toBe(true);
  });

  it("is followed slowly, as eyes go from one thing to another, if what leads depends on what it attends to", () => {
    const mind = arbiter();
    const changes = play(mind, 30, 0, (t) => {
      if (Math.floor(t * 8) === Math.floor((t - STEP) * 8)) return;
      mind.receive(mind.current === "a" ? pair(0.05, 0.95) : pair(0.95, 0.05));
    });
    const gaps = changes.slice(3).map(({ at }, i) => at - changes[i + 2]!.at);
    expect(Math.min(...gaps)).toBeGreaterThan(1.2);
  });

  it("is followed at once where something new has happened, or where another takes the lead", () => {
    for (const call of [
      (mind: Arbiter, other: string) => mind.receive([[other, 0.95]], { isNews: true }),
      (mind: Arbiter) => mind.receive([["c", 0.95]]),
    ]) {
      const mind = arbiter();
      play(mind, 2, 0, alternating(mind, 0.25));
      const other = mind.current === "a" ? "b" : "a";
      call(mind, other);
      const [change] = play(mind, 1, 2);
      expect(change!.at).toBeLessThan(0.4);
    }
  });
});

describe("being used to something", () => {
  it("tips the balance between near equals, and does not count against a call", () => {
    const focus: [string, number][] = [
      ["vase", 0.48],
      ["door", 0.42],
    ];
    const habituation = (id: string) => (id === "vase" ? 1 : 0);
    const settled = (call: number) => {
      const mind = arbiter({ margin: 0.04 });
      play(mind, 2, 0, () => mind.receive(focus, { habituation, call }));
      return mind.current;
    };
    expect(settled(0)).toBe("door");
    expect(settled(1)).toBe("vase");
  });
});

describe("letting go", () => {
  it("needs nothing to lead for a while", () => {
    const mind = arbiter();
    mind.receive([["vase", 0.9]]);
    play(mind, 1);
    const [change] = play(mind, 3, 1, () => mind.receive([["vase", 0.1]]));
    expect(change).toMatchObject({ from: "vase", to: null, reason: "nothing" });
    expect(change!.at).toBeGreaterThan(0.8);
    expect(change!.at).toBeLessThan(1.2);
  });

  it("happens also when no focus comes any more", () => {
    const mind = arbiter();
    mind.receive([["vase", 0.9]]);
    expect(play(mind, 6).map((change) => change.to)).toEqual(["vase", null]);
  });

  it("waits for the next focus where a slow device takes ten seconds for each", () => {
    const mind = arbiter();
    for (let i = 0; i < 3; i++) {
      mind.receive([["vase", 0.9]]);
      const changes = play(mind, 10, 10 * i);
      // The first focus tells nothing yet of how long the next one takes.
      if (i > 0) expect(changes.map(({ to }) => to)).toEqual(i === 1 ? ["vase"] : []);
    }
    expect(mind.current).toBe("vase");
    expect(play(mind, 10, 30)).toMatchObject([{ to: null, reason: "nothing" }]);
  });

  it("happens at once when the entity is gone, and says so", () => {
    const mind = arbiter();
    mind.receive([["vase", 0.9]]);
    play(mind, 1);
    mind.forget("vase");
    expect(play(mind, 1)).toMatchObject([{ from: "vase", to: null, reason: "gone", at: STEP }]);
  });
});

describe("a forced target", () => {
  it("outranks every focus while it lasts, then yields", () => {
    const mind = arbiter();
    mind.force("vase", 3);
    const changes = play(mind, 4, 0, () => mind.receive([["lin", 1]], { call: 1 }));
    expect(changes.map(({ to, reason }) => [to, reason])).toEqual([
      ["vase", "forced"],
      ["lin", "released"],
    ]);
    expect(changes[0]!.at).toBeCloseTo(STEP);
    expect(changes[1]!.at).toBeCloseTo(3, 1);
  });

  it("may be nothing", () => {
    const mind = arbiter();
    mind.receive([["lin", 1]]);
    play(mind, 1);
    mind.force(null);
    expect(play(mind, 2, 1, () => mind.receive([["lin", 1]]))).toMatchObject([
      { to: null, reason: "forced" },
    ]);
  });

  it("that is gone is let go, though it was forced", () => {
    const mind = arbiter();
    mind.force("vase");
    play(mind, 0.5);
    mind.forget("vase");
    expect(play(mind, 0.5)).toMatchObject([{ from: "vase", to: null, reason: "gone" }]);
    expect(mind.isForced).toBe(false);
  });
});

describe("what the task asks for", () => {
  it("is attended to while nothing calls, yields to a call, and is taken up again", () => {
    const mind = arbiter();
    mind.intend("vase");
    expect(play(mind, 1)).toMatchObject([{ to: "vase", reason: "intent" }]);
    expect(play(mind, 2, 1, () => mind.receive([["lin", 0.9]]))).toEqual([]);
    expect(play(mind, 1, 3, () => mind.receive([["door", 0.9]], { call: 1 }))).toMatchObject([
      { to: "door" },
    ]);
    expect(play(mind, 2, 4, () => mind.receive([]))).toMatchObject([{ to: "vase" }]);
  });
});

describe("property", () => {
  const share = fc.double({ min: 0.26, max: 0.33, noNaN: true });

  it("never flip-flops between targets whose shares differ by less than the margin", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share, share), { minLength: 20, maxLength: 60 }), (shares) => {
        const mind = arbiter();
        let tick = 0;
        const changes = play(mind, shares.length / 8, 0, (t) => {
          const index = Math.min(shares.length - 1, Math.floor(t * 8));
          const [a, b, c] = shares[index]!;
          if (index !== tick || t <= STEP)
            mind.receive([
              ["a", a],
              ["b", b],
              ["c", c],
            ]);
          tick = index;
        });
        expect(changes).toHaveLength(1);
      }),
    );
  });

  it("always has finite evidence and one target among those it was told of, whatever comes", () => {
    const anything = fc.oneof(fc.double(), fc.constant(Number.NaN), fc.constant(Number.POSITIVE_INFINITY));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anything, anything, anything, anything), { maxLength: 40 }),
        (moments) => {
          const mind = arbiter();
          let now = 0;
          for (const [a, b, call, dt] of moments) {
            mind.receive(
              [
                ["a", a],
                ["b", b],
              ],
              { call, habituation: () => b, isNews: a > 0.5 },
            );
            now += STEP;
            mind.step(now, dt);
            mind.step(now, STEP);
            for (const id of ["a", "b"]) {
              expect(mind.evidenceOf(id)).toBeGreaterThanOrEqual(0);
              expect(mind.evidenceOf(id)).toBeLessThanOrEqual(1);
            }
            expect([null, "a", "b"]).toContain(mind.current);
            expect(Number.isFinite(mind.currentSeconds)).toBe(true);
          }
        },
      ),
    );
  });
});
