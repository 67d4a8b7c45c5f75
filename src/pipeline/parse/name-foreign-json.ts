import type { ForeignFormat } from "../../model/problem-values.ts";

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
