import { spawn } from "node:child_process";
import { nameFullDisk } from "../archive/cache/cached-file.ts";
import { readEnvironment } from "../archive/read-environment.ts";
import type { BuildStep } from "../model/problem-values.ts";
import { FaultError } from "../model/report.ts";
import { nameEarlyEnd } from "../search/index/run-children.ts";
import { buildHelp } from "../wording/commands/command-words.ts";
import { readBuildOptions } from "./build/read-build-options.ts";
import { type Environment, runCommand, type Surroundings, terminal } from "./run-command.ts";

/** Builds the site with Astro. Returns its exit status. Throws a FaultError where disk or memory did not suffice. */
type RunAstro = (args: readonly string[], env: Environment) => number | Promise<number>;

export interface BuildSurroundings extends Surroundings {
  readonly runAstro: RunAstro;
}

/** Builds a site or a part of an archive. Returns the exit status: 0, 1 or 2 (see `buildHelp`), else Astro's. */
export function runBuild(args: readonly string[], surroundings: BuildSurroundings): Promise<number> {
  const { runAstro } = surroundings;
  return runCommand(
    {
      name: "build",
      help: buildHelp,
      run: async (own, teller, env) => {
        const options = readBuildOptions(own);
        // Loaded where it is wanted: what indexes would take a tenth of a gigabyte while Astro builds beside it.
        if (options.task === "part") {
          const { buildPart } = await import("./build/build-part.ts");
          return await buildPart(options.choice, options.folder, readEnvironment(env), teller);
        }
        const { parts, rest } = options;
        const whole = parts.length === 0 ? env : { ...env, ARCHIVE_PARTS: parts.join("\n") };
        // Before Astro begins, so that all that is wrong with arguments and settings is said alike.
        const sources = readEnvironment(whole).parts;
        if (sources.length > 0) {
          const { readPrebuiltPart } = await import("../search/index/shards/prebuilt-shards.ts");
          for (const source of sources) await readPrebuiltPart(source);
        }
        return await runAstro(rest, whole);
      },
    },
    args,
    surroundings,
  );
}

/** Characters of what Astro says last: an error and its stack. Chosen. */
const KEPT_LENGTH = 20_000;
/** What an owner ends a build with. */
const endings: readonly (string | null)[] = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Runs `astro build` in a process of its own. */
export const buildWithAstro: RunAstro = async (args, env) => {
  const astro = ["--env-file=astro.env", "node_modules/astro/bin/astro.mjs", "build", ...args];
  // What fails in Astro's own hands is thrown to nobody here: it is only printed.
  const stdio = ["inherit", "inherit", "pipe", "ipc"] as const;
  // One clock, however often and in however many processes the archive is read.
  const clock = { ARCHIVE_NOW: env["ARCHIVE_NOW"] || new Date().toISOString() };
  // With another one, which a shell may have, Vite makes pages for developers.
  const kind = { NODE_ENV: "production" };
  const child = spawn(process.execPath, astro, { stdio: [...stdio], env: { ...env, ...clock, ...kind } });
  let step: BuildStep = "read";
  let said = "";
  child.on("message", (message: { step: BuildStep }) => {
    step = message.step;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    process.stderr.write(text);
    said = `${said}${text}`.slice(-KEPT_LENGTH);
  });
  await new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => resolve());
    // What it has begun may outlive one that was killed.
    child.once("exit", (_status, signal) => {
      if (signal !== null) resolve();
    });
  });
  const { exitCode, signalCode } = child;
  if (exitCode === 134 || (signalCode !== null && !endings.includes(signalCode)))
    throw nameEarlyEnd(child, step);
  if (exitCode !== 0) throwFullDisk(said);
  return exitCode ?? 1;
};

/** Throws a FaultError where what Astro has printed says that a disk is full. */
function throwFullDisk(said: string): void {
  const [, values] = /\bdisk-full (\{.*\})/.exec(said) ?? [];
  if (values !== undefined)
    throw new FaultError({ kind: "disk-full", values: JSON.parse(values) as { path: string } });
  const [, own, ofBundler] = /\bENOSPC: .*'([^'\n]+)'|\bFailed to write file in (.+)/.exec(said) ?? [];
  const known = nameFullDisk(new Error(said), own ?? ofBundler ?? ".tingsuo/building");
  if (known instanceof FaultError) throw known;
}

if (import.meta.main)
  process.exitCode = await runBuild(process.argv.slice(2), { ...terminal, runAstro: buildWithAstro });
