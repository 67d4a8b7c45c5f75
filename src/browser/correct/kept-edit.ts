import type { Wording } from "../../wording/interface-words.ts";

/** What was written last, over the reload that shows it. */
export interface KeptEdit {
  readonly page: string;
  readonly said: Wording;
  readonly undoable: number;
  /** The passage, and how far below the window's top it began. */
  readonly anchor: string;
  readonly top: number;
  /** Whether the passage's time had the focus. */
  readonly hasFocus: boolean;
}

const key = "tingsuo-edit";

/** Keeps what was written until this tab is closed, or it is forgotten. */
export function keepEdit(edit: KeptEdit): void {
  sessionStorage.setItem(key, JSON.stringify(edit));
}

export function forgetEdit(): void {
  sessionStorage.removeItem(key);
}

/** What was written last on this page; undefined where nothing was. */
export function readKeptEdit(): KeptEdit | undefined {
  const kept = sessionStorage.getItem(key);
  if (kept === null) return undefined;
  const edit = JSON.parse(kept) as KeptEdit;
  return edit.page === location.pathname ? edit : undefined;
}
