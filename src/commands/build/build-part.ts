import { readdir, readFile } from "node:fs/promises";
import { loadArchive } from "../../archive/content/load-archive.ts";
import type { ArchiveEnvironment } from "../../archive/read-environment.ts";
import type { Problem } from "../../model/problem.ts";
import { writePart } from "../../search/index/shards/prebuilt-shards.ts";
import { wordNothingBuilt } from "../../wording/check-words.ts";
import { chooseInterfaceLanguage } from "../../wording/interface-words.ts";
import { describeProblem } from "../../wording/problems/describe-problem.ts";
import { CommandLineError } from "../command-line-error.ts";
import { chooseEpisodes } from "./choose-episodes.ts";
import type { BuildSurroundings, PartChoice } from "./read-build-options.ts";

/** What is in the folder of a part, and nothing else. */
const entries = ["cuts", "parts", "tingsuo-part.json"];

/**
 * Builds the part of an archive that is chosen. Returns the exit status: 0, or 1 where the content has an error.
 * Throws a CommandLineError.
 */
export async function buildPart(
  choice: PartChoice,
  folder: string,
  environment: ArchiveEnvironment,
  { print, printError }: Pick<BuildSurroundings, "print" | "printError">,
): Promise<0 | 1> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new CommandLineError(`${folder} is no folder. Name one for the part alone.`);
  });
  const strange = found.find((name) => !entries.includes(name));
  if (strange !== undefined)
    throw new CommandLineError(`${folder} holds other files (${strange}). Name a folder for the part alone.`);
  const loaded = await loadArchive(environment);
  const { chosen, problems } = await chooseEpisodes(loaded.archive.episodes, choice, (path) =>
    readFile(path, "utf8").catch(() => undefined),
  );
  const all = [...loaded.problems, ...problems];
  const language = chooseInterfaceLanguage(loaded.archive.show.language);
  for (const problem of all) printError(describeProblem(problem, language));
  const errors = countErrors(all);
  if (errors > 0) {
    printError(wordNothingBuilt(errors)[language]);
    return 1;
  }
  await writePart(loaded.archive, chosen, folder, { info: print, warn: printError });
  const { length } = chosen;
  print(`${folder} holds ${length} of ${loaded.archive.episodes.length} episodes.`);
  return 0;
}

function countErrors(problems: readonly Problem[]): number {
  return problems.filter(({ severity }) => severity === "error").length;
}
