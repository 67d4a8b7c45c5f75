let isSwapping = false;
let isReturn = false;
let isLinked = false;

document.addEventListener("astro:before-swap", (event) => {
  isSwapping = true;
  isReturn = event.navigationType === "traverse";
  isLinked = !isReturn;
});
document.addEventListener("astro:after-swap", () => {
  isSwapping = false;
});

/**
 * Calls back once the address is that of the page an element stands in: at once, or, while the router puts the
 * page in place, right after it. The router writes the address only when the page's elements are connected.
 */
export function whenAddressed(begin: () => void, signal: AbortSignal): void {
  if (isSwapping) document.addEventListener("astro:after-swap", begin, { once: true, signal });
  else begin();
}

/** Whether a link or a form of another page of the site led here: the reader has pressed something. */
export function hasFollowedLink(): boolean {
  return isLinked;
}

/** Whether Back or Forward led to the page, through the router. */
export function hasReturned(): boolean {
  return isReturn;
}

/** What Astro's router keeps in `history.state`; it takes an entry without it for another site's. */
interface RouterState {
  readonly index: number;
  readonly scrollX: number;
  readonly scrollY: number;
}

/** The state of an entry that takes the place of the one shown: the router's part stays. */
export function keepRouterState(): RouterState & Record<string, unknown> {
  return { index: 0, scrollX, scrollY, ...history.state };
}

/** The state of an entry that follows the one shown. */
export function advanceRouterState(): RouterState {
  return { index: (history.state?.index ?? 0) + 1, scrollX: 0, scrollY: 0 };
}
