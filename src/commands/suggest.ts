import { readEnvironment } from "../archive/read-environment.ts";
import { ChangeError } from "../proofread/edit/file-change.ts";
import { suggestHelp } from "../wording/commands/suggest-words.ts";
import { readOptions } from "./read-options.ts";
import { makeProgress, runCommand, terminal } from "./run-command.ts";
import { askForDecisions, askInTerminal } from "./suggest/ask-in-terminal.ts";
import { learnFromCopy } from "./suggest/learn-from-copy.ts";
import {
  readSuggestOptions,
  type SuggestContext,
  type SuggestOptions,
  type SuggestSurroundings,
  suggestOptions,
} from "./suggest/read-suggest-options.ts";
import { refitCorrections } from "./suggest/refit-corrections.ts";
import { applyReview, writeSuggestions } from "./suggest/write-suggestions.ts";

/** Suggests, asks or applies. Returns the exit status: 0, 1 or 2 (see `suggestHelp`). */
export function runSuggest(args: readonly string[], surroundings: SuggestSurroundings): Promise<number> {
  const { showProgress, choose } = surroundings;
  return runCommand(
    {
      name: "suggest",
      help: suggestHelp,
      findContent: (own) => readOptions(own, suggestOptions).values.content,
      run: async (own, teller, env) => {
        const options = readSuggestOptions(own);
        const { contentDir } = readEnvironment(env);
        return runTask(options, { contentDir, teller, showProgress, ...(choose && { choose }) });
      },
    },
    args,
    surroundings,
  );
}

const tasks: Readonly<
  Record<SuggestOptions["task"], (options: SuggestOptions, context: SuggestContext) => Promise<0 | 1>>
> = {
  apply: applyReview,
  ask: askForDecisions,
  from: learnFromCopy,
  refit: refitCorrections,
  write: writeSuggestions,
};

async function runTask(options: SuggestOptions, context: SuggestContext): Promise<0 | 1> {
  try {
    return await tasks[options.task](options, context);
  } catch (error) {
    if (!(error instanceof ChangeError)) throw error;
    context.teller.report(error.problem);
    return 1;
  }
}

if (import.meta.main) {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  process.exitCode = await runSuggest(process.argv.slice(2), {
    ...terminal,
    showProgress: makeProgress(process.stderr),
    ...(isTerminal ? { choose: askInTerminal({ input: process.stdin, output: process.stdout }) } : {}),
  });
}
