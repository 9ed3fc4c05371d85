import { readFileSync } from "node:fs";
import { Writable } from "node:stream";
import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import { beforeAll, describe, expect, test } from "vitest";
import { playScenario } from "../../src/headless/playScenario.js";
import { parseScenario } from "../../src/headless/scenario.js";
import { main, nodeModel } from "../../src/headless/traceCommand.js";
import type { TraceLine } from "../../src/headless/traceLine.js";

const fileOf = (name: string) => new URL(`./scenarios/${name}.json`, import.meta.url);

async function play(data: unknown): Promise<TraceLine[]> {
  const engine = new NullEngine();
  try {
    const lines: TraceLine[] = [];
    for await (const line of playScenario(parseScenario(data), engine, nodeModel())) lines.push(line);
    return lines;
  } finally {
    engine.dispose();
  }
}

const playFile = (name: string) => play(JSON.parse(readFileSync(fileOf(name), "utf8")));
const ada = (line: TraceLine) => line.npcs[0]!;
const at = (lines: TraceLine[], t: number) => lines.find((line) => line.t >= t)!;
const warnings = (lines: TraceLine[]) =>
  lines.flatMap(({ t, warnings: told }) => (told ?? []).map((text) => ({ t, text })));
const numbersOf = (value: unknown): number[] =>
  typeof value === "number"
    ? [value]
    : value && typeof value === "object"
      ? Object.values(value).flatMap(numbersOf)
      : [];

function expectSound(lines: TraceLine[]): void {
  for (const line of lines) {
    for (const number of numbersOf(line)) expect(number).toSatisfy(Number.isFinite);
    for (const { focus } of line.npcs) {
      expect(focus.reduce((sum, [, share]) => sum + share, 0)).toBeLessThanOrEqual(1.001);
    }
  }
}

describe("a scenario with a tour", () => {
  let lines: TraceLine[];
  beforeAll(async () => {
    lines = await playFile("tour");
  });

  test("has one line a step, and finite numbers only", () => {
    expect(lines).toHaveLength(45 / 0.05);
    expect(lines.map(({ t }) => t).slice(0, 3)).toEqual([0.05, 0.1, 0.15]);
    expectSound(lines);
  });

  test("begins when ordered, leads to each stop and presents it there, and ends", () => {
    expect(ada(at(lines, 0.45)).task).toBe("idle");
    expect(ada(at(lines, 0.6)).task).toBe("greeting");
    const phases = lines.map((line) => `${ada(line).task} ${ada(line).stop}`);
    const order = phases.filter((phase, i) => phase !== phases[i - 1] && phase === phases[i + 1]);
    const wanted = ["leading vase", "presenting vase", "leading globe", "presenting globe", "ended null"];
    expect(order.filter((phase) => wanted.includes(phase))).toEqual(wanted);
  });

  test("says its sentences to the visitor, at the stop", () => {
    const said = lines.flatMap((line) => line.said.map((sentence) => ({ ...sentence, at: ada(line).stop })));
    const told = said.filter(
      ({ text }) => text.startsWith("This is a celadon") || text.startsWith("And here"),
    );
    expect(told).toEqual([
      { speaker: "ada", to: "lin", text: "This is a celadon vase.", seconds: expect.any(Number), at: "vase" },
      {
        speaker: "ada",
        to: "lin",
        text: "And here is a globe of 1700.",
        seconds: expect.any(Number),
        at: "globe",
      },
    ]);
  });

  test("walks, and the visitor follows", () => {
    const last = lines.at(-1)!;
    const [x, , z] = ada(last).position;
    expect(Math.hypot(x + 3, z - 8)).toBeLessThan(3);
    const [px, , pz] = last.players[0]!.position;
    expect(Math.hypot(px - x, pz - z)).toBeLessThan(2.5);
  });
});

describe("a scenario with chat", () => {
  let lines: TraceLine[];
  beforeAll(async () => {
    lines = await playFile("chat");
  });

  test("is answered from what the NPC knows, to the one who asked", () => {
    const said = lines.flatMap((line) => line.said);
    expect(said).toEqual([
      {
        speaker: "ada",
        to: "lin",
        text: "A ticket is nine euros.",
        answer: "price",
        seconds: expect.any(Number),
      },
    ]);
  });

  test("turns eyes and head to who asks, and says why", () => {
    const change = lines.find((line) => ada(line).attending === "lin")!;
    expect(change.t).toBeGreaterThan(1.5);
    expect(change.t).toBeLessThan(3);
    expect(ada(change).why).toBeDefined();
    const { bodyYaw, headYaw, eyeYaw } = ada(at(lines, 4));
    expect(bodyYaw + headYaw + eyeYaw).toBeCloseTo(Math.atan2(1, 4), 0);
  });

  test("does not turn to and fro while nothing new happens", () => {
    const changes = lines.filter((line) => ada(line).why && line.t > 2.5 && line.t < 7);
    expect(changes.length).toBeLessThanOrEqual(3);
  });

  test("keeps her eyes on who asked while she answers about nothing in the scene", () => {
    const said = lines.find((line) => line.said.length > 0)!;
    for (const after of [0.3, 0.8, 1.3]) expect(ada(at(lines, said.t + after)).attending).toBe("lin");
  });

  test("an order outranks all else while it lasts", () => {
    for (const t of [9.1, 10, 10.8]) expect(ada(at(lines, t)).attending).toBe("mask");
  });
});

