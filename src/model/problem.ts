import type { Fact, ProblemValues } from "./problem-values.ts";

/**
 * Something in the owner's files. Errors stop a build, warnings need attention and do not, and of a notice nothing
 * has to be done: it says how a file was understood.
 */
export type Problem = LineProblem & {
  /** Path as the owner knows it, relative to the folder above the content folder: `content/episodes/042/transcript.vtt`. */
  readonly file: string;
};

/** A problem found by a stage that knows lines but not paths; the archive adds the file. */
export type LineProblem = Fault & {
  readonly severity: "error" | "warning" | "notice";
  /** 1-based; absent where the whole file is meant. */
  readonly line?: number;
  /** The places after this one that have the same, where they are told as one problem. */
  readonly others?: { readonly count: number; readonly lastLine?: number };
};

/** How many places problems stand in: one that is told once for several is several. */
export function countPlaces(problems: readonly Pick<LineProblem, "others">[]): number {
  return problems.reduce((sum, { others }) => sum + 1 + (others?.count ?? 0), 0);
}

/** What is wrong, as data: a kind, and the values that its sentence shows. The sentences are in wording/problems/. */
export type Fault = Fact<ProblemValues>;

/** Something for each kind: what is fixed, or what is made from the kind's values. */
export type ByKind<Values, Result> = {
  readonly [Kind in keyof Values]: Result | ((values: Values[Kind]) => Result);
};

/** What a table of kinds has for one of them. */
export function chooseByKind<Values, Result>(table: ByKind<Values, Result>, fact: Fact<Values>): Result {
  const found: unknown = table[fact.kind];
  return typeof found === "function" ? found(fact.values) : (found as Result);
}

/** Tells a fault from what a function gives where there is none. */
export function isFault(value: object): value is Fault {
  return "kind" in value;
}
