import { EpisodeResult } from "./episode-result.ts";
import { type MovingKey, moveFocus, movingKeys } from "./move-focus.ts";
import type { SearchResults } from "./search-results.ts";

type Stop = SearchResults["stops"][number];

/** A list that the keys move through. */
interface StopList extends Pick<HTMLElement, "contains"> {
  readonly stops: readonly Stop[];
  /** It stands above what the field leads to, and is reached from there, or where nothing else is. */
  readonly isAbove?: boolean;
  /** Shows more of what the list has not shown, where it comes before the next list. Never rejects. */
  showMore?(): Promise<void>;
}

/**
 * Lets arrows, Home and End move through the names and hits of all lists from the field and back, and Escape lead back to the field.
 * Enter is the browser's own: it opens the link that has the focus.
 */
export function followMovingKeys(
  page: HTMLElement,
  field: HTMLInputElement,
  lists: readonly StopList[],
  signal: AbortSignal,
): void {
  const listen = (event: KeyboardEvent) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const key = movingKeys.find((own) => own === event.key);
    const target = event.target as Node;
    if (key === undefined || (target !== field && !lists.some((list) => list.contains(target)))) return;
    const stops = listStops(lists);
    // In the field the other keys belong to its text.
    if (target === field && (key !== "ArrowDown" || stops.length === 0)) return;
    event.preventDefault();
    void moveTo(key, target === field ? undefined : findPlace(stops, target), lists, field);
  };
  page.addEventListener("keydown", listen, { signal });
}

async function moveTo(
  key: MovingKey,
  at: number | undefined,
  lists: readonly StopList[],
  field: HTMLInputElement,
): Promise<void> {
  const before = listStops(lists);
  const above = listStops(lists.filter(({ isAbove }) => isAbove === true)).length;
  const next = moveFocus(key, at, before.length, above < before.length ? above : 0);
  if (next === "field") {
    field.focus();
    return;
  }
  const focused = document.activeElement;
  const from = at === undefined ? undefined : before[Math.floor(at)];
  // At a list's end, what it has not shown comes before the next list.
  if (key === "ArrowDown" && from !== undefined)
    await lists.find(({ stops }) => stops.at(-1) === from)?.showMore?.();
  // Who has gone elsewhere meanwhile stays there.
  if (document.activeElement !== focused) return;
  const stop = listStops(lists)[next];
  if (!(stop instanceof EpisodeResult)) {
    stop?.focus();
    return;
  }
  stop.scrollIntoView({ block: "nearest", behavior: "instant" });
  await stop.load();
  if (document.activeElement === focused) stop.stops.at(key === "ArrowUp" || key === "End" ? -1 : 0)?.focus();
}

function listStops(lists: readonly StopList[]): Stop[] {
  return lists.flatMap(({ stops }) => stops);
}

/** Index of the stop that has the focus; k + 0.5 where it lies between two. */
function findPlace(stops: readonly Stop[], focused: Node): number {
  const exact = stops.indexOf(focused as HTMLAnchorElement);
  if (exact !== -1) return exact;
  const following = stops.findIndex(
    (stop) => (focused.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return (following === -1 ? stops.length : following) - 0.5;
}
