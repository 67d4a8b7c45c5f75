import type { Mark } from "../../model/span.ts";
import type { FilterKey } from "../query/query-syntax.ts";

/**
 * A tier of the answer: what was written, the same thing written otherwise, the passages nearest to a question, or
 * what sounds like it.
 */
export type SearchTier = "exact" | "variant" | "related" | "sound";

/** A corrected word in a text: what a recogniser wrote where it stands. */
export interface HeardWord {
  /** UTF-16 offsets in the text. */
  readonly at: Mark;
  readonly heard: string;
  /** 0 to 1: how sure whoever corrected it was. */
  readonly sure: number;
  readonly source: "glossary" | "correction";
}

/** Something as it is written in a text, and in how many places. */
export interface WrittenForm {
  readonly form: string;
  readonly hits: number;
}

/** A writing in which the tier `variant` or `sound` found a query, over all of its episodes. */
export interface FoundForm extends WrittenForm {
  readonly tier: "variant" | "sound";
  readonly episodes: number;
  /**
   * Of sounds: that it is what was asked, misheard, and not another word that sounds like it. Always of variants. A page
   * shows the places of likely forms unasked.
   */
  readonly isLikely: boolean;
}

export interface SearchOptions {
  /** `["exact"]` where absent. */
  readonly tiers?: readonly SearchTier[];
  /**
   * Keys: speaker (a person's id, else the transcript's label), topic, year, timing; after (from the first day of
   * `2025`, `2025-03` or `2025-03-05` on) and before (up to the day before). Values of a key are alternatives; all
   * keys hold, and with them the filters that stand in the query.
   */
  readonly filters?: SearchFilters;
  /** `relevance` where absent. */
  readonly sort?: "relevance" | "newest" | "oldest";
  /**
   * Of the tiers `variant` and `sound`, the places alone that are written so, as an answer's `forms` tell them; `""`
   * stands for those whose writing was not read.
   */
  readonly forms?: readonly string[];
  /** The last word is still being typed and matches by its beginning. */
  readonly prefix?: boolean;
  /**
   * Words that stand nowhere in the archive are left out of the exact tier (see `dropped`), as long as another word
   * is left. Where absent, they leave nothing to be found.
   */
  readonly dropMissing?: boolean;
  /** What the glossary says for a word counts as that word; true where absent. */
  readonly aliases?: boolean;
  /**
   * Every episode's title is told; true where absent. Where not, `title` is `""`, and `times()` tells it: what lists few
   * of many episodes need not load the titles of all. Fewer names are listed then, for the same reason.
   */
  readonly titles?: boolean;
}

export type SearchFilters = Readonly<Partial<Record<FilterKey, readonly string[]>>>;

export const facetKeys = ["speaker", "topic", "year", "timing"] as const;

/** A value that an answer can be narrowed down to. */
export interface Facet {
  /** As `filters` takes it. */
  readonly value: string;
  /** As shown: a speaker's name. */
  readonly name: string;
  readonly episodes: number;
}

/**
 * How many episodes of the exact tier have each value, what is chosen of the same key not counted: so many there
 * would be with this value alone. Of a speaker: in how many of them they speak at all. The hundred most frequent, and what is asked for.
 */
export type Facets = Readonly<Record<(typeof facetKeys)[number], readonly Facet[]>>;

/** A filter in a query that names nobody, no topic, or no day that there is. */
export interface UnknownFilter {
  readonly key: "speaker" | "topic" | "after" | "before";
  readonly value: string;
}

/** Some words of a query that are said in one episode. */
export interface WordsTogether {
  readonly words: readonly string[];
  /** Asks for them. */
  readonly query: string;
  readonly episodes: number;
}

/** What has a name, in the order in which an answer lists them. */
export const foundKinds = ["episode", "chapter", "person", "term", "topic"] as const;
export type FoundKind = (typeof foundKinds)[number];

/** Something whose name holds the words of a query. */
export interface FoundName {
  readonly kind: FoundKind;
  readonly title: string;
  /** Of its page, below the archive's address: `episodes/042/#t=754`. */
  readonly path: string;
  /** What of the title was asked for: UTF-16 offsets, ascending; none where another name of it was. */
  readonly marks: readonly Mark[];
  /** The title of a chapter's episode. */
  readonly episode?: string;
}

/** The names that an answer lists, kind after kind, best first, and of each kind how many more there are. */
export interface FoundNames {
  readonly names: readonly FoundName[];
  /** Kinds of which all are listed are not in it. An episode that was not looked into counts as one chapter. */
  readonly moreNames: Readonly<Partial<Record<FoundKind, number>>>;
}

