import type { Fault, LineProblem } from "../../model/problem.ts";

/** Gathers what is wrong with one file. Problems of one kind become one, with a count. */
export interface ProblemCollector {
  /** `line` is 1-based, absent where the whole file is meant. */
  note(line: number | undefined, fault: Fault): void;
  warn(line: number | undefined, fault: Fault): void;
  fail(line: number | undefined, fault: Fault): void;
  /** Errors before warnings before notices, each in the order in which its kind was first met. */
  list(): LineProblem[];
}

const severities: readonly LineProblem["severity"][] = ["error", "warning", "notice"];

interface Group {
  readonly problem: LineProblem;
  count: number;
  lastLine: number | undefined;
}

export function collectProblems(): ProblemCollector {
  const groups = new Map<string, Group>();

  function add(severity: LineProblem["severity"], line: number | undefined, fault: Fault): void {
    // What was cut is told by its reason.
    const reason = "reason" in fault.values ? fault.values.reason : "";
    const key = `${severity} ${fault.kind} ${reason}`;
    const group = groups.get(key);
    if (group === undefined) {
      const problem = { severity, ...fault, ...(line === undefined ? {} : { line }) };
      groups.set(key, { problem, count: 1, lastLine: line });
    } else {
      group.count += 1;
      group.lastLine = line ?? group.lastLine;
    }
  }

  return {
    note: (line, fault) => add("notice", line, fault),
    warn: (line, fault) => add("warning", line, fault),
    fail: (line, fault) => add("error", line, fault),
    list: () =>
      [...groups.values()]
        .map(summarizeGroup)
        .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity)),
  };
}

function summarizeGroup({ problem, count, lastLine }: Group): LineProblem {
  if (count === 1) return problem;
  return { ...problem, others: { count: count - 1, ...(lastLine === undefined ? {} : { lastLine }) } };
}
