import type { TranscriptEntry } from "./make-transcript-json.ts";

/** What a subtitle file shows at once. Times in seconds; `text` is one line and never empty. */
export interface SubtitleCue {
  readonly start: number;
  readonly end: number;
  readonly speaker?: string;
  readonly text: string;
}

/** A passage as the cues of its file, each until the next one; a passage without cues of its own is one cue. */
export function cutCues(entry: TranscriptEntry): SubtitleCue[] {
  const { startTime, endTime, speaker, body } = entry;
  const inner = (entry.cues ?? []).filter(([offset]) => offset > 0 && offset < body.length);
  const starts = [[0, startTime] as const, ...inner];
  return starts.flatMap(([offset, start], index) => {
    const next = starts[index + 1];
    const text = putOnOneLine(body.slice(offset, next?.[0]));
    if (text === "") return [];
    const end = Math.max(start, next?.[1] ?? endTime);
    return [{ start, end, ...(speaker === undefined ? {} : { speaker: putOnOneLine(speaker) }), text }];
  });
}

/** Text without line breaks, which would end a cue or a paragraph. */
export function putOnOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** `00:12:34.500`, with the mark before the milliseconds that the format wants. */
export function formatCueTime(seconds: number, mark: "." | ","): string {
  const milliseconds = Math.round(Math.max(0, seconds) * 1000);
  const clock = [milliseconds / 3_600_000, (milliseconds / 60_000) % 60, (milliseconds / 1000) % 60]
    .map((part) => String(Math.floor(part)).padStart(2, "0"))
    .join(":");
  return `${clock}${mark}${String(milliseconds % 1000).padStart(3, "0")}`;
}

/** A line that begins like a clock time could be read as the times of a cue: its first digit is written as a reference. */
export function escapeClock(text: string): string {
  return text.replace(/^-?\d(?=\d{0,3} ?[:：])/, (start) =>
    start.replace(/\d/, (digit) => `&#${digit.charCodeAt(0)};`),
  );
}
