import type { TranscriptReading } from "../../model/transcript.ts";
import { readTokens } from "../../text/normalise.ts";

/** Chosen: two exports of one recognition have nearly all words in common, another episode's or the show notes have few. */
const sameShare = 0.8;

/** Whether two files say the same, whatever their speakers and times are. */
export function haveSameWords(one: TranscriptReading, other: TranscriptReading): boolean {
  const [bag, otherBag] = [countTokens(one), countTokens(other)];
  let [shared, size, otherSize] = [0, 0, 0];
  for (const [token, count] of bag) {
    shared += Math.min(count, otherBag.get(token) ?? 0);
    size += count;
  }
  for (const count of otherBag.values()) otherSize += count;
  return shared >= Math.max(size, otherSize) * sameShare;
}

function countTokens({ cues }: TranscriptReading): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of cues)
    for (const token of readTokens(text)) counts.set(token.text, (counts.get(token.text) ?? 0) + 1);
  return counts;
}

/** The one that says most besides the words: their own times, then speakers, then times; the first of equals. */
export function chooseRichest<Own extends { readonly reading: TranscriptReading }>(
  files: readonly Own[],
): Own | undefined {
  const rank = ({ reading: { cues } }: Own): number =>
    (cues.some(({ words }) => words !== undefined) ? 4 : 0) +
    (cues.some(({ speaker }) => speaker !== undefined) ? 2 : 0) +
    (cues.some(({ startTime }) => startTime !== undefined) ? 1 : 0);
  return files.toSorted((a, b) => rank(b) - rank(a))[0];
}
