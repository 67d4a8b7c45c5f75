import type { LineProblem } from "../../model/problem.ts";

/** A problem of the correct stage, and in which of the owner's files its line is. */
export type CorrectionProblem = LineProblem & { readonly in: "corrections" | "transcript" | "glossary" };

/** An edit of a flat text: what stands from `from` to `to` becomes `meant`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly meant: string;
  readonly source: "glossary" | "correction";
  readonly sure: number;
  readonly by?: string;
}
