import type { HeardStretch, HeardText } from "../../model/heard-text.ts";
import type { Suggestion } from "../../model/suggestion.ts";

/** Characters that are shown before and after a place. */
const SHOWN = 18;

/** A suggestion about a stretch; undefined where corrections.yaml could not name it. */
export function makeSuggestion(
  heard: HeardText,
  { from, to }: HeardStretch,
  rest: Pick<Suggestion, "meant" | "about" | "kind" | "sure" | "reason">,
): Suggestion | undefined {
  const place = heard.namePlace(from, to);
  if (place === undefined || place.heard === rest.meant) return undefined;
  return {
    slug: heard.slug,
    place,
    from,
    to,
    ...rest,
    sure: Math.round(rest.sure * 100) / 100,
    before: heard.read(Math.max(0, from - SHOWN), from),
    after: heard.read(to, Math.min(heard.text.length, to + SHOWN)),
  };
}
