import { formatCount } from "../text/format-count.ts";
import type { Wording } from "./interface-words.ts";

// Apart from the other words, because the browser loads these.

/** The fixed words of what is offered while one types. */
export const suggestionWords = {
  suggestions: { zh: "搜索建议", en: "Suggestions" },
  episode: { zh: "节目", en: "Episode" },
  didYouMean: { zh: "要找的是不是：", en: "Did you mean:" },
} as const satisfies Record<string, Wording>;

/** In how many episodes a suggestion finds something. */
export function wordSuggestedEpisodes(count: number): Wording {
  return {
    zh: `${formatCount(count)}期`,
    en: `${formatCount(count)} ${count === 1 ? "episode" : "episodes"}`,
  };
}

/** How many suggestions there are, for those who do not see the list. */
export function wordSuggestionCount(count: number): Wording {
  return {
    zh: `${formatCount(count)}条建议，用上下键选`,
    en: `${formatCount(count)} ${count === 1 ? "suggestion" : "suggestions"}: choose with the up and down keys`,
  };
}
