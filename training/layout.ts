/** Prints the tensors' layout for training: `npm run --silent layout > training/layout.json`. */
import { LAYOUT } from "../src/model/observation.js";

export function main(): void {
  process.stdout.write(`${JSON.stringify(LAYOUT, null, 1)}\n`);
}
