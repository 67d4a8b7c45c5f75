/** The keys that move through a list of hits. */
export const movingKeys = ["ArrowDown", "ArrowUp", "Home", "End", "Escape"] as const;
export type MovingKey = (typeof movingKeys)[number];

/**
 * Where a key leads in a list of `count` places: an index (`count` itself: past the last one), or the search
 * field.
 * @param first the place to which the field and Home lead; what stands before it is reached from it
 * @param at index of the place that has the focus; between two places k + 0.5; undefined for the search field
 */
export function moveFocus(
  key: MovingKey,
  at: number | undefined,
  count: number,
  first = 0,
): number | "field" {
  if (key === "Escape" || count === 0) return "field";
  if (key === "Home") return first;
  if (key === "End") return count - 1;
  if (key === "ArrowDown") return at === undefined ? first : Math.floor(at) + 1;
  const before = at === undefined ? -1 : Math.ceil(at) - 1;
  return before < 0 ? "field" : before;
}
