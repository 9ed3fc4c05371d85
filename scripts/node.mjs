// Runs a TypeScript file of the project in Node, with Vite's resolution (?raw shaders, ?url assets):
//   node scripts/node.mjs src/headless/predictCommand.ts --set folder
// The file exports main(argv): Promise<number>, its exit code. Standard output belongs to it alone:
// whatever a library logs goes to stderr.
import { Console } from "node:console";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer, isRunnableDevEnvironment } from "vite";

globalThis.console = new Console(process.stderr, process.stderr);

const root = fileURLToPath(new URL("..", import.meta.url));
const [file, ...argv] = process.argv.slice(2);
process.exitCode = file ? await run(file, argv) : usage();
// Idle threads of the WASM runtime must not keep a finished command alive.
await new Promise((done) => process.stdout.write("", done));
process.exit();

function usage() {
  console.error("usage: node scripts/node.mjs file.ts [arguments]");
  return 2;
}

async function run(file, argv) {
  const server = await createServer({
    root,
    configFile: false,
    appType: "custom",
    logLevel: "error",
    cacheDir: "node_modules/.vite/node",
    optimizeDeps: { noDiscovery: true, include: [] },
    // Its ES modules name their neighbours without an ending, which Node by itself does not find.
    ssr: { noExternal: ["meyda"] },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  try {
    const { ssr } = server.environments;
    if (!isRunnableDevEnvironment(ssr)) throw new Error("this Vite can't run modules in Node");
    const { main } = await ssr.runner.import(resolve(process.cwd(), file));
    if (typeof main !== "function") throw new Error(`${file} must export main(argv)`);
    return (await main(argv)) ?? 0;
  } catch (error) {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    return 1;
  } finally {
    await server.close();
  }
}
