import type { ForeignFormat } from "../../model/problem-values.ts";

const clock = String.raw`\d{1,2}:\d{2}:\d{2}`;

/** Each kind's mark, looked for in the first lines of the file (blank lines at the top left out). */
const marks: readonly (readonly [mark: RegExp, format: ForeignFormat])[] = [
  [/^\{\\rtf/, "rtf"],
  [/^\[Script Info\]/i, "ass-or-ssa"],
  [/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:[a-z]+:)?tt[\s>]/i, "ttml-or-dfxp"],
  [/^(?:<\?xml[^>]{0,200}>\s*)?<(?:timedtext|transcript)[\s>]/i, "youtube-timed-text"],
  [/^(?:<\?xml[^>]{0,200}>\s*)?<rss[\s>]/i, "rss"],
  [/^<sami[\s>]/i, "sami"],
  [/^Scenarist_SCC/i, "scc"],
  [/^(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<cite[\s>])/i, "html"],
  [/^<\?xml/i, "xml"],
  [/^\[INFORMATION\]/i, "subviewer"],
  [/^\{\d{1,9}\}\{\d{0,9}\}/, "microdvd"],
  [new RegExp(`^${clock}\\.\\d{3},${clock}\\.\\d{3}\\s*(?:\\n|$)`), "youtube-sbv"],
  [new RegExp(`^${clock}\\.\\d{2},${clock}\\.\\d{2}\\s*(?:\\n|$)`), "subviewer"],
  [/^"?\d{1,2}:\d{2}:\d{2}[:.]\d{2,3}"?,"?\d{1,2}:\d{2}:\d{2}[:.]\d{2,3}"?,"/, "csv"],
  [
    new RegExp(`^(?:(?://|\\$)[^\\n]{0,200}\\n+){0,20}${clock}[:.;]\\d{2}\\s?,\\s?${clock}[:.;]\\d{2}\\s?,`),
    "spruce-stl",
  ],
  [/^(?:\[(?:ti|ar|al|by|au|offset|length|re|ve|la):[^\]\n]{0,200}\]\s*){1,12}/i, "lrc"],
  [/^"?start"?[\t,]"?end"?[\t,]"?text"?/i, "whisper-table"],
];

const extensions: Readonly<Record<string, ForeignFormat>> = {
  ass: "ass",
  ssa: "ssa",
  lrc: "lrc",
  ttml: "ttml",
  dfxp: "dfxp",
  xml: "xml",
  sbv: "youtube-sbv",
  sub: "sub",
  stl: "stl",
  smi: "sami",
  sami: "sami",
  scc: "scc",
  rtf: "rtf",
  doc: "doc",
  docx: "docx",
  odt: "odt",
  pdf: "pdf",
  html: "html",
  htm: "html",
  csv: "csv",
  tsv: "tsv",
  xlsx: "xlsx",
  zip: "zip",
  jsonl: "json-lines",
};

/** What kind of text the file's beginning says it is; undefined where it has no such mark. */
export function nameForeignText(lines: readonly string[]): ForeignFormat | undefined {
  const beginning = lines.slice(0, 60).join("\n").slice(0, 4000).trimStart();
  return marks.find(([mark]) => mark.test(beginning))?.[1];
}

/** What kind of file a name's ending stands for, where it is known and none of those that are read. */
export function nameForeignExtension(extension: string): ForeignFormat | undefined {
  return Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

interface ForeignJson {
  readonly format: ForeignFormat;
  is(root: Fields): boolean;
}

/** The tools whose JSON can be told by its fields, the most telling ones first. */
const foreignKinds: readonly ForeignJson[] = [
  {
    format: "whisper-cpp-json",
    is: (root) => hasIn(first(field(root, "transcription")), "timestamps", "offsets"),
  },
  { format: "whisper-json", is: (root) => hasIn(first(field(root, "segments")), "start", "text") },
  {
    format: "tongyi-tingwu-json",
    is: (root) =>
      hasIn(first(field(root, "transcription")), "time", "text") ||
      hasIn(asFields(field(root, "Transcription")), "Paragraphs") ||
      hasIn(root, "Paragraphs"),
  },
  {
    format: "deepgram-json",
    is: (root) =>
      hasIn(asFields(field(root, "results")), "channels") ||
      hasIn(asFields(field(root, "results")), "utterances"),
  },
  {
    format: "assemblyai-json",
    is: (root) =>
      hasIn(root, "acoustic_model") ||
      (hasIn(root, "audio_url") && (hasIn(root, "utterances") || hasIn(root, "words"))),
  },
  { format: "amazon-transcribe-json", is: (root) => hasIn(asFields(field(root, "results")), "transcripts") },
  {
    format: "google-speech-json",
    is: (root) => hasIn(first(field(root, "results")), "alternatives") && !hasIn(root, "format"),
  },
  {
    format: "speechmatics-json",
    is: (root) => hasIn(first(field(root, "results")), "alternatives") && hasIn(root, "format"),
  },
  { format: "azure-speech-json", is: (root) => isList(field(root, "recognizedPhrases")) },
  { format: "rev-json", is: (root) => isList(field(root, "monologues")) },
  {
    format: "youtube-json",
    is: (root) => isList(field(root, "events")) && hasIn(root, "wireMagic"),
  },
  { format: "bilibili-json", is: (root) => hasIn(first(field(root, "body")), "from", "content") },
  {
    format: "funasr-json",
    is: (root) => isList(field(root, "sentence_info")) || hasIn(root, "timestamp", "text"),
  },
  { format: "word-list-json", is: (root) => hasIn(first(field(root, "words")), "start") },
];

/** What tool wrote a JSON document that is no transcript which is read; undefined where nothing tells. */
export function nameForeignJson(value: unknown): ForeignFormat | undefined {
  const root = Array.isArray(value) ? first(value) : asFields(value);
  return foreignKinds.find((kind) => kind.is(root))?.format;
}

/** Whether a JSON document holds Podcasting 2.0 chapters and nothing said. */
export function isChaptersJson(value: unknown): boolean {
  const root = asFields(value);
  return isList(field(root, "chapters")) && !hasIn(root, "transcription") && !hasIn(root, "segments");
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function asFields(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function first(value: unknown): Fields {
  return isList(value) ? asFields(value[0]) : {};
}

function field(fields: Fields, name: string): unknown {
  return fields[name];
}

function hasIn(fields: Fields, ...names: readonly string[]): boolean {
  return names.every((name) => fields[name] !== undefined);
}
