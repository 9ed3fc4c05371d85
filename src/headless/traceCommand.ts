/**
 * Plays a scenario and writes what every NPC does, one JSON object a step:
 *   npm run --silent trace -- scenario.json > trace.jsonl
 */
import { readFileSync } from "node:fs";
import type { Writable } from "node:stream";
import { NullEngine } from "@babylonjs/core/Engines/nullEngine.js";
import { createNodeService } from "../worker/nodeService.js";
import { writeLine } from "./jsonLines.js";
import { playScenario } from "./playScenario.js";
import { parseScenario, type Scenario } from "./scenario.js";

export async function main(argv: string[], output: Writable = process.stdout): Promise<number> {
  const [file, ...rest] = argv;
  if (file === undefined || rest.length > 0) throw new RangeError("usage: trace -- scenario.json");
  const engine = new NullEngine();
  try {
    for await (const line of playScenario(readScenario(file), engine, nodeModel()))
      await writeLine(output, line);
  } finally {
    engine.dispose();
  }
  return 0;
}

/** The shipped model, in Node. */
export function nodeModel(): Parameters<typeof playScenario>[2] {
  return {
    makeService: createNodeService,
    missingManifestUrl: "file:///nowhere/manifest.json",
  };
}

function readScenario(file: string): Scenario {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file} is no scenario: ${error instanceof Error ? error.message : String(error)}`);
  }
  return parseScenario(data);
}
