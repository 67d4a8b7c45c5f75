import { cutCues, escapeClock, formatCueTime, putOnOneLine, type SubtitleCue } from "./cut-cues.ts";
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

/** Chosen: long enough to read a sentence. */
const noteSeconds = 5;

/**
 * What players take for markup is written as references: tags, ASS positions (`{\an8}`), and what would become
 * a reference itself. A plain `<` or `&` stays.
 */
function escapeSrt(text: string): string {
  return text
    .replace(/&(?=#?\w{1,8};)/g, "&amp;")
    .replace(/<(?=\/?[a-z\d])/gi, "&lt;")
    .replace(/\{(?=\\|[a-zA-Z]:)/g, "&#123;");
}

function writeLine({ speaker, text }: SubtitleCue): string {
  return escapeClock(escapeSrt(speaker === undefined ? text : `${speaker}: ${text}`));
}

/**
 * SubRip, speakers as `Name: text`. The format has no comments: `notes` are shown in a cue of their own at the
 * beginning.
 */
export function writeSrt(transcript: TranscriptJson, notes: readonly string[]): string {
  const note = putOnOneLine(notes.join(" "));
  const shown = note === "" ? [] : [{ start: 0, end: noteSeconds, text: `[${note}]` }];
  return [...shown, ...transcript.segments.flatMap(cutCues)]
    .map(
      (cue, index) =>
        `${index + 1}\n${formatCueTime(cue.start, ",")} --> ${formatCueTime(cue.end, ",")}\n${writeLine(cue)}\n`,
    )
    .join("\n");
}
