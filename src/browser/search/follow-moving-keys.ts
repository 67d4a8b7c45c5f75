import { EpisodeResult } from "./episode-result.ts";
import { type MovingKey, moveFocus, movingKeys } from "./move-focus.ts";
import type { SearchResults } from "./search-results.ts";

/**
 * Lets arrows, Home and End move through the hits from the field and back, and Escape lead back to the field.
 * Enter is the browser's own: it opens the link that has the focus.
 */
export function followMovingKeys(
  page: HTMLElement,
  field: HTMLInputElement,
  results: SearchResults,
  signal: AbortSignal,
): void {
  const listen = (event: KeyboardEvent) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const key = movingKeys.find((own) => own === event.key);
    const target = event.target as Node;
    if (key === undefined || (target !== field && !results.contains(target))) return;
    // In the field the other keys belong to its text.
    if (target === field && (key !== "ArrowDown" || results.stops.length === 0)) return;
    event.preventDefault();
    void moveTo(key, target === field ? undefined : findPlace(results, target), results, field);
  };
  page.addEventListener("keydown", listen, { signal });
}

async function moveTo(
  key: MovingKey,
  at: number | undefined,
  results: SearchResults,
  field: HTMLInputElement,
): Promise<void> {
  const next = moveFocus(key, at, results.stops.length);
  if (next === "field") {
    field.focus();
    return;
  }
  if (next === results.stops.length) results.showMore();
  const stop = results.stops[next];
  if (!(stop instanceof EpisodeResult)) {
    stop?.focus();
    return;
  }
  stop.scrollIntoView({ block: "nearest", behavior: "instant" });
  await stop.load();
  stop.hits.at(key === "ArrowUp" || key === "End" ? -1 : 0)?.focus();
}

/** Index of the stop that has the focus; k + 0.5 where it lies between two. */
function findPlace(results: SearchResults, focused: Node): number {
  const { stops } = results;
  const exact = stops.indexOf(focused as HTMLAnchorElement);
  if (exact !== -1) return exact;
  const following = stops.findIndex(
    (stop) => (focused.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return (following === -1 ? stops.length : following) - 0.5;
}
