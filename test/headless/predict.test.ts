import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import jpeg from "jpeg-js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "../../src/headless/predictCommand.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "predict-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function predict(
  set: object,
  lines: readonly (object | string)[],
  knowledge?: object,
): Promise<unknown[]> {
  writeFileSync(join(folder, "set.json"), JSON.stringify(set));
  if (knowledge) writeFileSync(join(folder, "knowledge.json"), JSON.stringify(knowledge));
  const input = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  let text = "";
  const output = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  expect(await main(["--set", folder], Readable.from([input]), output)).toBe(0);
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

const museum = (id: string, changes: object = {}) => ({
  id,
  task: "focus",
  entities: [
    { id: "vase", label: "vase", position: [-2, 1, 4] },
    { id: "globe", label: "globe", position: [2, 1, 4] },
  ],
  viewer: { position: [0, 1.6, 0], forward: [0, 0, 1] },
  npc: { position: [0, 0, 0], forward: [0, 0, 1] },
  chat: [{ speaker: "player", text: "what is that globe?", secondsAgo: 1 }],
  ...changes,
});

describe("task focus", () => {
  test("gives each case a distribution over its entities, the NPC left out", async () => {
    const [one] = (await predict({ task: "focus" }, [museum("c1")])) as [
      { id: string; focus: [string, number][]; referents: string[] },
    ];
    expect(one.id).toBe("c1");
    expect(new Set(one.focus.map(([id]) => id))).toEqual(new Set(["vase", "globe"]));
    const shares = one.focus.map(([, share]) => share);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1.000001);
    for (const id of one.referents) expect(["vase", "globe"]).toContain(id);
  });

  test("gives the same for a case, whatever cases came before it", async () => {
    const sound = { entity: "vase", sound: "bell", levelDb: 80, startedSecondsAgo: 0.1, durationSeconds: 3 };
    const noisy = museum("noisy", { sounds: [sound] });
    const alone = await predict({ task: "focus" }, [noisy]);
    const after = await predict({ task: "focus" }, [
      museum("c1", { sounds: [{ ...sound, sound: "crash" }] }),
      noisy,
    ]);
    expect(after[1]).toEqual(alone[0]);
  });

  test("a case that can't be handled gives an error, and the others their prediction", async () => {
    const lines = [museum("good"), { id: "bad", entities: "none" }, "{broken", museum("also good")];
    const said = (await predict({ task: "focus" }, lines)) as {
      id: unknown;
      error?: string;
      focus?: unknown;
    }[];
    expect(said.find(({ id }) => id === "bad")?.error).toContain("case.entities must be a list");
    expect(said.find(({ id }) => id === null)?.error).toContain("no JSON");
    expect(said.filter(({ focus }) => focus).map(({ id }) => id)).toEqual(["good", "also good"]);
  });
});

test("task answer: the known answer that fits, or none", async () => {
  const knowledge = [
    { id: "refund", questions: ["how do i get a refund", "can i have my money back"] },
    { id: "hours", questions: ["when do you open", "what are the opening hours"] },
  ];
  const said = await predict(
    { task: "answer" },
    [
      { id: "q1", task: "answer", text: "where can i get a refund" },
      { id: "q2", task: "answer", text: "zebra kayak volcano" },
      { id: "q3", task: "answer" },
    ],
    knowledge,
  );
  expect(said[0]).toMatchObject({ id: "q1", answer: "refund" });
  expect((said[0] as { ranking: string[] }).ranking[0]).toBe("refund");
  expect(said[1]).toMatchObject({ id: "q2", answer: null });
  expect(said[2]).toEqual({ id: "q3", error: "case.text must be a string" });
});

