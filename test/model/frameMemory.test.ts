import { describe, expect, it } from "vitest";
import { FrameMemory } from "../../src/model/frameMemory.js";
import type { FramePercept, Percepts } from "../../src/model/percepts.js";
import { entity, moment } from "./percepts.js";

const FRAME: FramePercept = { pixels: new Uint8Array(4), ids: new Int16Array([-1, 0, 1]) };

const seeing = (ids: readonly string[], over: Partial<Percepts>): Percepts =>
  moment({ entities: ids.map((id) => entity(id)), ...over });

describe("the memory of the frame", () => {
  it("hands on a frame that arrives as it is", () => {
    expect(new FrameMemory().complete(seeing(["vase", "bell"], { frame: FRAME })).frame).toBe(FRAME);
  });

  it("fills in the last frame where that still holds, and only there", () => {
    const memory = new FrameMemory();
    memory.complete(seeing(["vase", "bell"], { frame: FRAME }));
    expect(memory.complete(seeing(["vase", "bell"], { frameHolds: true })).frame).toBe(FRAME);
    expect(memory.complete(seeing(["vase", "bell"], {})).frame).toBeNull();
    expect(memory.complete(seeing(["vase", "bell"], { frameHolds: true })).frame).toBe(FRAME);
  });

  it("lets its ids count by the entities of now, -1 for what is gone", () => {
    const memory = new FrameMemory();
    memory.complete(seeing(["vase", "bell"], { frame: FRAME }));
    const { ids } = memory.complete(seeing(["lamp", "bell"], { frameHolds: true })).frame!;
    expect([...ids]).toEqual([-1, -1, 1]);
  });

  it("knows no frame before the first one, as after a worker's restart", () => {
    expect(new FrameMemory().complete(seeing(["vase"], { frameHolds: true })).frame).toBeNull();
  });
});
