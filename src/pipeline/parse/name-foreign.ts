import type { ForeignFormat } from "../../model/problem-values.ts";
import { cleanCharacters } from "./decode/clean-characters.ts";
import { asFields, type Fields } from "./json/fields.ts";

const clock = String.raw`\d{1,2}:\d{2}:\d{2}`;

/** Each kind's mark, looked for in the first lines of the file (blank lines at the top left out). */
const marks: readonly (readonly [mark: RegExp, format: ForeignFormat])[] = [
  [/^\{\\rtf/, "rtf"],
  [/^(?:<\?xml[^>]{0,200}>\s*)?<rss[\s>]/i, "rss"],
  [/^<sami[\s>]/i, "sami"],
  [/^Scenarist_SCC/i, "scc"],
  [/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]|<cite[\s>])/i, "html"],
  [/^(?:<\?xml[^>]{0,200}>\s*)?(?:<!DOCTYPE Trans[^>]{0,100}>\s*)?<Trans[\s>]/i, "transcriber"],
  [/^<\?xml/i, "xml"],
  [/^\[INFORMATION\]/i, "subviewer"],
  [/^\{\d{1,9}\}\{\d{0,9}\}/, "microdvd"],
  [new RegExp(`^${clock}\\.\\d{2},${clock}\\.\\d{2}\\s*(?:\\n|$)`), "subviewer"],
  [/^"?\d{1,2}:\d{2}:\d{2}[:.]\d{2,3}"?,"?\d{1,2}:\d{2}:\d{2}[:.]\d{2,3}"?,"/, "csv"],
  [
    new RegExp(`^(?:(?://|\\$)[^\\n]{0,200}\\n+){0,20}${clock}[:.;]\\d{2}\\s?,\\s?${clock}[:.;]\\d{2}\\s?,`),
    "spruce-stl",
  ],
];

const extensions: Readonly<Record<string, ForeignFormat>> = {
  ttml: "ttml",
  dfxp: "dfxp",
  srv3: "youtube-timed-text",
  xml: "xml",
  sub: "sub",
  stl: "stl",
  smi: "sami",
  sami: "sami",
  scc: "scc",
  rtf: "rtf",
  doc: "doc",
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

/** The tools whose JSON can be told by its fields although nothing in it can be read, the most telling ones first. */
const foreignKinds: readonly { readonly format: ForeignFormat; is(root: Fields): boolean }[] = [
  {
    format: "deepgram-json",
    is: (root) =>
      hasIn(asFields(root["results"]), "channels") || hasIn(asFields(root["results"]), "utterances"),
  },
  {
    format: "assemblyai-json",
    is: (root) => hasIn(root, "acoustic_model") || hasIn(root, "audio_url", "words"),
  },
  { format: "amazon-transcribe-json", is: (root) => hasIn(asFields(root["results"]), "transcripts") },
  { format: "rev-json", is: (root) => hasIn(root, "monologues") },
  { format: "azure-speech-json", is: (root) => hasIn(root, "recognizedPhrases") },
  { format: "youtube-json", is: (root) => hasIn(root, "events", "wireMagic") },
  { format: "tongyi-tingwu-json", is: (root) => hasIn(asFields(root["Transcription"]), "Paragraphs") },
  { format: "funasr-json", is: (root) => hasIn(root, "key", "text") && Object.keys(root).length <= 3 },
];

/** What tool wrote a JSON document that is no transcript which is read; undefined where nothing tells. */
export function nameForeignJson(value: unknown): ForeignFormat | undefined {
  const root = asFields(Array.isArray(value) ? value[0] : value);
  return foreignKinds.find((kind) => kind.is(root))?.format;
}

/** The first keys of a document, for a problem; of a list those of its first record. */
export function listKeys(value: unknown): string[] {
  const root = asFields(Array.isArray(value) ? value[0] : value);
  return Object.keys(root)
    .slice(0, 5)
    .map((key) => [...cleanCharacters(key).replace(/\s+/g, " ")].slice(0, 30).join(""));
}

/** Whether a JSON document holds Podcasting 2.0 chapters and nothing said. */
export function isChaptersJson(value: unknown): boolean {
  const root = asFields(value);
  return Array.isArray(root["chapters"]) && !hasIn(root, "transcription") && !hasIn(root, "segments");
}

function hasIn(fields: Fields, ...names: readonly string[]): boolean {
  return names.every((name) => fields[name] !== undefined);
}
