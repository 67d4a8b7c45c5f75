import type { Wording } from "./interface-words.ts";

/** What the site's feed is called beside the show's own at its host. */
export function wordTranscriptFeed(show: string): Wording {
  return { zh: `${show}（带文字稿）`, en: `${show} (with transcripts)` };
}

/** What the feed of a term holds. */
export function wordTermFeed(term: string, show: string): Wording {
  return {
    zh: `《${show}》里说到“${term}”的各期，链接到第一次说到的地方。`,
    en: `The episodes of ${show} in which “${term}” is said, each at the first place.`,
  };
}

/** What the feed of a person holds. */
export function wordPersonFeed(name: string, show: string): Wording {
  return {
    zh: `《${show}》里有${name}的各期，链接到第一次开口的地方。`,
    en: `The episodes of ${show} with ${name}, each at the first words.`,
  };
}
