import { emitKeypressEvents } from "node:readline";
import { PassThrough, type Readable, type Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { isCancel, log, selectKey } from "@clack/prompts";
import { FaultError } from "../../model/report.ts";
import { loadWordKnowledge } from "../../proofread/suggest/word-knowledge.ts";
import {
  answerWords,
  suggestWords,
  wordHiddenPlaces,
  wordQuestion,
} from "../../wording/commands/suggest-words.ts";
import type { InterfaceLanguage, Wording } from "../../wording/interface-words.ts";
import { carryOutDecisions } from "./carry-out-decisions.ts";
import { type ChooseIn, decideGroups, type Question, type Reply } from "./decide-groups.ts";
import { findGroups, openArchive } from "./open-archive.ts";
import type { SuggestContext, SuggestOptions } from "./read-suggest-options.ts";

/** Places of a form that are shown before the question. */
const SHOWN_PLACES = 5;

/**
 * Asks in a terminal: one key an answer, also where it is typed ahead. Ctrl-C and Escape stop as q does: an hour's
 * answers are not lost by them.
 */
export function askInTerminal(terminal: { readonly input: KeyInput; readonly output: Writable }): ChooseIn {
  const typed = new TypedKeys(terminal.input);
  const { output } = terminal;
  return async (question, language) => {
    log.message(describeQuestion(question, language), { output });
    const { heard, meant, sure } = question.group;
    const wording = wordQuestion({ heard, meant, sure, number: question.done + 1, total: question.total });
    const message = wording[language];
    const options = listAnswers(question).map(({ value, label }) => ({ value, label: label[language] }));
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

function describeQuestion({ group, place }: Question, language: InterfaceLanguage): string {
  const shown =
    place === undefined ? group.places.slice(0, SHOWN_PLACES) : group.places.slice(place, place + 1);
  const hidden = place === undefined ? group.places.length - shown.length : 0;
  const lines = shown.map(({ slug, place: at, context }) => `${slug}:${at.line}  ${context}`);
  return [group.why, ...lines, ...(hidden > 0 ? [wordHiddenPlaces(hidden)[language]] : [])].join("\n");
}

function listAnswers({ group, place, canUndo }: Question): { value: string; label: Wording }[] {
  const isWhole = place === undefined;
  const isOne = group.places.length === 1;
  return [
    { value: "y", label: isWhole ? answerWords.yesEverywhere : answerWords.yes },
    { value: "h", label: isWhole && !isOne ? answerWords.onlyThese : answerWords.onlyHere },
    { value: "n", label: answerWords.no },
    ...(isWhole && !isOne ? [{ value: "e", label: answerWords.each }] : []),
    { value: "s", label: answerWords.skip },
    ...(canUndo ? [{ value: "u", label: answerWords.undo }] : []),
    { value: "q", label: answerWords.stop },
  ];
}

/** Asks in the terminal, and applies the answers at the end. */
export async function askForDecisions(options: SuggestOptions, context: SuggestContext): Promise<0 | 1> {
  const { choose, teller } = context;
  if (choose === undefined) throw new FaultError({ kind: "terminal-missing", values: {} });
  const opened = await openArchive(options, context);
  if (opened === undefined) return 1;
  const words = await loadWordKnowledge();
  const groups = findGroups(opened, words, options.least, context);
  const decisions = await decideGroups(groups, (question) => choose(question, teller.language));
  if (decisions.length === 0) teller.say(suggestWords.nothingDecided);
  else await carryOutDecisions(decisions, opened, words, options, context);
  return 0;
}

interface Key {
  readonly sequence: string;
  readonly name?: string;
}

/** A terminal's input, as `process.stdin` is one. */
interface KeyInput extends Readable {
  setRawMode?(isRaw: boolean): unknown;
}

/**
 * The keys that are typed in a terminal, handed out one at a time. A prompt drops what comes in one piece with the
 * key that answers it, so whoever types ahead would lose an answer; here it waits for the next question. Enter is no key here.
 */
class TypedKeys {
  readonly #input: KeyInput;
  readonly #waiting: string[] = [];
  #onKey: () => void = () => undefined;

  constructor(input: KeyInput) {
    this.#input = input;
    emitKeypressEvents(input);
    // Never taken away: the rest of a piece is told to whoever listens, or to nobody.
    input.on("keypress", (_text: string | undefined, { sequence, name }: Key) => {
      // Prompts of one key take Enter for the end of asking; it is pressed after an answer out of habit.
      if (name === "return" || name === "enter") return;
      this.#waiting.push(sequence);
      this.#onKey();
    });
    input.pause();
  }

  /** Lends the keys to `ask` until it has its answer. */
  async lend<T>(ask: (keys: Readable) => Promise<T>): Promise<T> {
    const keys = new PassThrough();
    let isAnswered = false;
    const answer = ask(keys).finally(() => {
      isAnswered = true;
      this.#onKey();
    });
    this.#input.setRawMode?.(true);
    this.#input.resume();
    while (!isAnswered) {
      const key = this.#waiting.shift();
      if (key === undefined) await new Promise<void>((resolve) => (this.#onKey = resolve));
      else {
        keys.write(key);
        await setImmediate();
      }
    }
    this.#input.pause();
    this.#input.setRawMode?.(false);
    return answer;
  }
}
