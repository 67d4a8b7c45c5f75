import { createServer } from "node:net";
import { readEnvironment } from "../archive/read-environment.ts";
import { FaultError } from "../model/report.ts";
import { startHelp, wordPortTaken, wordServed } from "../wording/commands/command-words.ts";
import { type BuildSurroundings, buildWithAstro } from "./build.ts";
import { readOptions } from "./read-options.ts";
import { runCommand, terminal } from "./run-command.ts";

const firstPort = 4321;

export interface StartSurroundings extends BuildSurroundings {
  /** Serves the built site, and calls `begun` when it does. Resolves when it ends. */
  serve(port: number, begun: () => void): Promise<void>;
}

/** Builds the site and serves it. Returns the exit status: 0, 1 or 2 (see `startHelp`), else Astro's. */
export function runStart(args: readonly string[], surroundings: StartSurroundings): Promise<number> {
  const { runAstro, serve } = surroundings;
  return runCommand(
    {
      name: "start",
      help: startHelp,
      run: async (own, teller, env) => {
        const wanted = readPort(own);
        const { base } = readEnvironment(env);
        const status = await runAstro([], env);
        if (status !== 0) return status;
        const port = await findFreePort(wanted);
        if (port !== wanted) teller.say(wordPortTaken(wanted, port));
        await serve(port, () => teller.say(wordServed(`http://localhost:${port}${base}`)));
        return 0;
      },
    },
    args,
    surroundings,
  );
}

function readPort(args: readonly string[]): number {
  const { values, positionals, fault } = readOptions(args, { port: "string" });
  if (fault !== undefined) throw fault;
  const [argument] = positionals;
  if (argument !== undefined) throw new FaultError({ kind: "argument-unexpected", values: { argument } });
  const { port: given = String(firstPort) } = values;
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new FaultError({ kind: "port-invalid", values: { given } });
}

/** The first port from `port` on that nobody listens to. */
async function findFreePort(port: number): Promise<number> {
  const isFree = await new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "localhost", () => probe.close(() => resolve(true)));
  });
  return isFree ? port : findFreePort(port + 1);
}

async function serveWithAstro(port: number, begun: () => void): Promise<void> {
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  const { preview } = await import("astro");
  const server = await preview({ server: { port }, logLevel: "warn" });
  begun();
  await server.closed();
}

if (import.meta.main)
  process.exitCode = await runStart(process.argv.slice(2), {
    ...terminal,
    runAstro: buildWithAstro,
    serve: serveWithAstro,
  });
