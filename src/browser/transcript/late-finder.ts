import type { TranscriptFinder } from "./transcript-finder.ts";

/** The finder of a page's transcript: loaded and read when it is first wanted. */
export class LateFinder {
  #finder: Promise<TranscriptFinder> | undefined;

  /** Rejects where it does not load; the next call tries again. */
  open(passages: readonly HTMLElement[]): Promise<TranscriptFinder> {
    const aliases = JSON.parse(document.querySelector("[data-aliases]")?.textContent ?? "[]");
    this.#finder ??= importFinder().then((Finder) => Finder.read(passages, aliases));
    const finder = this.#finder;
    finder.catch(() => {
      if (this.#finder === finder) this.#finder = undefined;
    });
    return finder;
  }

  /** Another text stands there now. */
  forget(): void {
    this.#finder = undefined;
  }

  /** Loads it when there is nothing else to do, so that it is there without the network too. */
  prefetch(): void {
    whenIdle(() => void importFinder().catch(() => undefined));
  }
}

/** Apart, because its tables are larger than all else on the page: whoever only reads need not wait for them. */
async function importFinder(): Promise<typeof TranscriptFinder> {
  return (await import("./transcript-finder.ts")).TranscriptFinder;
}

/** Safari has no idle callback. */
function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 5000 });
  else setTimeout(work, 1000);
}
