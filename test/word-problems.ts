import type { LineProblem } from "../src/model/problem.ts";
import { FaultError } from "../src/model/report.ts";
import type { InterfaceLanguage } from "../src/wording/interface-words.ts";
import { wordFault, wordProblem } from "../src/wording/problems/describe-problem.ts";

/** Problems as readers see them: their sentences stand in the place of kinds and values. */
export function wordProblems(
  problems: readonly (LineProblem & { readonly file?: string; readonly in?: string })[],
  language: InterfaceLanguage = "en",
) {
  return problems.map((problem) => {
    const { kind: _kind, values: _values, others: _others, ...place } = problem;
    return { ...place, message: wordProblem(problem)[language] };
  });
}

/** The sentence of the fault that a call throws; undefined where it throws none. Any other error is thrown on. */
export function tellFault(call: () => unknown, language: InterfaceLanguage = "en"): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    return wordError(error, language);
  }
}

/** The sentence of a fault that was thrown. Any other error is thrown on. */
export function wordError(error: unknown, language: InterfaceLanguage = "en"): string {
  if (!(error instanceof FaultError)) throw error;
  return wordFault(error.fault)[language];
}
