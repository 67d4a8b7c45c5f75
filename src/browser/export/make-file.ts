import { restoreHeard, type TranscriptJson } from "../../publish/make-transcript-json.ts";
import { writeSrt, writeVtt } from "../../publish/write-captions.ts";
import { writeMarkdown, writePlainText } from "../../publish/write-text.ts";
import type { InterfaceLanguage } from "../../wording/interface-words.ts";
import { readingWords } from "../../wording/reading-words.ts";
import { originWords, type TextOrigin, wordOrigin } from "../../wording/text-words.ts";

export type FileFormat = "vtt" | "srt" | "txt" | "json" | "md";
/** The corrected transcript, or what the recogniser wrote. */
export type FileVariant = "corrected" | "heard";

interface FileWish {
  readonly format: FileFormat;
  readonly variant: FileVariant;
  /** The file's name without its ending. */
  readonly name: string;
  /** Of the episode's page. */
  readonly address: string;
  /** In which the file speaks of itself. */
  readonly language: InterfaceLanguage;
  readonly origin: TextOrigin;
}

const types: Readonly<Record<FileFormat, string>> = {
  vtt: "text/vtt",
  srt: "application/x-subrip",
  txt: "text/plain",
  json: "application/json",
  md: "text/markdown",
};

/**
 * A file of a transcript. Where its times are estimated, the file's name says so for subtitles, and the file
 * itself in words.
 */
export function makeFile(
  transcript: TranscriptJson,
  wish: FileWish,
): { name: string; type: string; content: string } {
  const { format, variant, name } = wish;
  const isSubtitle = format === "vtt" || format === "srt";
  const marks = [
    name,
    ...(variant === "heard" ? ["heard"] : []),
    ...(isSubtitle && transcript.timing === "estimated" ? ["estimated"] : []),
    format,
  ];
  const chosen = variant === "heard" ? restoreHeard(transcript) : transcript;
  return { name: marks.join("."), type: types[format], content: writeContent(chosen, wish) };
}

function writeContent(
  transcript: TranscriptJson,
  { format, variant, address, language, origin }: FileWish,
): string {
  const corrections = transcript.segments.reduce((sum, { changes = [] }) => sum + changes.length, 0);
  const { [language]: made } =
    variant === "heard" ? originWords[origin].noteHeard : wordOrigin(origin, corrections);
  const times = describeTimes(transcript, language);
  switch (format) {
    case "vtt":
      return writeVtt(transcript, [`${transcript.title} · ${transcript.show} · ${address}`, made, ...times]);
    case "srt":
      return writeSrt(transcript, times);
    case "txt":
      return writePlainText(transcript);
    case "json":
      return `${JSON.stringify({ ...transcript, about: [made, ...times].join(" ") }, undefined, 1)}\n`;
    case "md":
      return writeMarkdown(transcript, {
        address,
        heading: readingWords.transcriptHeading[language],
        notes: [[made, ...times].join(language === "zh" ? "" : " ")],
      });
  }
}

function describeTimes({ timing }: TranscriptJson, language: InterfaceLanguage): string[] {
  if (timing === "cue") return [];
  return [readingWords[timing === "estimated" ? "noteEstimated" : "noteMixed"][language]];
}
