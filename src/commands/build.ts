import { spawnSync } from "node:child_process";
import { readEnvironment } from "../archive/read-environment.ts";
import { buildHelp } from "../wording/commands/command-words.ts";
import { readBuildOptions } from "./build/read-build-options.ts";
import { type Environment, runCommand, type Surroundings, terminal } from "./run-command.ts";

/** Builds the site with Astro. Returns its exit status. */
type RunAstro = (args: readonly string[], env: Environment) => number;

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
        return runAstro(rest, whole);
      },
    },
    args,
    surroundings,
  );
}

/** Runs `astro build` in a process of its own. */
export const buildWithAstro: RunAstro = (args, env) => {
  const astro = ["--env-file=astro.env", "node_modules/astro/bin/astro.mjs", "build", ...args];
  return spawnSync(process.execPath, astro, { stdio: "inherit", env }).status ?? 1;
};

if (import.meta.main)
  process.exitCode = await runBuild(process.argv.slice(2), { ...terminal, runAstro: buildWithAstro });
