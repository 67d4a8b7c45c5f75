import type { HeardText } from "../../model/heard-text.ts";
import type { Span } from "../../model/span.ts";
import type { Suggestion, SuggestionGroup } from "./suggestion.ts";
import type { Evidence } from "./weigh-evidence.ts";

/** Characters that are shown before and after a place. */
const SHOWN = 18;

/** A suggestion about a stretch; undefined where corrections.yaml could not name it. */
export function makeSuggestion(
  heard: HeardText,
  { from, to }: Span,
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

/** Why a candidate is thought to be misheard, in one sentence. */
export function explainSuggestion({ candidate, oddity, near, far }: Evidence): string {
  const { name, likeness } = candidate;
  const sound =
    likeness >= 0.97 ? "sounds the same as" : likeness >= 0.85 ? "sounds much like" : "sounds somewhat like";
  const about = name.written === name.owner.meant ? name.written : `${name.written} (${name.owner.meant})`;
  const word = oddity >= 1.2 ? "is no usual word" : oddity >= 0.5 ? "is a rare word here" : "is a usual word";
  const context =
    near >= 0.5
      ? `${name.owner.meant} is spoken of just here`
      : far >= 0.3
        ? `${name.owner.meant} is spoken of some minutes away`
        : `${name.owner.meant} is not spoken of around it`;
  return `It ${sound} ${about}, ${word}, and ${context}.`;
}

/**
 * Groups suggestions by what was heard and meant: the forms of one term together, the term with the surest form
 * first. A group's sureness and reason are those of its surest place.
 */
export function groupSuggestions(suggestions: readonly Suggestion[]): SuggestionGroup[] {
  const groups = new Map<string, SuggestionGroup & { places: SuggestionGroup["places"][number][] }>();
  const sorted = [...suggestions].sort((a, b) => b.sure - a.sure);
  for (const { slug, place, about, meant, sure, reason, before, after } of sorted) {
    const key = JSON.stringify([about, place.heard, meant]);
    const group = groups.get(key) ?? { about, heard: place.heard, meant, sure, why: reason, places: [] };
    groups.set(key, group);
    group.places.push({ slug, place, context: `…${before}【${place.heard}】${after}…` });
  }
  for (const { places } of groups.values())
    places.sort(
      (a, b) =>
        compare(a.slug, b.slug) || a.place.line - b.place.line || (a.place.nth ?? 1) - (b.place.nth ?? 1),
    );
  const byAbout = new Map<string, SuggestionGroup[]>();
  for (const group of groups.values()) byAbout.set(group.about, [...(byAbout.get(group.about) ?? []), group]);
  return [...byAbout.values()].flat();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
