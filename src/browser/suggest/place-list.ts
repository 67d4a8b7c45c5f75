/** Room below a field that is enough for a list. Chosen: five rows. */
const enoughPx = 240;
const gapPx = 8;

/**
 * Lays a list over the page on the side of its field that has more room in what is seen of the page: an on-screen
 * keyboard covers a part, and a field at the bottom of a phone has none below it.
 */
export function placeList(list: HTMLElement, field: HTMLElement): void {
  const { top, bottom } = field.getBoundingClientRect();
  const seen = window.visualViewport;
  const seenTop = seen?.offsetTop ?? 0;
  const seenBottom = seenTop + (seen?.height ?? window.innerHeight);
  const above = top - seenTop - gapPx;
  const below = seenBottom - bottom - gapPx;
  const isBelow = below >= enoughPx || below >= above;
  list.dataset["side"] = isBelow ? "below" : "above";
  list.style.setProperty("--room", `${Math.max(0, Math.floor(isBelow ? below : above))}px`);
}
