import type { AstroIntegrationLogger } from "astro";
import type { Problem } from "../model/problem.ts";
import { chooseInterfaceLanguage } from "../wording/interface-words.ts";
import { describeProblem } from "../wording/problems/describe-problem.ts";

/** Tells of every problem of the content in the language of the show, and returns how many of them are errors. */
export function reportProblems(
  problems: readonly Problem[],
  showLanguage: string,
  logger: Pick<AstroIntegrationLogger, "warn" | "error">,
): number {
  const language = chooseInterfaceLanguage(showLanguage);
  for (const problem of problems) {
    const message = describeProblem(problem, language);
    if (problem.severity === "error") logger.error(message);
    else logger.warn(message);
  }
  return problems.filter(({ severity }) => severity === "error").length;
}
