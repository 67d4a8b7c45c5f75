import { cutCues, escapeClock, formatCueTime, putOnOneLine } from "./cut-cues.ts";
import type { TranscriptJson } from "./make-transcript-json.ts";

const references: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escapeVtt(text: string): string {
  return text.replace(/[&<>]/g, (character) => references[character] ?? "");
}

/**
 * WebVTT (https://www.w3.org/TR/webvtt1/) with `<v Name>` for speakers.
 * @param notes sentences about the file, each a NOTE at its top
 */
export function writeVtt(transcript: TranscriptJson, notes: readonly string[]): string {
  const head = notes.map((note) => `NOTE ${putOnOneLine(note).replaceAll("-->", "->")}`);
  const cues = transcript.segments.flatMap(cutCues).map(({ start, end, speaker, text }) => {
    const voice = speaker === undefined ? "" : `<v ${escapeVtt(speaker)}>`;
    const line = voice === "" ? escapeClock(escapeVtt(text)) : voice + escapeVtt(text);
    return `${formatCueTime(start, ".")} --> ${formatCueTime(end, ".")}\n${line}`;
  });
  return `${["WEBVTT", ...head, ...cues].join("\n\n")}\n`;
}