describe("task attention", () => {
  const tensor = (dims: number[], data: unknown[], type = "float32") => ({ dims, type, data });
  const inputs = {
    Q: tensor([1, 1, 1, 1], [1]),
    K: tensor([1, 1, 2, 1], [3, 4]),
    V: tensor([1, 1, 2, 1], [5, 6]),
    attn_mask: tensor([1, 2], [0, "-inf"]),
  };

  test("gives every output of the operator, minus infinity as a string", async () => {
    const attributes = { qk_matmul_output_mode: 2 };
    expect(await predict({ task: "attention" }, [{ id: "a1", inputs, attributes }])).toEqual([
      {
        id: "a1",
        outputs: {
          Y: tensor([1, 1, 1, 1], [5]),
          present_key: inputs.K,
          present_value: inputs.V,
          qk_matmul_output: tensor([1, 1, 1, 2], [3, "-inf"]),
        },
      },
    ]);
  });

  test("what the operator does not know is an error that names it", async () => {
    const said = (await predict({ task: "attention" }, [
      { id: "a1", inputs: { ...inputs, query: inputs.Q } },
      { id: "a2", inputs, attributes: { causal: 1 } },
      { id: "a3", inputs: { ...inputs, V: undefined } },
      { id: "a4", inputs: { ...inputs, K: tensor([1, 1, 2, 1], [3, "4"]) } },
    ])) as { error: string }[];
    expect(said.map(({ error }) => error.slice(0, 29))).toEqual([
      "case.inputs.query is unknown;",
      "case.attributes.causal is unk",
      "case.inputs.V must be a tenso",
      "case.inputs.K.data must be nu",
    ]);
  });
});

describe("task saliency", () => {
  test("gives each picture a map of where people look", async () => {
    const data = new Uint8Array(64 * 48 * 4).fill(90);
    for (let y = 20; y < 26; y++)
      for (let x = 40; x < 46; x++) data.set([230, 40, 40, 255], (y * 64 + x) * 4);
    writeFileSync(join(folder, "spot.jpg"), jpeg.encode({ width: 64, height: 48, data }, 95).data);
    const [said] = (await predict({ task: "saliency" }, [{ id: "s1", image: "spot.jpg" }])) as {
      id: string;
      map: number[][];
    }[];
    expect(said).toMatchObject({ id: "s1" });
    expect([said!.map.length, said!.map[0]!.length]).toEqual([48, 64]);
    const peak = Math.max(...said!.map.flat());
    const row = said!.map.findIndex((values) => values.includes(peak));
    const column = said!.map[row]!.indexOf(peak);
    expect(Math.hypot(column - 43, row - 23)).toBeLessThan(4);
  });

  test("a picture that can't be read gives an error that names it", async () => {
    writeFileSync(join(folder, "broken.jpg"), "no picture");
    const said = await predict({ task: "saliency" }, [
      { id: "s1", image: "missing.jpg" },
      { id: "s2", image: "broken.jpg" },
      { id: "s3" },
    ]);
    expect(said).toEqual([
      { id: "s1", error: expect.stringMatching(/^missing\.jpg: ENOENT/) },
      { id: "s2", error: expect.stringMatching(/^broken\.jpg: /) },
      { id: "s3", error: "case.image must be the path of a picture" },
    ]);
  });
});

test("task next-stop: a ranking of the stops not visited, learned from the tours of other folds", async () => {
  const stops = ["a", "b", "c"].map((id, i) => ({ id, position: [i, 0] }));
  const tours = Array.from({ length: 20 }, () => ({ visited: ["a", "c"], fold: 1 }));
  writeFileSync(join(folder, "stops.json"), JSON.stringify(stops));
  writeFileSync(join(folder, "train.jsonl"), tours.map((tour) => JSON.stringify(tour)).join("\n"));
  const said = await predict({ task: "next-stop" }, [
    { id: "other", visited: ["a"], fold: 0 },
    { id: "own", visited: ["a"], fold: 1 },
    { id: "bad", visited: "a", fold: 1 },
  ]);
  expect(said).toEqual([
    { id: "other", ranking: ["c", "b"] },
    { id: "own", ranking: ["b", "c"] },
    { id: "bad", error: expect.stringContaining("case.visited must be a list") },
  ]);
});

test("a task that the product does not have gives an error for each case", async () => {
  expect(await predict({ task: "smell" }, [{ id: "s1" }])).toEqual([
    { id: "s1", error: 'the task "smell" is none of this product\'s' },
  ]);
});

test("wrong arguments are told by name", async () => {
  await expect(main([])).rejects.toThrow("--set must name");
  await expect(main(["--set", "nowhere"])).rejects.toThrow("nowhere/set.json can't be read");
  await expect(main(["--set", folder, "--sight", "smell"])).rejects.toThrow("--sight must be");
});
