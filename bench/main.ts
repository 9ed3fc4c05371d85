/** What is measured in the page; page.mjs calls it and prints the figures. */
import { adapterTime } from "./adapterTime.js";
import { mainThread } from "./mainThread.js";
import { modelTime } from "./modelTime.js";

const bench = { mainThread, modelTime, adapterTime };
declare global {
  var perceptionBench: typeof bench;
}
globalThis.perceptionBench = bench;
