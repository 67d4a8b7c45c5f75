import type { Problem } from "../../src/model/problem.ts";
import { describeProblem } from "../../src/wording/problems/describe-problem.ts";

/** Content that cannot be measured; its message is all its problems, as `npm run check` prints them. */
export class ContentError extends Error {
  override readonly name = "ContentError";

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => describeProblem(problem, "en")).join("\n"));
  }
}
