import { buildTimedCues } from "./build-timed-cues.ts";
import { collectProblems } from "./collect-problems.ts";
import type { ParsedTranscript } from "./parsed-transcript.ts";
import { readClock } from "./read-clock.ts";
import type { TimedBlock } from "./read-timed-blocks.ts";

/** Whether a file begins as ASS and SSA do. */
export function isAss(lines: readonly string[]): boolean {
  return /^\s*\[Script Info\]/i.test(lines.find((line) => line.trim() !== "") ?? "");
}

/**
 * Reads Advanced SubStation Alpha and its older form (fansub.ru, "Sub Station Alpha v4+ script format"): the `Dialogue`
 * lines of `[Events]`, in the fields that its `Format` line names. `{…}` is style and is left out, drawings too; the
 * `Name` or `Actor` speaks. Where a second style shows the same time in another language the two are one cue.
 */
export function parseAss(lines: readonly string[]): ParsedTranscript {
  const problems = collectProblems();
  let fields = ["layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text"];
  let isEvents = false;
  const blocks = lines.flatMap((raw, index): TimedBlock[] => {
    const section = /^\s*\[([^\]]{1,40})\]\s*$/.exec(raw);
    if (section !== null) isEvents = section[1]?.toLowerCase() === "events";
    const [, kind = "", rest = ""] = /^\s*(Format|Dialogue)\s*:\s*(.*)$/i.exec(raw) ?? [];
    if (!isEvents || kind === "") return [];
    if (kind.toLowerCase() === "format") {
      fields = rest.split(",").map((field) => field.trim().toLowerCase());
      return [];
    }
    const values = splitFields(rest, fields.length);
    const read = (...names: string[]): string =>
      values[fields.findIndex((field) => names.includes(field))] ?? "";
    const text = read("text");
    if (/\{[^{}]{0,200}\\p[1-9]/.test(text)) return [];
    const line = index + 1;
    const [start, end] = [readClock(read("start").trim()), readClock(read("end").trim())];
    if (start === undefined) {
      problems.warn(line, {
        kind: "cue-start-unreadable",
        values: { text: [...raw.slice(0, 80)].slice(0, 40).join(""), isEndReadable: end !== undefined },
      });
    }
    const speaker = read("name", "actor").trim();
    return [
      {
        timeLine: line,
        line,
        lines: [text.replace(/\{[^{}]{0,2000}\}/g, "")],
        ...(start === undefined ? {} : { start }),
        ...(end === undefined ? {} : { end }),
        ...(speaker === "" ? {} : { speaker }),
      },
    ];
  });
  const cues = buildTimedCues(mergeLanguages(blocks), { isEveryTagMarkup: false, isPlain: true }, problems);
  return { cues, problems: problems.list() };
}

/** The last field, the text, may hold commas. */
function splitFields(text: string, count: number): string[] {
  const values: string[] = [];
  let from = 0;
  while (values.length < count - 1) {
    const comma = text.indexOf(",", from);
    if (comma === -1) break;
    values.push(text.slice(from, comma));
    from = comma + 1;
  }
  return [...values, text.slice(from)];
}

/** Chosen: below this share of times that two lines have, these are signs on the picture. */
const pairedShare = 0.6;

/** Lines with the same times as one, parted by \N, where most times have two. */
function mergeLanguages(blocks: readonly TimedBlock[]): readonly TimedBlock[] {
  const byTime = new Map<string, TimedBlock[]>();
  for (const block of blocks) {
    const key = `${block.start} ${block.end}`;
    byTime.set(key, [...(byTime.get(key) ?? []), block]);
  }
  const groups = [...byTime.values()];
  if (groups.filter(({ length }) => length === 2).length < groups.length * pairedShare) return blocks;
  return groups.map((group) => ({
    ...(group[0] as TimedBlock),
    lines: [
      group
        .map(({ lines }) => lines[0] ?? "")
        .filter((text) => text.trim() !== "")
        .join("\\N"),
    ],
  }));
}
