import type { LineProblem } from "../src/model/problem.ts";
import type { InterfaceLanguage } from "../src/wording/interface-words.ts";
import { wordProblem } from "../src/wording/problems/describe-problem.ts";

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