/** What an answer says of its query. */
export interface AnswerNotes {
  /** Words that stand nowhere in the archive, as typed. */
  readonly missing: readonly string[];
  /** Those of them that were left out, as `dropMissing` asked. */
  readonly dropped: readonly string[];
  /** What is more than one search asks for, and was left out of it: words, and the ends of long phrases, as typed. */
  readonly unasked: readonly string[];
  /** Filters of the query that were left out. */
  readonly unknown: readonly UnknownFilter[];
  /** The filters of the query that hold, as `filters` would have them. */
  readonly typedFilters: SearchFilters;
  /** Where every word stands somewhere and no episode has all: which of them stand in one. */
  readonly together: readonly WordsTogether[];
  readonly facets: Facets;
  /** What the glossary added to the exact tier: the names that stand where the query's own words do not. */
  readonly aliases: readonly string[];
  /** The same where `aliases` are left out: what they would add. */
  readonly leftOut: readonly string[];
  /**
   * The writings in which `variant` and `sound` found the query, where they were asked: the likely ones first, then the
   * most frequent. Places that no form tells of (`totals` less their hits) were not read.
   */
  readonly forms: readonly FoundForm[];
  /** The query is a sentence: its exact places are those of all its words, and seldom what is asked. */
  readonly isSentence: boolean;
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
  /** Of the tiers `variant` and `sound`: how the query is written there, as far as it was read, the most frequent form first. */
  readonly forms?: readonly WrittenForm[];
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
  /** Higher is better, among the passages of one episode's tier. */
  readonly score: number;
  /** Its corrected words, in their order; absent where it has none. */
  readonly heard?: readonly HeardWord[];
}

/** A passage that holds much of what a question asks. Its hits are places of what is asked. */
export interface RelatedPassage extends FoundPassage {
  readonly slug: string;
  /** The episode's. */
  readonly title: string;
  /** Higher is nearer; of one answer's passages they compare across episodes. */
  readonly score: number;
  /** Words of the question that stand there, and those that do not; words of grammar are neither. */
  readonly said: readonly string[];
  readonly unsaid: readonly string[];
}

/** Where in time an episode has its hits. */
export interface FoundTimes {
  /** The episode's title, where a search left it out. */
  readonly title: string;
  /** The heights of its strip, 0 to 1. */
  readonly heights: readonly number[];
  /** Seconds. */
  readonly duration: number;
  /** How long it is talked about, in seconds: see `measureTalk` in search/engine/list-passages.ts. */
  readonly talk: number;
  /** The passages with a hit in their order, each with its start in seconds, its address and the hits that begin in it. */
  readonly moments: readonly { readonly start: number; readonly anchor: string; readonly hits: number }[];
}

/** A passage with a hit and its address. */
export interface ResultPassage extends Omit<FoundPassage, "anchor" | "marks"> {
  /** Root-relative, base path included: `/episodes/042/#t=754`. */
  readonly url: string;
  /** UTF-16 offsets in `text`, ascending. */
  readonly marks: readonly (readonly [from: number, to: number])[];
}

/** Where in time an episode's hits are, with the address of each moment. */
export interface ResultTimes extends Omit<FoundTimes, "moments"> {
  readonly moments: readonly { readonly start: number; readonly url: string; readonly hits: number }[];
}

/** An episode in which every word of the query stands. */
export interface ResultEpisode extends FoundEpisode {
  /** Root-relative, base path included. */
  readonly url: string;
  /** Every passage with a hit once, best first; at most `limit`. Rejects as the search does. */
  passages(limit?: number): Promise<ResultPassage[]>;
  /** When its hits are said: passage by passage, without their texts. Rejects as the search does. */
  times(): Promise<ResultTimes>;
}

/** A passage near to a question, with its address. */
export interface ResultRelated extends Omit<RelatedPassage, "anchor"> {
  readonly url: string;
}

/** An episode, chapter, person, term or topic whose name holds the words of a query, with its address. */
export interface ResultName extends Omit<FoundName, "path"> {
  /** Root-relative, base path included. */
  readonly url: string;
}

export interface Total {
  readonly episodes: number;
  readonly hits: number;
}

export interface SearchResult extends AnswerNotes, Pick<FoundNames, "moreNames"> {
  readonly query: string;
  /** What is called so: kind after kind, best first; some of each kind. */
  readonly names: readonly ResultName[];
  /** Of the exact tier; known without fetching any text. */
  readonly total: Total;
  /** Of each tier that was asked for; a hit of `related` is a passage. */
  readonly totals: Readonly<Partial<Record<SearchTier, Total>>>;
  /** All that match, sorted as asked. */
  readonly episodes: readonly ResultEpisode[];
  /** The nearest passages of all episodes, best first, where `related` was asked for. Rejects as the search does. */
  related(limit?: number): Promise<ResultRelated[]>;
}

/** What `open-archive.ts` asks of `search-worker.ts`. */
export type SearchRequest =
  | {
      /** Comes first: which build is asked, by its name in the pointer, and the address of the site. */
      readonly kind: "open";
      readonly root: string;
      readonly archive: string;
    }
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
      /** The nearest passages of all episodes. */
      readonly kind: "related";
      readonly query: string;
      readonly options: SearchOptions;
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
export interface SearchReply extends AnswerNotes, FoundNames {
  readonly query: string;
  readonly episodes: readonly (FoundEpisode & { readonly index: number })[];
}

/** A file of the search did not load: the answer is unknown, which is not the same as nothing found. */
export class SearchLoadError extends Error {
  override readonly name = "SearchLoadError";
  /** What did not load. */
  readonly address: string;
  /** The archive has been published anew since it was opened, and the new one does not load either. */
  readonly isPublishedAnew: boolean;

  constructor(address: string, cause?: unknown, isPublishedAnew = false) {
    super(`A file of the search did not load: ${address}`, { cause });
    this.address = address;
    this.isPublishedAnew = isPublishedAnew;
  }
}
