import type { Episode } from "../model/archive.ts";

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Newest first: by date, then number, then slug. What a date does not say counts as the earliest it can be, so
 * 2025 stands after every month of 2025.
 */
export function compareEpisodes(
  a: Pick<Episode, "date" | "number" | "slug">,
  b: Pick<Episode, "date" | "number" | "slug">,
): number {
  return compareText(b.date, a.date) || (b.number ?? -1) - (a.number ?? -1) || compareText(a.slug, b.slug);
}
