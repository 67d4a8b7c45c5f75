import type { Speaker } from "./cue.ts";
import type { Chapter, Passage, Timing } from "./passage.ts";
import type { Mark } from "./span.ts";

/** Name to address: `{ 小宇宙: https://… }`. Only http, https and mailto addresses get here. */
type Links = Readonly<Record<string, string>>;

export interface Show {
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  readonly author: string;
  readonly site?: string;
  /** Site-relative path or address of an image. */
  readonly cover?: string;
  readonly links: Links;
  /** The show's colour, `#be3321`; in the dark the light one's where it has none of its own. */
  readonly accent?: { readonly light: string; readonly dark?: string | undefined };
  readonly copyright?: string;
  readonly repository?: string;
  /** `podcast:guid`: a UUID in lower case. */
  readonly guid?: string;
  /** Apple's, a subcategory behind its own: `Society & Culture > Documentary`. */
  readonly categories?: readonly string[];
  readonly explicit?: boolean;
  readonly owner?: { readonly name?: string | undefined; readonly email?: string | undefined };
  /** `original` is the address of the show's feed at its host; `primary` is true where it has none. */
  readonly feed?: { readonly primary?: boolean | undefined; readonly original?: string | undefined };
  /** False where people typed the transcripts, and no machine. */
  readonly machine?: boolean;
  /** False where the search does without the stock list of names. */
  readonly variants?: boolean;
  /** False where show notes may hold no pictures of other sites. */
  readonly remotePictures?: boolean;
}

type Role = "host" | "guest" | "narrator";

export interface Person {
  readonly id: string;
  /** Its address: `/people/<slug>/`; the id after the rules of interface.md. */
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly role?: Role;
  readonly bio?: string;
  readonly links: Links;
}

/** What a recogniser writes for a term: everywhere, or only within 30 characters of one of `near`. */
export interface HeardForm {
  readonly form: string;
  readonly near?: readonly string[];
}

/** An entry of the glossary. */
export interface Term {
  readonly term: string;
  readonly slug: string;
  /** Other right ways to say it. */
  readonly also: readonly string[];
  readonly heard: readonly HeardForm[];
  readonly note?: string;
  /** 1-based line of glossary.yaml. */
  readonly line: number;
}

/** An episode's or a show's date, as exact as it is known: `2025`, `2025-03` or `2025-03-05`. */
type PartialDate = string;

export interface EpisodePerson {
  readonly name: string;
  /** Absent where the name is not in people.yaml. */
  readonly id?: string;
  readonly role?: Role;
}

export interface Audio {
  /** An http(s) address, or the root-relative address, base path included, of a file in the episode's folder. */
  readonly url: string;
  /** MIME type, as it is given, else from the file name's ending; absent where neither says any. */
  readonly type?: string;
  /** Its size, where episode.md says it. */
  readonly bytes?: number;
  /** Path of a file in the episode's folder; absent where it is an address. */
  readonly file?: string;
}

/** The places where an episode says a term of the glossary or one of its other names. */
export interface TermMention {
  /** The term's. */
  readonly slug: string;
  /** Places, counted as the search counts them. */
  readonly count: number;
  /** The passages they begin in, by their index, in order; marks as UTF-16 offsets in each passage's text. */
  readonly passages: readonly (readonly [passage: number, marks: readonly Mark[]])[];
}

/** An episode, read, corrected and divided: what pages, exports and the search index are made from. */
export interface Episode {
  readonly slug: string;
  /** Name of its folder below `episodes/`; differs from the slug where the name holds other characters. */
  readonly folder?: string;
  readonly title: string;
  readonly date: PartialDate;
  readonly number?: number;
  readonly season?: number;
  readonly audio?: Audio;
  /** That of the item in the podcast's own feed. */
  readonly guid?: string;
  /** Milliseconds since 1970: the site does not have it before. */
  readonly publish?: number;
  /** Seconds. */
  readonly duration: number;
  /** True where no file says how long the episode is. */
  readonly isDurationEstimated: boolean;
  readonly people: readonly EpisodePerson[];
  /** BCP 47. */
  readonly language: string;
  readonly topics: readonly string[];
  readonly summary?: string;
  /** The show notes as sanitised HTML; absent where there are none. */
  readonly notesHtml?: string;
  readonly links: Links;
  /** Not to be published: a draft, or one whose moment has not come. */
  readonly isDraft: boolean;
  /** File name of a cover in the episode's folder. */
  readonly cover?: string;
  /** File name of the transcript: `transcript.vtt`. */
  readonly transcriptFile: string;
  readonly timing: Timing;
  readonly chapters: readonly Chapter[];
  readonly passages: readonly Passage[];
  readonly mentions: readonly TermMention[];
  /** Everyone who speaks, in order of first appearance. */
  readonly speakers: readonly Speaker[];
  /** The heights of the strokes of its strip, 0 to 1, left to right in time (see `measureStrip`). */
  readonly strip: readonly number[];
}

/** A page that was published once and stands elsewhere now, or nowhere. */
export interface MovedAddress {
  /** Its path below the base: decoded, without a slash at either end. */
  readonly from: string;
  /** Root-relative address, base path included; absent for a page that is gone. */
  readonly to?: string;
}

/** Everything a build needs, episodes newest first; drafts left out unless asked for, and those without a transcript. */
export interface Archive {
  readonly show: Show;
  readonly people: readonly Person[];
  readonly terms: readonly Term[];
  /** Who and what has a page: those of `people` whom an episode names, and those of `terms` that one says. */
  readonly named: { readonly people: readonly Person[]; readonly terms: readonly Term[] };
  /** Names that the owner adds to the stock list, each group those of one thing. */
  readonly variants: readonly (readonly string[])[];
  readonly episodes: readonly Episode[];
  readonly moved: readonly MovedAddress[];
}
