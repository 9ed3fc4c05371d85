import { Engine } from "@babylonjs/core/Engines/engine.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseFocusCase } from "../../../src/headless/focusCase.js";
import { observeCase } from "../../../src/headless/observeCase.js";
import type { Percepts } from "../../../src/model/percepts.js";

let engine: Engine;
let percepts: Percepts;
beforeAll(async () => {
  const canvas = document.createElement("canvas");
  canvas.width = 256;
  canvas.height = 144;
  engine = new Engine(canvas, true);
  const thing = { label: "thing", size: [1, 1, 1] };
  const focusCase = parseFocusCase({
    id: "c1",
    entities: [
      { ...thing, id: "red", colour: "#d02020", shape: "box", position: [-1.5, 1.5, 5] },
      { ...thing, id: "blue", colour: "#2050d0", shape: "sphere", position: [1.5, 1.5, 5] },
      { ...thing, id: "hidden", colour: "#30a030", shape: "box", position: [-1.8, 1.5, 7] },
      { ...thing, id: "behind", colour: "#30a030", shape: "box", position: [0, 1.5, -5] },
    ],
    viewer: { position: [0, 1.6, 0], forward: [0, 0, 1] },
    chat: [{ speaker: "player", text: "the blue one", secondsAgo: 2 }],
  });
  percepts = await observeCase(engine, focusCase, { sight: "frame", withholdNames: true });
});
afterAll(() => engine.dispose());

const look = (id: string) => percepts.entities.find((entity) => entity.id === id)!;

describe("a case that is rendered", () => {
  test("has a frame with every visible thing under its number", () => {
    const { ids, pixels } = percepts.frame!;
    expect(pixels).toBeInstanceOf(Uint8Array);
    const shown = new Set([...ids].filter((id) => id >= 0).map((id) => percepts.entities[id]!.id));
    expect(shown).toContain("red");
    expect(shown).toContain("blue");
    expect(shown).not.toContain("behind");
  });

  test("tells colour by the pixels alone: nothing is stated", () => {
    const [r, g, b] = look("red").appearance.colour!;
    expect(r).toBeGreaterThan(2 * Math.max(g, b));
    const [r2, g2, b2] = look("blue").appearance.colour!;
    expect(b2).toBeGreaterThan(1.5 * Math.max(r2, g2));
    expect(look("behind").appearance.colour).toBe(null);
    expect(look("red")).toMatchObject({ label: "", names: [] });
  });

  test("tells how much of each thing is seen", () => {
    expect(look("red").visible).toBeGreaterThan(0.8);
    expect(look("hidden").visible).toBeLessThan(0.5);
    expect(look("behind").visible).toBe(0);
  });

  test("has messages at their time, whatever the frame took", () => {
    expect(percepts.messages[0]?.secondsAgo).toBeCloseTo(2, 0);
  });
});
