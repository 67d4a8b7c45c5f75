import type { Word } from "../../model/cue.ts";
import { buildTimedCues } from "./build-timed-cues.ts";
import { collectProblems } from "./collect-problems.ts";
import type { ParsedTranscript } from "./parsed-transcript.ts";
import { readClock } from "./read-clock.ts";
import type { TimedBlock } from "./read-timed-blocks.ts";

const tag = /^\s*\[(ti|ar|al|au|by|offset|length|re|ve|tool|lr|#):?([^\]\n]{0,200})\]\s*$/i;
const stamps = /^\s*(?:\[\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?\]\s*)+/;
const wordStamp = /<(\d{1,3}:\d{1,2}(?:[.:]\d{1,3})?)>/g;

/** Whether a file begins with what only LRC has: a tag like `[ti:…]`. */
export function hasLrcTag(lines: readonly string[]): boolean {
  const first = lines.find((line) => line.trim() !== "") ?? "";
  return tag.test(first) && lines.slice(0, 60).some((line) => stamps.test(line));
}

/**
 * Reads LRC: `[mm:ss.xx]` before each line, several where it is sung again, `<mm:ss.xx>` before words, `[offset:±ms]`
 * (en.wikipedia.org/wiki/LRC_(file_format); there is no standard). Lines are put into the order of their times.
 */
export function parseLrc(lines: readonly string[]): ParsedTranscript {
  const problems = collectProblems();
  let offset = 0;
  const blocks = lines.flatMap((text, index): TimedBlock[] => {
    const [, key = "", value = ""] = tag.exec(text) ?? [];
    if (key.toLowerCase() === "offset") offset = Number.parseInt(value, 10) / 1000 || 0;
    if (key !== "" || text.trim() === "") return [];
    const line = index + 1;
    const before = stamps.exec(text)?.[0] ?? "";
    const said = text.slice(before.length);
    const times = [...before.matchAll(/\[([^\]]+)\]/g)].flatMap(
      ([, stamp = ""]) => readStamp(stamp, offset) ?? [],
    );
    const words = times.length === 1 ? readWords(said, offset) : [];
    const block = {
      timeLine: line,
      line,
      lines: [said.replace(wordStamp, "").trim()],
      ...(words.length === 0 ? {} : { words }),
    };
    return times.length === 0 ? [block] : times.map((start) => ({ ...block, start }));
  });
  // A line without a time stays where it stands.
  const sorted = blocks.every(({ start }) => start !== undefined)
    ? blocks.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0))
    : blocks;
  return {
    cues: buildTimedCues(sorted, { isEveryTagMarkup: false, isPlain: true }, problems),
    problems: problems.list(),
  };
}

/** A positive offset brings all lines earlier. */
function readStamp(stamp: string, offset: number): number | undefined {
  const seconds = readClock(stamp.replace(/^(\d+:\d+):(\d{1,3})$/, "$1.$2"));
  return seconds === undefined ? undefined : Math.max(0, Math.round((seconds - offset) * 1000) / 1000);
}

function readWords(text: string, offset: number): Word[] {
  const parts = text.split(wordStamp);
  return parts.flatMap((part, index): Word[] => {
    const word = parts[index + 1]?.trim() ?? "";
    const startTime = index % 2 === 1 ? readStamp(part, offset) : undefined;
    return startTime === undefined || word === "" ? [] : [{ text: word, startTime }];
  });
}
