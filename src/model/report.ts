import type { Fault, Problem } from "./problem.ts";
import type { Fact } from "./problem-values.ts";

/** Thrown where nothing can go on: by arguments, settings or files that cannot be used. Its sentence is in wording/. */
export class FaultError extends Error {
  override readonly name = "FaultError";
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(`${fault.kind} ${JSON.stringify(fault.values)}`);
    this.fault = fault;
  }
}

/** How far a build is, as data. */
export type Progress = Fact<ProgressValues>;

export interface ProgressValues {
  "episodes-cut": { readonly done: number; readonly total: number };
  "episodes-indexed": { readonly count: number };
  "parts-hold-all": { readonly total: number };
  "parts-lack-episodes": { readonly missing: number; readonly total: number };
  "archive-searchable": { readonly tokens: number; readonly episodes: number };
  "pages-kept": { readonly count: number };
}

/** Who is told what a build meets and how far it is. */
export interface Reporter {
  report(problem: Problem): void;
  tell(progress: Progress): void;
}

/** Why a place is thought to be misheard, as data. */
export type Reason = Fact<ReasonValues>;

export interface ReasonValues {
  /** `name` is as it was compared, `owner` what it is a name of. */
  "sounds-like-name": {
    readonly name: string;
    readonly owner: string;
    readonly sound: "same" | "near" | "far";
    readonly word: "unknown" | "rare" | "usual";
    readonly spokenOf: "here" | "minutes-away" | "nowhere";
  };
  "sounds-like-usual-form": { readonly form: string; readonly count: number };
  "spelt-otherwise": { readonly name: string };
}

/** What an import does not do, or meets on the way, as data. */
export type ImportNote = Fact<ImportNoteValues>;

/** `name` is the file's or address's, `episode` the folder of an episode, `fault` why. */
export interface ImportNoteValues {
  "item-without-date": { readonly title: string };
  "audio-is-no-sound": { readonly episode: string; readonly address: string };
  "notes-not-shown": { readonly episode: string };
  /** `where` is the folder of an episode, with a key of its episode.md; or show.yaml. */
  "feed-says-otherwise": {
    readonly where: string;
    readonly key: string;
    readonly here: string;
    readonly feed: string;
  };
  "show-at-fault": Readonly<Record<never, never>>;
  "episode-at-fault": { readonly episode: string };
  "file-not-read": { readonly name: string; readonly fault: Fault };
  "file-left": { readonly name: string };
  "file-of-nobody": { readonly name: string };
  /** `sure` is 0 to 1. */
  "file-unsure": { readonly name: string; readonly episode: string; readonly sure: number };
  "file-not-needed": { readonly name: string; readonly episode: string };
  "file-without-date": { readonly name: string };
  "offered-not-had": {
    readonly episode: string;
    readonly what: "transcript" | "chapters" | "cover";
    readonly fault: Fault;
  };
}

/** Why a file is thought to be an episode's transcript, or not to be. */
export type PairReason =
  | ("audio-name" | "slug" | "number" | "date" | "near-date" | "title" | "length")
  | ("other-number" | "other-date" | "other-length");
