/** What is measured in the page; page.mjs calls it and prints the figures. */
import { mainThread } from "./mainThread.js";
import { modelTime } from "./modelTime.js";

const bench = { mainThread, modelTime };
declare global {
  var perceptionBench: typeof bench;
}
globalThis.perceptionBench = bench;
