import { readOwnerLanguage } from "../archive/content/load-show.ts";
import { toldLanguages } from "../archive/read-environment.ts";
import type { Problem } from "../model/problem.ts";
import type { BuildProblems } from "../model/problem-values.ts";
import { FaultError, type Progress, type Reporter } from "../model/report.ts";
import { type CommandName, wordProgress, wordSeeHelp } from "../wording/commands/command-words.ts";
import { chooseInterfaceLanguage, type InterfaceLanguage, type Wording } from "../wording/interface-words.ts";
import { describeProblem, wordFault } from "../wording/problems/describe-problem.ts";
import { lackValue, takeOption } from "./read-options.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a command writes and what it reads besides its arguments. */
export interface Surroundings {
  readonly env: Environment;
  /** One line or several, without the last end; to standard output. */
  print(text: string): void;
  /** The same, to standard error. */
  printError(text: string): void;
}

/** The surroundings of a command that is typed. */
export const terminal: Surroundings = {
  env: process.env,
  print: (text) => process.stdout.write(`${text}\n`),
  printError: (text) => process.stderr.write(`${text}\n`),
};

/** Shows progress on one line of a terminal; in a log, a line for each step, without the counting. */
export function makeProgress(stream: NodeJS.WriteStream): (step: string, count: string) => void {
  let last = "";
  return (step, count) => {
    if (stream.isTTY) {
      // A terminal that does not know its width has 0 columns.
      stream.write(`\r\u001b[2K${cutToWidth(`${step}${count}`, (stream.columns || 80) - 1)}`);
      return;
    }
    if (step !== "" && step !== last) stream.write(`${step}${count}\n`);
    last = step;
  };
}

/** Columns of a character: one of East Asia takes two. */
function countColumns(character: string): number {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(character)
    ? 2
    : 1;
}

/** As much of a text as fits a line of so many columns. */
export function cutToWidth(text: string, columns: number): string {
  let left = columns;
  return [...text]
    .filter((character) => {
      left -= countColumns(character);
      return left >= 0;
    })
    .join("");
}

/** A text in a column of a table: cut, or with blanks behind it. */
export function fitToWidth(text: string, columns: number): string {
  const cut = cutToWidth(text, columns);
  const used = [...cut].reduce((sum, character) => sum + countColumns(character), 0);
  return cut + " ".repeat(columns - used);
}

/** Tells the owner things, in their language. */
export class Teller implements Reporter {
  readonly language: InterfaceLanguage;
  readonly #surroundings: Surroundings;

  constructor(language: InterfaceLanguage, surroundings: Surroundings) {
    this.language = language;
    this.#surroundings = surroundings;
  }

  /** To standard output. */
  say(wording: Wording): void {
    this.#surroundings.print(wording[this.language]);
  }

  /** To standard error. */
  warn(wording: Wording): void {
    this.#surroundings.printError(wording[this.language]);
  }

  report(problem: Problem): void {
    this.#surroundings.printError(describeProblem(problem, this.language));
  }

  tell(progress: Progress): void {
    this.say(wordProgress(progress));
  }
}

/** What the owner types, whichever it is. */
export interface Command {
  readonly name: CommandName;
  readonly help: Wording;
  /** The content folder that the arguments name, however wrong the rest of them is. */
  findContent?(args: readonly string[]): string | undefined;
  /**
   * Does it. Returns the exit status. Throws a FaultError where arguments or settings cannot be used.
   * @param args without `--lang`
   * @param env with what the arguments say of it: ARCHIVE_LANG, ARCHIVE_CONTENT
   */
  run(args: readonly string[], teller: Teller, env: Environment): Promise<number>;
}

/** What no other command line would mend. */
const ofBuild: ReadonlySet<string> = new Set<keyof BuildProblems>([
  "output-in-use",
  "disk-full",
  "process-ended-early",
  "cached-file-changed",
  "cached-file-unreadable",
  "pagefind-not-started",
]);

/**
 * Runs a command in the language that `--lang` names, else in that of {@link readOwnerLanguage}. Returns its exit
 * status; 2 where arguments or settings cannot be used, 1 where a build cannot go on.
 */
export async function runCommand(
  command: Command,
  given: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  const { rest: args, language: asked, fault } = takeLanguage(given);
  const contentDir = command.findContent?.(args);
  const env: Environment = {
    ...surroundings.env,
    ...(contentDir === undefined ? {} : { ARCHIVE_CONTENT: contentDir }),
    ...(asked === undefined ? {} : { ARCHIVE_LANG: asked }),
  };
  const teller = new Teller(chooseInterfaceLanguage(await readOwnerLanguage(env)), surroundings);
  // Wherever it stands: an option that waits for its value would take it.
  if (given.includes("--help") || given.includes("-h")) {
    teller.say(command.help);
    return 0;
  }
  try {
    if (fault !== undefined) throw fault;
    return await command.run(args, teller, env);
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    if (ofBuild.has(error.fault.kind)) {
      teller.warn(wordFault(error.fault));
      return 1;
    }
    const [said, see] = [wordFault(error.fault), wordSeeHelp(command.name)];
    teller.warn({ zh: `${said.zh}${see.zh}`, en: `${said.en} ${see.en}` });
    return 2;
  }
}

interface TakenLanguage {
  readonly rest: readonly string[];
  readonly language?: InterfaceLanguage;
  readonly fault?: FaultError;
}

function takeLanguage(given: readonly string[]): TakenLanguage {
  const { values, rest, isLacking } = takeOption(given, "--lang");
  const asked = values.at(-1);
  const language = toldLanguages.find((known) => known === asked);
  if (isLacking) return { rest, fault: lackValue("--lang", "--lang zh") };
  if (asked === undefined) return { rest };
  if (language !== undefined) return { rest, language };
  const fault = new FaultError({
    kind: "language-not-spoken",
    values: { name: "--lang", given: asked },
  });
  return { rest, fault };
}
