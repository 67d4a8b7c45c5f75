import type { HeardText } from "../../model/heard-text.ts";
import type { Reason } from "../../model/report.ts";
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

/** Why a candidate is thought to be misheard. */
export function explainSuggestion({ candidate, oddity, near, far }: Evidence): Reason {
  const { name, likeness } = candidate;
  return {
    kind: "sounds-like-name",
    values: {
      name: name.written,
      owner: name.owner.meant,
      sound: likeness >= 0.97 ? "same" : likeness >= 0.85 ? "near" : "far",
      word: oddity >= 1.2 ? "unknown" : oddity >= 0.5 ? "rare" : "usual",
      spokenOf: near >= 0.5 ? "here" : far >= 0.3 ? "minutes-away" : "nowhere",
    },
  };
}

/**
 * Groups suggestions by what was heard and meant: the forms of one term together, the term with the surest form
 * first. A group's sureness and reason are those of its surest place.
 * @param explain gives the sentence of a reason
 */
export function groupSuggestions(
  suggestions: readonly Suggestion[],
  explain: (reason: Reason) => string,
): SuggestionGroup[] {
  const groups = new Map<string, SuggestionGroup & { places: SuggestionGroup["places"][number][] }>();
  const sorted = [...suggestions].sort((a, b) => b.sure - a.sure);
  for (const { slug, place, about, meant, sure, reason, before, after } of sorted) {
    const key = JSON.stringify([about, place.heard, meant]);
    const fresh = { about, heard: place.heard, meant, sure, why: explain(reason), places: [] };
    const group = groups.get(key) ?? fresh;
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
