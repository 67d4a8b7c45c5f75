import { readShowLanguage } from "../archive/content/load-show.ts";
import { EnvironmentError } from "../archive/read-environment.ts";
import { ChangeError } from "../proofread/edit/file-change.ts";
import { CommandLineError, makeProgress } from "./command-line-error.ts";
import { askForDecisions, askInTerminal } from "./suggest/ask-in-terminal.ts";
import { learnFromCopy } from "./suggest/learn-from-copy.ts";
import { findContent, tellProblems } from "./suggest/open-archive.ts";
import {
  readSuggestOptions,
  type SuggestOptions,
  type SuggestSurroundings,
  suggestHelp,
} from "./suggest/read-suggest-options.ts";
import { refitCorrections } from "./suggest/refit-corrections.ts";
import { applyReview, writeSuggestions } from "./suggest/write-suggestions.ts";

/** Suggests, asks or applies. Returns the exit status: 0, 1 or 2 (see `suggestHelp`). */
export async function runSuggest(
  args: readonly string[],
  surroundings: SuggestSurroundings,
): Promise<0 | 1 | 2> {
  try {
    return await runTask(readSuggestOptions(args), surroundings);
  } catch (error) {
    if (!(error instanceof CommandLineError || error instanceof EnvironmentError)) throw error;
    surroundings.printError(`${error.message.replace(/\.?$/, ".")} See npm run suggest -- --help.`);
    return 2;
  }
}

async function runTask(options: SuggestOptions, surroundings: SuggestSurroundings): Promise<0 | 1> {
  try {
    if (options.task === "apply") return await applyReview(options, surroundings);
    if (options.task === "ask") return await askForDecisions(options, surroundings);
    if (options.task === "from") return await learnFromCopy(options, surroundings);
    if (options.task === "refit") return await refitCorrections(options, surroundings);
    if (options.task === "write") return await writeSuggestions(options, surroundings);
    surroundings.print(suggestHelp);
    return 0;
  } catch (error) {
    if (!(error instanceof ChangeError)) throw error;
    const contentDir = findContent(options.contentDir, surroundings);
    tellProblems([error.problem], await readShowLanguage(contentDir), surroundings);
    return 1;
  }
}

if (import.meta.main) {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  process.exitCode = await runSuggest(process.argv.slice(2), {
    env: process.env,
    print: (text) => process.stdout.write(`${text}\n`),
    printError: (text) => process.stderr.write(`${text}\n`),
    showProgress: makeProgress(process.stderr),
    ...(isTerminal ? { choose: askInTerminal({ input: process.stdin, output: process.stdout }) } : {}),
  });
}
