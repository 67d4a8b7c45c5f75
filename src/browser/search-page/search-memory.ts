/** What a reader had before them, so that Back can show it again. */
export interface ResultsView {
  /** Episodes shown. */
  readonly shown: number;
  /** Slugs of the episodes whose hits were all shown. */
  readonly opened: readonly string[];
  /** The first episode on the screen, and how far below the window's top it began, in pixels; absent at the top. */
  readonly anchor?: { readonly slug: string; readonly top: number };
  /** Address of the hit that had the focus. */
  readonly focus?: string;
  /** Of a tier that is written in several ways: those that are shown. */
  readonly forms?: readonly string[];
  /** The same of what sounds like the query; absent where it was not open. */
  readonly sound?: ResultsView;
}

/** What the search page keeps in `history.state`. */
export interface HistoryEntry {
  /** Names the entry's view in the storage. */
  readonly key: string;
  /** Submitted, followed or opened by its address: typing begins a new entry. */
  readonly isSettled: boolean;
  /** The last word was still being typed. */
  readonly isTyping: boolean;
}

const prefix = "tingsuo-search-";

export function makeEntry(isSettled: boolean): HistoryEntry {
  return { key: Math.random().toString(36).slice(2), isSettled, isTyping: false };
}

/** The entry in a `history.state`; undefined where another page or nobody wrote it. */
export function readEntry(state: unknown): HistoryEntry | undefined {
  const entry = (state as { search?: HistoryEntry } | null)?.search;
  return typeof entry?.key === "string" ? entry : undefined;
}

export function rememberView({ key }: HistoryEntry, view: ResultsView): void {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(view));
  } catch {
    // Storage may be forbidden or full: Back then shows the results from their beginning.
  }
}

export function recallView({ key }: HistoryEntry): ResultsView | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}
