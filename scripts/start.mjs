// Serves the sandbox and prints where it is.   node scripts/start.mjs [--port 5173] [--host]
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createServer } from "vite";

const { values } = parseArgs({
  options: { port: { type: "string", default: "5173" }, host: { type: "boolean", default: false } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`--port must be 0 to 65535, got "${values.port}"`);
  process.exit(2);
}

const server = await createServer({
  configFile: fileURLToPath(new URL("../sandbox/vite.config.ts", import.meta.url)),
  server: { port, ...(values.host ? { host: true } : {}) },
});
await server.listen();
server.printUrls();
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => server.close().then(() => process.exit(0)));
