import type { TranscriptEntry, TranscriptJson } from "./make-transcript-json.ts";

const references: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escapeVtt(text: string): string {
  return text.replace(/[&<>]/g, (character) => references[character] ?? "");
}

/** What one of those who speak in a cue says, on lines of their own. */
export interface CueVoice {
  readonly speaker?: string;
  /** None is empty. */
  readonly lines: readonly string[];
}

/** A cue of WebVTT, in which one speaks after another. Times in seconds. */
export interface VoicedCue {
  readonly start: number;
  readonly end: number;
  readonly voices: readonly CueVoice[];
}

/**
 * WebVTT (https://www.w3.org/TR/webvtt1/) of a transcript as it is, estimated times among the others.
 * @param notes sentences about the file, each a NOTE at its top
 */
export function writeVtt(transcript: TranscriptJson, notes: readonly string[]): string {
  const cues = transcript.segments.flatMap(cutCues).map(({ start, end, speaker, text }) => ({
    start,
    end,
    voices: [{ ...(speaker === undefined ? {} : { speaker }), lines: [text] }],
  }));
  return writeVttCues(cues, notes);
}

/** WebVTT with `<v Name>` for speakers, and a NOTE for each of the `notes`. */
export function writeVttCues(cues: readonly VoicedCue[], notes: readonly string[]): string {
  const head = notes.map((note) => `NOTE ${putOnOneLine(note).replaceAll("-->", "->")}`);
  const written = cues.map(({ start, end, voices }) => {
    const isAlone = voices.length === 1;
    const lines = voices.map((voice) => writeVoice(voice, isAlone));
    return [`${formatCueTime(start, ".")} --> ${formatCueTime(end, ".")}`, ...lines].join("\n");
  });
  return `${["WEBVTT", ...head, ...written].join("\n\n")}\n`;
}

/** The tag with which a speaker's words begin. */
export function writeVoiceTag(speaker: string): string {
  return `<v ${escapeVtt(putOnOneLine(speaker))}>`;
}

function writeVoice({ speaker, lines }: CueVoice, isAlone: boolean): string {
  if (speaker === undefined) return lines.map((line) => escapeClock(escapeVtt(line))).join("\n");
  return writeVoiceTag(speaker) + lines.map(escapeVtt).join("\n") + (isAlone ? "" : "</v>");
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
