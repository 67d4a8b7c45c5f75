import type { Writable } from "node:stream";
import { isCancel, log, selectKey } from "@clack/prompts";
import type { Choose, Question, Reply } from "./decide-groups.ts";
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
