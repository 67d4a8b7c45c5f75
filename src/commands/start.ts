import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { parseArgs } from "node:util";
import { readEnvironment } from "../archive/read-environment.ts";

const help = `npm start [-- --port 4321]

Builds the archive in content/ and serves it on this machine. A taken port gives way to the next free one.
ARCHIVE_CONTENT, ARCHIVE_OUT, ARCHIVE_SITE and ARCHIVE_BASE are as for npm run build.`;

const firstPort = 4321;

/** The first port from `port` on that nobody listens to. */
async function findFreePort(port: number): Promise<number> {
  const isFree = await new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "localhost", () => probe.close(() => resolve(true)));
  });
  return isFree ? port : findFreePort(port + 1);
}

function parsePort(): number {
  try {
    const { values } = parseArgs({
      options: { port: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
    if (values.help) {
      console.log(help);
      process.exit(0);
    }
    const port = Number(values.port ?? firstPort);
    if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
    throw new Error(`The port is "${values.port}". Give a number from 1 to 65535.`);
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`);
    process.exit(2);
  }
}

const wanted = parsePort();
const astro = ["--env-file=astro.env", "node_modules/astro/bin/astro.mjs"];
const { status } = spawnSync(process.execPath, [...astro, "build"], { stdio: "inherit" });
if (status !== 0) process.exit(status ?? 1);
const port = await findFreePort(wanted);
if (port !== wanted) console.log(`Port ${wanted} is taken; the next free one is ${port}.`);
process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
const { preview } = await import("astro");
const server = await preview({ server: { port }, logLevel: "warn" });
console.log(`\nThe archive is at http://localhost:${port}${readEnvironment().base} (Ctrl-C ends it).`);
await server.closed();
