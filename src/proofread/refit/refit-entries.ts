import type { Corrections, TurnStart } from "../../model/corrections.ts";
import type { HeardText } from "../../model/heard-text.ts";
import type { ChapterSource } from "../../model/passage.ts";
import { type Alignment, alignTexts } from "./align-texts.ts";

/** What becomes of an entry: its new keys, or why it has none. */
export type Refit = { readonly sourceLine: number } & (
  | { readonly fate: "moved" | "changed"; readonly keys: NewKeys }
  /** The new text says what was meant. */
  | { readonly fate: "done" }
  | { readonly fate: "lost" }
);

/** Keys that replace those of an entry; undefined takes one away. */
interface NewKeys {
  readonly line: number;
  readonly time?: undefined;
  readonly heard?: string;
  readonly nth?: number | undefined;
  readonly from?: string | undefined;
  readonly sure?: number;
}

export interface RefitResult {
  readonly entries: readonly Refit[];
  readonly chapters: readonly Refit[];
  readonly alikeShare: number;
}

/** A replacement whose heard words are new is so much less sure (chosen). */
const CHANGED_SURE = 0.9;

/** Finds the places of all entries of an old text in a new one. */
export function refitEntries(
  old: HeardText,
  fresh: HeardText,
  corrections: Corrections,
  chapters: readonly ChapterSource[],
): RefitResult {
  const alignment = alignTexts(old, fresh);
  const entries = [
    ...corrections.replace.map((entry) => refitForm(old, fresh, alignment, entry)),
    ...corrections.keep.map((entry) => refitForm(old, fresh, alignment, entry)),
    ...corrections.turns.map((turn) => refitStart(old, fresh, alignment, turn)),
  ];
  const lined = chapters.filter(({ start, line }) => start === undefined && line !== undefined);
  return {
    entries,
    chapters: lined.map((chapter) => refitStart(old, fresh, alignment, chapter)),
    alikeShare: alignment.alikeShare,
  };
}

function refitForm(
  old: HeardText,
  fresh: HeardText,
  alignment: Alignment,
  entry: Corrections["replace"][number] | Corrections["keep"][number],
): Refit {
  const { sourceLine } = entry;
  const stretch = old.findPlace(entry);
  const moved = stretch === undefined ? undefined : alignment.move(stretch);
  if (moved === undefined) return { sourceLine, fate: "lost" };
  const written = fresh.read(moved.from, moved.to);
  const place = fresh.namePlace(moved.from, moved.to);
  const meant = "meant" in entry ? entry.meant : undefined;
  if (written === meant) return { sourceLine, fate: "done" };
  if (place === undefined || (!moved.isSame && meant === undefined)) return { sourceLine, fate: "lost" };
  const keys = { time: undefined, line: place.line, heard: place.heard, nth: place.nth };
  if (moved.isSame) return { sourceLine, fate: "moved", keys };
  const sure = "sure" in entry ? Math.round(entry.sure * CHANGED_SURE * 100) / 100 : 1;
  return { sourceLine, fate: "changed", keys: { ...keys, sure } };
}

/** A turn or a chapter: a line, and the words with which it begins where it begins inside the line. */
function refitStart(
  old: HeardText,
  fresh: HeardText,
  alignment: Alignment,
  entry: TurnStart | ChapterSource,
): Refit {
  const { sourceLine } = entry;
  const start = old.findStart(entry);
  const moved = start === undefined ? undefined : alignment.moveStart(start);
  const named = moved === undefined ? undefined : fresh.nameStart(moved);
  if (named === undefined) return { sourceLine, fate: "lost" };
  return { sourceLine, fate: "moved", keys: { time: undefined, line: named.line, from: named.from } };
}
