import { formatTime } from "../text/time.ts";
import { putOnOneLine } from "./cut-cues.ts";
import type { TranscriptJson } from "./make-transcript-json.ts";

/**
 * Plain text: a paragraph a passage, `[12:30] Name: text`. Only what was said, so that it can be read again as a
 * transcript; estimated times are left out.
 */
export function writePlainText({ segments }: TranscriptJson): string {
  const lines = segments.map(({ startTime, isEstimated, speaker, body }) => {
    const time = isEstimated === true ? "" : `[${formatTime(startTime)}] `;
    return `${time}${speaker === undefined ? "" : `${putOnOneLine(speaker)}: `}${putOnOneLine(body)}`;
  });
  return `${lines.join("\n\n")}\n`;
}
