import { basename, dirname } from "node:path";
import type { Problem } from "../../model/problem.ts";

/** Chosen: so many lines that say the same are read. */
const mostSingly = 3;

/** The problems with episodes that wait for a transcript told at once, where they are many: a feed may have hundreds. */
export function mergeWaiting(problems: readonly Problem[]): Problem[] {
  const waiting = problems.filter((problem) => problem.kind === "transcript-missing");
  const [first] = waiting;
  if (first === undefined || waiting.length <= mostSingly) return [...problems];
  const episodes = waiting.map(({ file }) => basename(file)).sort();
  const values = { episodes, endings: first.values.endings };
  const all: Problem = {
    severity: "warning",
    file: dirname(first.file),
    kind: "transcripts-missing",
    values,
  };
  return [...problems.filter((problem) => problem.kind !== "transcript-missing"), all];
}
