import type { Suggestion, SuggestionGroup } from "./suggestion.ts";

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
