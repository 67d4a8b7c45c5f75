/** The keys that move through a list of hits. */
export const movingKeys = ["ArrowDown", "ArrowUp", "Home", "End", "Escape"] as const;
export type MovingKey = (typeof movingKeys)[number];

/**
 * Where a key leads in a list of `count` places: an index (`count` itself: past the last one), or the search
 * field.
 * @param at index of the place that has the focus; between two places k + 0.5; undefined for the search field
 */
export function moveFocus(key: MovingKey, at: number | undefined, count: number): number | "field" {
  if (key === "Escape" || count === 0) return "field";
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === "ArrowDown") return at === undefined ? 0 : Math.floor(at) + 1;
  const before = at === undefined ? -1 : Math.ceil(at) - 1;
  return before < 0 ? "field" : before;
}
