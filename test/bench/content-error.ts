import { formatProblem, type Problem } from "../../src/model/problem.ts";

/** Content that cannot be measured; its message is all its problems, as `npm run check` prints them. */
export class ContentError extends Error {
  override readonly name = "ContentError";

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join("\n"));
  }
}
