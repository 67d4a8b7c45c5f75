import { spawnSync } from "node:child_process";
import { EnvironmentError, readEnvironment } from "../archive/read-environment.ts";
import { PartError, readPrebuiltPart } from "../search/index/shards/prebuilt-shards.ts";
import { buildPart } from "./build/build-part.ts";
import { type BuildSurroundings, buildHelp, readBuildOptions } from "./build/read-build-options.ts";
import { CommandLineError } from "./command-line-error.ts";

/** Builds a site or a part of an archive. Returns the exit status: 0, 1 or 2 (see `buildHelp`), else Astro's. */
export async function runBuild(args: readonly string[], surroundings: BuildSurroundings): Promise<number> {
  const { env, print, printError, runAstro } = surroundings;
  try {
    const options = readBuildOptions(args);
    if (options.task === "help") {
      print(buildHelp);
      return 0;
    }
    if (options.task === "part")
      return await buildPart(options.choice, options.folder, readEnvironment(env), surroundings);
    if (options.parts.length === 0) return runAstro(options.rest, env);
    const withParts = { ...env, ARCHIVE_PARTS: options.parts.join("\n") };
    // Before Astro begins, so that all that is wrong with the command line is said alike.
    for (const source of readEnvironment(withParts).parts) await readPrebuiltPart(source);
    return runAstro(options.rest, withParts);
  } catch (error) {
    const isKnown = [CommandLineError, EnvironmentError, PartError].some((kind) => error instanceof kind);
    if (!isKnown) throw error;
    printError(`${(error as Error).message} See npm run build -- --help.`);
    return 2;
  }
}

function runAstro(args: readonly string[], env: BuildSurroundings["env"]): number {
  const astro = ["--env-file=astro.env", "node_modules/astro/bin/astro.mjs", "build", ...args];
  return spawnSync(process.execPath, astro, { stdio: "inherit", env }).status ?? 1;
}

if (import.meta.main) {
  process.exitCode = await runBuild(process.argv.slice(2), {
    env: process.env,
    print: (text) => process.stdout.write(`${text}\n`),
    printError: (text) => process.stderr.write(`${text}\n`),
    runAstro,
  });
}
