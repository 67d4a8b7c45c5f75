/** A tier of the answer: what was written, or what sounds like it. */
export type SearchTier = "exact" | "sound";

export interface SearchOptions {
  /** `["exact"]` where absent. */
  readonly tiers?: readonly SearchTier[];
  /** Keys: speaker (a person's id, else the transcript's label), topic, year, timing. Values of a key are alternatives. */
  readonly filters?: Readonly<Partial<Record<"speaker" | "topic" | "year" | "timing", readonly string[]>>>;
  /** `relevance` where absent. */
  readonly sort?: "relevance" | "newest" | "oldest";
  /** The last word is still being typed and matches by its beginning. */
  readonly prefix?: boolean;
}

/** An episode of an answer. */
export interface FoundEpisode {
  readonly slug: string;
  readonly title: string;
  /** As exact as it is known: `2025`, `2025-03` or `2025-03-05`. */
  readonly date: string;
  /** BCP 47. */
  readonly language: string;
  /** Names of its hosts and guests. */
  readonly people: readonly string[];
  readonly hits: number;
  readonly score: number;
  readonly tier: SearchTier;
}

/** A passage with a hit. */
export interface FoundPassage {
  /** Seconds, estimated where the episode's timing is. */
  readonly start: number;
  /** `t=754` or `p12`. */
  readonly anchor: string;
  /** As shown. */
  readonly speaker?: string;
  readonly text: string;
  /** How many of the episode's hits begin in it; marks may be fewer, because overlapping ones are joined. */
  readonly hits: number;
  /** UTF-16 offsets in `text`, ascending. */
  readonly marks: readonly (readonly [from: number, to: number])[];
}

/** Where in time an episode has its hits. */
export interface FoundTimes {
  /** The heights of its strip, 0 to 1. */
  readonly heights: readonly number[];
  /** Seconds. */
  readonly duration: number;
  /** The passages with a hit in their order, each with its start in seconds, its address and the hits that begin in it. */
  readonly moments: readonly { readonly start: number; readonly anchor: string; readonly hits: number }[];
}

/** What `search-api.ts` asks of `search-worker.ts`. */
export type SearchRequest =
  | { readonly kind: "load" }
  | { readonly kind: "search"; readonly query: string; readonly options: SearchOptions }
  | {
      readonly kind: "passages";
      readonly query: string;
      readonly options: SearchOptions;
      /** Index in the manifest. */
      readonly episode: number;
      readonly tier: SearchTier;
      readonly limit: number;
    }
  | {
      readonly kind: "times";
      readonly query: string;
      readonly options: SearchOptions;
      /** Index in the manifest. */
      readonly episode: number;
      readonly tier: SearchTier;
    };

/** What comes back for `search`. */
export interface SearchReply {
  readonly query: string;
  readonly episodes: readonly (FoundEpisode & { readonly index: number })[];
}
