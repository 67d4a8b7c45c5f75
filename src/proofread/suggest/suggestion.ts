import type { HeardPlace } from "../../model/heard-text.ts";
import type { Reason } from "../../model/report.ts";

/** Why something is thought to be misheard. */
export type SuggestionKind = "term" | "person" | "topic" | "word" | "variant";

/** One place that was probably misheard, and what was probably said. */
export interface Suggestion {
  readonly slug: string;
  readonly place: HeardPlace;
  /** Offsets in the episode's `HeardText`. */
  readonly from: number;
  readonly to: number;
  /** As it would be written. */
  readonly meant: string;
  /** The term, person or topic that is meant; suggestions are grouped by it. */
  readonly about: string;
  readonly kind: SuggestionKind;
  /** 0 to 1. */
  readonly sure: number;
  readonly reason: Reason;
  /** What stands before and after it. */
  readonly before: string;
  readonly after: string;
}

/** What somebody decides about a suggestion: so it is, so it is but only here, right as it stands. */
export type Verdict = "yes" | "here" | "no";

/** A decision about one place. */
export interface Decision {
  readonly slug: string;
  readonly place: HeardPlace;
  readonly meant: string;
  readonly about: string;
  readonly verdict: Verdict;
}

/** Suggestions of one heard form for one name: what one decision is usually made about. */
export interface SuggestionGroup {
  readonly about: string;
  readonly heard: string;
  readonly meant: string;
  readonly sure: number;
  /** The reason, as a sentence. */
  readonly why: string;
  readonly places: readonly SuggestedPlace[];
}

interface SuggestedPlace {
  readonly slug: string;
  readonly place: HeardPlace;
  /** The words around it, the place itself in 【 】. */
  readonly context: string;
}
