import type { CutText } from "../../../model/transcript.ts";
import type { IsKept } from "../find-kept.ts";
import type { TextLine } from "./read-line-start.ts";

// What 飞书妙记, 通义听悟, 腾讯会议 and editors write above the words: 文字记录：, 逐字稿, Transcript.
const marker =
  /^(?:文字记录|文字記錄|逐字稿|文字稿|会议转写|會議轉寫|(?:腾讯会议|讯飞听见|飞书妙记|通义听悟)?\s?转写(?:内容|结果|文本|原文)?|全文|transcript|transcription)\s{0,2}(?:[:：].{0,60})?$/i;

/** Chosen: a title, a date, a length, key words and what they are called. */
const longestHead = 12;

/**
 * Parts a document's head from what is said: all down to a line that says so (文字记录), else the short lines without a
 * full stop above the first turn of a file whose turns have times. Nothing is cut from a text without either, nor from
 * a line on that the owner keeps.
 */
export function cutHead(
  source: readonly TextLine[],
  isKept: IsKept,
): { lines: readonly TextLine[]; cut: CutText[] } {
  const found = findHeadEnd(source);
  const kept = source.slice(0, found).findIndex(({ line, whole }) => isKept(line, whole));
  const end = kept === -1 ? found : kept;
  const cut = source.slice(0, end).map(({ line, whole }) => ({ reason: "head" as const, line, text: whole }));
  return { lines: source.slice(end), cut };
}

function findHeadEnd(lines: readonly TextLine[]): number {
  if (lines.length < 2) return 0;
  const isTurn = ({ candidate, start }: TextLine): boolean => candidate !== undefined && start !== undefined;
  const turns = lines.filter(isTurn).length;
  const first = lines.findIndex((line) => isTurn(line) || line.start !== undefined);
  const before = lines.slice(0, first === -1 ? longestHead : Math.min(first, longestHead));
  const firstTurn = lines.findIndex(isTurn);
  const above = lines.slice(0, firstTurn === -1 ? longestHead : Math.min(firstTurn, longestHead));
  const marked = above.findLastIndex(({ whole }) => whole.length <= 80 && marker.test(whole));
  if (marked !== -1 && marked < lines.length - 1) return marked + 1;
  const isHead = first > 0 && first <= longestHead && turns >= 2 && turns >= (lines.length - first) / 4;
  return isHead && before.every(isHeadLine) ? first : 0;
}

function isHeadLine({ whole }: TextLine): boolean {
  return whole.length <= 80 && !/[。！？!?…]$|[a-z]{2}\.$/.test(whole);
}
