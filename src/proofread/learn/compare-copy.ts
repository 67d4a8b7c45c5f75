import type { HeardPlace, HeardText } from "../../model/heard-text.ts";
import { alignTokens, listDifferences } from "../../pipeline/align-tokens.ts";
import { readLexicalTokens, type Token } from "../../text/normalise.ts";
import {
  type CopyWords,
  type Difference,
  readShown,
  type ShownToken,
  widenDifference,
} from "./widen-difference.ts";

/** Something that a corrected copy says otherwise. */
export interface CopyChange {
  readonly place: HeardPlace;
  /** Offsets in the episode's `HeardText`. */
  readonly from: number;
  readonly to: number;
  readonly meant: string;
}

/** What a corrected copy comes to. */
export interface CopyComparison {
  readonly changes: readonly CopyChange[];
  /** Differences that corrections cannot express, with the line of the transcript. */
  readonly unplaced: readonly {
    readonly line: number | undefined;
    readonly heard: string;
    readonly meant: string;
  }[];
  /** Places where only punctuation, spaces, or the case or script of letters differ. */
  readonly ignoredCount: number;
  /** Places that are corrected already, and stand in the copy as they were heard. */
  readonly asHeardCount: number;
  /** The share of the transcript's words that stand in the copy, in order. */
  readonly alikeShare: number;
}

/**
 * Compares an episode as readers see it with a copy that somebody corrected, word by word: paragraphs may be
 * divided and punctuated otherwise. Each difference is widened to whole words of the copy, and to whole names.
 */
export function compareCopy(heard: HeardText, copy: string, words: CopyWords): CopyComparison {
  const shown = readShown(heard);
  const tokens = readLexicalTokens(copy);
  const written = tokens.map(({ from, to }) => copy.slice(from, to).normalize("NFKC"));
  const { differences, alikeShare } = findDifferences(shown, written);
  const changes: CopyChange[] = [];
  const unplaced: { line: number | undefined; heard: string; meant: string }[] = [];
  let asHeardCount = 0;
  let ignoredCount = countSeparators(heard, shown, copy, tokens, differences);
  const real = differences.map((own) => !isSameSpelling(shown, tokens, written, own));
  ignoredCount += real.filter((isReal) => !isReal).length;
  const wide = differences.flatMap((_, index) =>
    real[index] ? [widenDifference(differences, index, shown, tokens, words)] : [],
  );
  for (const own of joinOverlaps(wide)) {
    const { from, to, meant } = readDifference(heard, shown, copy, tokens, own);
    if (heard.isDecided({ from, to }) && isAsHeard(heard, from, to, meant)) {
      asHeardCount += 1;
      continue;
    }
    const isOneTurn = shown[own.from]?.turn === shown[own.to - 1]?.turn;
    const place = isOneTurn && meant !== "" && from < to ? heard.namePlace(from, to) : undefined;
    if (place === undefined) {
      unplaced.push({
        line: heard.namePlace(from, Math.max(to, from + 1))?.line,
        heard: heard.read(from, to),
        meant,
      });
    } else changes.push({ place, from, to, meant });
  }
  return { changes, unplaced, ignoredCount, asHeardCount, alikeShare };
}

/** Where the words of a copy differ, and how many of the transcript's stand in it. */
function findDifferences(shown: readonly ShownToken[], written: readonly string[]) {
  const own = shown.map((token) => token.written);
  const partners = alignTokens(own, written);
  const differences = listDifferences(own, written, partners).map(
    ({ from, to, otherFrom, otherTo }): Difference => ({ from, to, copyFrom: otherFrom, copyTo: otherTo }),
  );
  const alike = own.filter((word, at) => written[partners[at] ?? -1] === word).length;
  return { differences, alikeShare: alike / Math.max(1, own.length) };
}

function joinOverlaps(differences: readonly Difference[]): Difference[] {
  const joined: Difference[] = [];
  for (const own of differences) {
    const last = joined.at(-1);
    if (last === undefined || (own.from >= last.to && own.copyFrom >= last.copyTo)) joined.push(own);
    else {
      joined[joined.length - 1] = {
        from: Math.min(last.from, own.from),
        to: Math.max(last.to, own.to),
        copyFrom: Math.min(last.copyFrom, own.copyFrom),
        copyTo: Math.max(last.copyTo, own.copyTo),
      };
    }
  }
  return joined;
}

/** Whether both say the same in other letters; capitals inside a word count (Moe is not MoE). */
function isSameSpelling(
  shown: readonly ShownToken[],
  tokens: readonly Token[],
  written: readonly string[],
  { from, to, copyFrom, copyTo }: Difference,
): boolean {
  if (to - from !== copyTo - copyFrom) return false;
  for (let k = 0; k < to - from; k += 1) {
    if (shown[from + k]?.text !== tokens[copyFrom + k]?.text) return false;
    if (/.\p{Lu}/u.test(written[copyFrom + k] ?? "")) return false;
  }
  return true;
}

function readDifference(
  heard: HeardText,
  shown: readonly ShownToken[],
  copy: string,
  tokens: readonly Token[],
  { from, to, copyFrom, copyTo }: Difference,
): { from: number; to: number; meant: string } {
  const start = shown[from]?.from ?? heard.text.length;
  const end = to > from ? (shown[to - 1]?.to ?? start) : start;
  const meant = copyTo > copyFrom ? copy.slice(tokens[copyFrom]?.from, tokens[copyTo - 1]?.to) : "";
  return { from: start, to: end, meant: meant.replace(/\s+/g, " ") };
}

function isAsHeard(heard: HeardText, from: number, to: number, meant: string): boolean {
  const join = (text: string) =>
    readLexicalTokens(text)
      .map((token) => token.text)
      .join(" ");
  return join(heard.read(from, to)) === join(meant);
}

/** Counts the places between two words alike on both sides where something else stands between them. */
function countSeparators(
  heard: HeardText,
  shown: readonly ShownToken[],
  copy: string,
  tokens: readonly Token[],
  differences: readonly Difference[],
): number {
  let count = 0;
  let at = 0;
  let copyAt = 0;
  for (const { from, to, copyFrom, copyTo } of [
    ...differences,
    { from: shown.length, to: 0, copyFrom: 0, copyTo: 0 },
  ]) {
    for (; at + 1 < from; at += 1, copyAt += 1) {
      const [left, right] = [shown[at] as ShownToken, shown[at + 1] as ShownToken];
      if (right.from < left.to) continue;
      const own = heard.text.slice(left.to, right.from);
      const other = copy.slice(tokens[copyAt]?.to, tokens[copyAt + 1]?.from);
      if (own.replace(/\s/g, "") !== other.replace(/\s/g, "")) count += 1;
    }
    at = to;
    copyAt = copyTo;
    if (copyFrom > copyTo) break;
  }
  return count;
}
