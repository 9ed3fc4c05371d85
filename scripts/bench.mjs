// Measures and prints the figures side by side:   npm run bench [-- --only page,bytes,sets]
// page: speed in Chromium (--backend of the scene's decisions). bytes: what a visitor downloads. sets: with a bench folder beside the checkout
// (or --sets folder), every set is predicted and scored; --task, --set and --sight narrow that.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measureBytes } from "../bench/bytes.mjs";
import { measurePage } from "../bench/page.mjs";
import { scoreSets } from "../bench/sets.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const PARTS = { page: measurePage, bytes: measureBytes, sets: scoreSets };
const { values } = parseArgs({
  options: {
    sets: { type: "string", default: process.env.BENCH_SETS ?? join(root, "../shared/bench") },
    only: { type: "string", default: Object.keys(PARTS).join(",") },
    backend: { type: "string", default: "wasm" },
    task: { type: "string" },
    set: { type: "string" },
    sight: { type: "string", default: "attributes,frame" },
  },
});
const parts = values.only.split(",");
const unknown = parts.filter((part) => !(part in PARTS));
if (unknown.length > 0) {
  console.error(`--only must name some of ${Object.keys(PARTS).join(", ")}, got "${unknown.join(", ")}"`);
  process.exit(2);
}
for (const part of parts) await PARTS[part](root, values);
