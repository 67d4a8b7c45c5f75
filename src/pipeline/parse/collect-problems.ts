import type { LineProblem } from "../../model/problem.ts";

/** Gathers what is wrong with one file. Problems of one kind become one, with a count. */
export interface ProblemCollector {
  /** `kind` groups; `line` is 1-based, absent where the whole file is meant; `message` is in full sentences. */
  warn(kind: string, line: number | undefined, message: string): void;
  fail(kind: string, line: number | undefined, message: string): void;
  /** Errors before warnings, each in the order in which its kind was first met. */
  list(): LineProblem[];
}

interface Group {
  readonly problem: LineProblem;
  count: number;
  lastLine: number | undefined;
}

export function collectProblems(): ProblemCollector {
  const groups = new Map<string, Group>();

  function add(problem: LineProblem, kind: string): void {
    const key = `${problem.severity} ${kind}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { problem, count: 1, lastLine: problem.line });
    } else {
      group.count += 1;
      group.lastLine = problem.line ?? group.lastLine;
    }
  }

  return {
    warn: (kind, line, message) =>
      add({ severity: "warning", message, ...(line === undefined ? {} : { line }) }, kind),
    fail: (kind, line, message) =>
      add({ severity: "error", message, ...(line === undefined ? {} : { line }) }, kind),
    list: () =>
      [...groups.values()]
        .map(summarizeGroup)
        .sort((a, b) => Number(b.severity === "error") - Number(a.severity === "error")),
  };
}

function summarizeGroup({ problem, count, lastLine }: Group): LineProblem {
  if (count === 1) return problem;
  const others = count === 2 ? "one more place" : `${count - 1} more places`;
  const last = lastLine === undefined ? "" : `${count === 2 ? ", on" : ", the last on"} line ${lastLine}`;
  return { ...problem, message: `${problem.message} The same holds for ${others}${last}.` };
}
