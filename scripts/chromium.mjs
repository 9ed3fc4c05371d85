// Finds a Chromium that Playwright can drive; installs one if there is none.
//   node scripts/chromium.mjs        prints its path
import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright";

/** Flags for tests: WebGPU and WebGL2 in software, sound without a click, nothing that calls home. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--enable-unsafe-webgpu",
  // Without these three, headless Chromium loses the WebGPU device as soon as a canvas is presented.
  "--enable-features=Vulkan",
  "--use-vulkan=swiftshader",
  "--use-angle=swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--autoplay-policy=no-user-gesture-required",
  "--disable-background-timer-throttling",
  "--disable-renderer-backgrounding",
  "--disable-backgrounding-occluded-windows",
  "--disable-dev-shm-usage",
];

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];

const FIXED_PLACES = [
  "/usr/lib/chromium/chromium",
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * Path of an executable Chromium: CHROMIUM_PATH, else on PATH or in a usual place, else Playwright's own.
 * @returns {string | null} null if there is none
 * @throws if CHROMIUM_PATH names something that can't be run
 */
export function findChromium() {
  const stated = process.env.CHROMIUM_PATH;
  if (stated) {
    if (!runs(stated))
      throw new Error(`CHROMIUM_PATH is "${stated}", which is not an executable file: correct or unset it`);
    return stated;
  }
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...FIXED_PLACES, chromium.executablePath()].find(runs) ?? null;
}

/**
 * As findChromium, but tries to install one first: Playwright's own, else the system's package as root.
 * Says what it does on stderr.
 * @throws with every step that failed, if there is still none
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const failures = [];
  for (const [what, ...command] of installers()) {
    console.error(`no Chromium here: ${what}`);
    const result = spawnSync(command[0], command.slice(1), { stdio: ["ignore", 2, 2], timeout: 300_000 });
    const installed = findChromium();
    if (installed) return installed;
    failures.push(
      `- ${command.join(" ")}: ${result.error?.message ?? `ended with ${result.status ?? result.signal}`}`,
    );
  }
  throw new Error(
    `no Chromium found, and none could be installed:\n${failures.join("\n")}\nInstall Chromium or Chrome, or set CHROMIUM_PATH to its executable.`,
  );
}

function installers() {
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  const steps = [["installing Playwright's", npx, "playwright", "install", "chromium"]];
  if (process.platform === "linux" && process.getuid?.() === 0) {
    steps.push(["refreshing the package lists", "apt-get", "update"]);
    steps.push([
      "installing the system's package",
      "apt-get",
      "install",
      "-y",
      "--no-install-recommends",
      "chromium",
    ]);
  }
  return steps;
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
