import type { AstroIntegrationLogger } from "astro";
import { formatProblem, type Problem } from "../model/problem.ts";

/** Tells of every problem of the content, and returns how many of them are errors. */
export function reportProblems(
  problems: readonly Problem[],
  logger: Pick<AstroIntegrationLogger, "warn" | "error">,
): number {
  for (const problem of problems) {
    const message = formatProblem(problem);
    if (problem.severity === "error") logger.error(message);
    else logger.warn(message);
  }
  return problems.filter(({ severity }) => severity === "error").length;
}