describe("a scenario with a fall behind the guide", () => {
  let lines: TraceLine[];
  beforeAll(async () => {
    lines = await playFile("crash");
  });

  test("is heard by who has the back turned, and she turns to it", () => {
    const change = lines.find((line) => ada(line).attending === "urn")!;
    expect(change.t).toBeGreaterThan(2);
    expect(change.t).toBeLessThan(3);
    const { hearing, sight } = ada(change).why!;
    expect(hearing).toBeGreaterThan(0.5);
    expect(sight).toBeLessThan(hearing);
    const { bodyYaw, headYaw, eyeYaw } = ada(at(lines, 4.5));
    expect(Math.abs(Math.sin((bodyYaw + headYaw + eyeYaw - Math.atan2(-1, -4)) / 2))).toBeLessThan(0.3);
  });

  test("is the same, byte for byte, each time", async () => {
    expect(JSON.stringify(await playFile("crash"))).toBe(JSON.stringify(lines));
  });
});

describe("a scenario with faults", () => {
  let lines: TraceLine[];
  beforeAll(async () => {
    lines = await playFile("fault");
  });

  test("has no number that is none, whatever was poisoned", () => expectSound(lines));

  test("tells each fault once, at the step where it is found", () => {
    const told = warnings(lines);
    const when = (text: string) => told.filter((warning) => warning.text.includes(text)).map(({ t }) => t);
    // The ears take samples eight times a second.
    expect(when("no finite numbers")).toEqual([1.05]);
    expect(when("worker crashed")).toEqual([3]);
    // The deadline of a decision is 2 s.
    expect(when("stopped answering")).toEqual([8.05]);
    expect(when("without its model")).toHaveLength(1);
  });

  test("goes on meanwhile: the NPC still attends to who speaks to it", () => {
    const change = lines.find((line) => ada(line).attending === "lin" && line.t > 3.2)!;
    expect(change.t).toBeLessThan(4.5);
    expect(ada(lines.at(-1)!).focus.length).toBeGreaterThan(0);
  });
});

describe("the same scenario", () => {
  const short = () => ({ ...JSON.parse(readFileSync(fileOf("fault"), "utf8")), duration: 9 });

  test("gives the same bytes each time, faults and all", async () => {
    expect(JSON.stringify(await play(short()))).toBe(JSON.stringify(await play(short())));
  });

  test("gives another trace with another seed", async () => {
    const [one, other] = [await play(short()), await play({ ...short(), seed: 8 })];
    expect(JSON.stringify(one)).not.toBe(JSON.stringify(other));
  });
});

describe("timeline", () => {
  const base = {
    duration: 3,
    step: 0.05,
    entities: [{ id: "vase", position: [0, 1, 3] }],
    npcs: [{ id: "ada", name: "Ada", position: [0, 0, 0], forward: [0, 0, 1] }],
    players: [{ id: "lin", position: [4, 0, 0] }],
  };

  test("what appears is not there before", async () => {
    const lines = await play({
      ...base,
      entities: [{ id: "vase", label: "vase", position: [0, 1, 3] }],
      timeline: [
        { at: 1.5, event: { entity: "vase", event: "appears" } },
        { at: 2, chat: { speaker: "lin", text: "what is the vase?" } },
      ],
    });
    const ids = (line: TraceLine) => ada(line).focus.map(([id]) => id);
    expect(lines.filter((line) => line.t < 1.5).flatMap(ids)).not.toContain("vase");
    expect(lines.filter((line) => line.t >= 1.5).flatMap(ids)).toContain("vase");
  });

  test("happens once a condition has held", async () => {
    const lines = await play({
      ...base,
      timeline: [
        { at: 0.5, order: { npc: "ada", attend: "vase" } },
        { when: { npc: "ada", attending: "vase", for: 1 }, move: { who: "lin", to: [4, 0, 9] } },
      ],
    });
    const z = (t: number) => at(lines, t).players[0]!.position[2];
    expect(z(1.4)).toBe(0);
    expect(z(1.8)).toBeGreaterThan(0);
    expect(z(2.8) - z(1.8)).toBeCloseTo(1.2, 1);
  });
});

test("the command writes one JSON object a line", async () => {
  let text = "";
  const output = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  const code = await main([new URL("./scenarios/still.json", import.meta.url).pathname], output);
  expect(code).toBe(0);
  const lines = text.trimEnd().split("\n");
  expect(lines).toHaveLength(4);
  expect(JSON.parse(lines[3]!)).toMatchObject({ t: 0.4, npcs: [{ id: "ada" }], said: [] });
});

test("a file that is no scenario is told with its name and field", async () => {
  await expect(main(["nowhere.json"])).rejects.toThrow("nowhere.json is no scenario");
  await expect(main([])).rejects.toThrow("usage");
});
