import type { AstroIntegrationLogger } from "astro";
import { readOwnerLanguage } from "../archive/content/load-show.ts";
import { countPlaces, type Problem } from "../model/problem.ts";
import { FaultError, type Progress, type Reporter } from "../model/report.ts";
import { wordProgress } from "../wording/commands/command-words.ts";
import { chooseInterfaceLanguage, type InterfaceLanguage, type Wording } from "../wording/interface-words.ts";
import { describeProblem, wordFault } from "../wording/problems/describe-problem.ts";

type Logger = Pick<AstroIntegrationLogger, "info" | "warn" | "error">;

/** Tells the owner in the log of Astro what a build meets, in their language (see `readOwnerLanguage`). */
export class LogReporter implements Reporter {
  readonly #logger: Logger;
  readonly #language: InterfaceLanguage;

  private constructor(logger: Logger, language: InterfaceLanguage) {
    this.#logger = logger;
    this.#language = language;
  }

  static async open(logger: Logger, contentDir: string): Promise<LogReporter> {
    const language = await readOwnerLanguage({ ...process.env, ARCHIVE_CONTENT: contentDir });
    return new LogReporter(logger, chooseInterfaceLanguage(language));
  }

  report(problem: Problem): void {
    const message = describeProblem(problem, this.#language);
    if (problem.severity === "error") this.#logger.error(message);
    // How files were understood is for `check` to say; a build of a thousand episodes is not the place.
    else if (problem.severity === "warning") this.#logger.warn(message);
  }

  tell(progress: Progress): void {
    this.inform(wordProgress(progress));
  }

  inform(wording: Wording): void {
    this.#logger.info(wording[this.#language]);
  }

  warn(wording: Wording): void {
    this.#logger.warn(wording[this.#language]);
  }

  fail(wording: Wording): void {
    this.#logger.error(wording[this.#language]);
  }

  /** Tells of every problem, and returns in how many places there is an error. */
  reportAll(problems: readonly Problem[]): number {
    for (const problem of problems) this.report(problem);
    return countPlaces(problems.filter(({ severity }) => severity === "error"));
  }

  /** Tells why nothing can go on: a sentence where it is a fault, else what the error says. */
  reportFailure(error: unknown): void {
    if (error instanceof FaultError) this.fail(wordFault(error.fault));
    else this.#logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
