import type { Readable, Writable } from "node:stream";
import { confirm, isCancel, select, text } from "@clack/prompts";
import { confirmWords } from "../wording/commands/command-words.ts";
import type { InterfaceLanguage, Wording } from "../wording/interface-words.ts";

/** Thrown where the owner ends the questions with Ctrl-C or Escape. */
export class StoppedError extends Error {
  override readonly name = "StoppedError";
}

/** Questions. Each throws a StoppedError where the owner ends them. */
export interface Questions {
  /** A line of text, perhaps empty. */
  ask(message: string, initial?: string): Promise<string>;
  confirm(question: Wording, language: InterfaceLanguage): Promise<boolean>;
  /** Which of some, by its index. */
  choose(message: string, labels: readonly string[]): Promise<number>;
}

/** Asks in a terminal. */
export function askQuestionsIn(terminal: { readonly input: Readable; readonly output: Writable }): Questions {
  return {
    ask: async (message, initial = "") =>
      (take(await text({ message, initialValue: initial, ...terminal })) ?? "").trim(),
    confirm: async (question, language) => {
      const [active, inactive] = [confirmWords.yes[language], confirmWords.no[language]];
      return take(await confirm({ message: question[language], active, inactive, ...terminal }));
    },
    choose: async (message, labels) => {
      const options = labels.map((label, value) => ({ label, value }));
      // The library tells the keys in English; whoever asks tells them in the owner's language.
      return take(await select({ message, options, maxItems: 12, showInstructions: false, ...terminal }));
    },
  };
}

function take<T>(answer: T): Exclude<T, symbol> {
  if (isCancel(answer)) throw new StoppedError();
  return answer as Exclude<T, symbol>;
}

/** The terminal's questions, where there is one. */
export function findQuestions(): { readonly questions?: Questions } {
  const { stdin: input, stdout: output } = process;
  return input.isTTY && output.isTTY ? { questions: askQuestionsIn({ input, output }) } : {};
}
