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
