import type { Writable } from "node:stream";
import { isCancel, log, selectKey } from "@clack/prompts";
import { loadWordKnowledge } from "../../proofread/suggest/word-knowledge.ts";
import { CommandLineError } from "../command-line-error.ts";
import { carryOutDecisions } from "./carry-out-decisions.ts";
import { type Choose, decideGroups, type Question, type Reply } from "./decide-groups.ts";
import { findGroups, openArchive } from "./open-archive.ts";
import type { SuggestOptions, SuggestSurroundings } from "./read-suggest-options.ts";
import { type KeyInput, TypedKeys } from "./typed-keys.ts";

/** Places of a form that are shown before the question. */
const SHOWN_PLACES = 5;

/**
 * Asks in a terminal: one key an answer, also where it is typed ahead. Ctrl-C and Escape stop as q does: an hour's
 * answers are not lost by them.
 */
export function askInTerminal(terminal: { readonly input: KeyInput; readonly output: Writable }): Choose {
  const typed = new TypedKeys(terminal.input);
  const { output } = terminal;
  return async (question) => {
    log.message(describeQuestion(question), { output });
    const message = wordQuestion(question);
    const options = listAnswers(question);
    const key = await typed.lend((input) => selectKey({ message, options, input, output }));
    return (isCancel(key) ? undefined : answerByKey[key]) ?? "stop";
  };
}

const answerByKey: Readonly<Record<string, Reply>> = {
  y: "yes",
  h: "here",
  n: "no",
  e: "each",
  s: "skip",
  u: "undo",
  q: "stop",
};

function wordQuestion({ group, done, total }: Question): string {
  const { heard, meant, sure } = group;
  return `${done + 1} of ${total}: ${heard} → ${meant}? (${Math.round(sure * 100)} %)`;
}

function describeQuestion({ group, place }: Question): string {
  const shown =
    place === undefined ? group.places.slice(0, SHOWN_PLACES) : group.places.slice(place, place + 1);
  const hidden = place === undefined ? group.places.length - shown.length : 0;
  const lines = shown.map(({ slug, place: at, context }) => `${slug}:${at.line}  ${context}`);
  return [group.why, ...lines, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join("\n");
}

function listAnswers({ group, place, canUndo }: Question): { value: string; label: string }[] {
  const isWhole = place === undefined;
  const isOne = group.places.length === 1;
  return [
    { value: "y", label: isWhole ? "yes, wherever it stands" : "yes" },
    { value: "h", label: isWhole && !isOne ? "yes, but only in these places" : "yes, but only here" },
    { value: "n", label: "no, it is right as it stands" },
    ...(isWhole && !isOne ? [{ value: "e", label: "ask for each place" }] : []),
    { value: "s", label: "skip, decide later" },
    ...(canUndo ? [{ value: "u", label: "undo the last answer" }] : []),
    { value: "q", label: "stop (Ctrl-C too), and apply what is decided" },
  ];
}

/** Asks in the terminal, and applies the answers at the end. */
export async function askForDecisions(
  options: SuggestOptions,
  surroundings: SuggestSurroundings,
): Promise<0 | 1> {
  const { choose, print, showProgress } = surroundings;
  if (choose === undefined)
    throw new CommandLineError(
      "--ask needs a terminal. Run npm run suggest for a review file instead, and apply it with --apply",
    );
  const opened = await openArchive(options, surroundings);
  if (opened === undefined) return 1;
  const words = await loadWordKnowledge();
  const decisions = await decideGroups(findGroups(opened, words, options.least, showProgress), choose);
  if (decisions.length === 0) print("Nothing was decided, and nothing changed.");
  else await carryOutDecisions(decisions, opened, words, options, surroundings);
  return 0;
}
