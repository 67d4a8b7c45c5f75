type Fields = Readonly<Record<string, unknown>>;

interface ForeignJson {
  readonly name: string;
  is(root: Fields): boolean;
}

/** The tools whose JSON can be told by its fields, the most telling ones first. */
const foreignKinds: readonly ForeignJson[] = [
  {
    name: "whisper.cpp JSON",
    is: (root) => hasIn(first(field(root, "transcription")), "timestamps", "offsets"),
  },
  { name: "Whisper JSON", is: (root) => hasIn(first(field(root, "segments")), "start", "text") },
  {
    name: "通义听悟 (Tongyi Tingwu) JSON",
    is: (root) =>
      hasIn(first(field(root, "transcription")), "time", "text") ||
      hasIn(asFields(field(root, "Transcription")), "Paragraphs") ||
      hasIn(root, "Paragraphs"),
  },
  {
    name: "Deepgram JSON",
    is: (root) =>
      hasIn(asFields(field(root, "results")), "channels") ||
      hasIn(asFields(field(root, "results")), "utterances"),
  },
  {
    name: "AssemblyAI JSON",
    is: (root) =>
      hasIn(root, "acoustic_model") ||
      (hasIn(root, "audio_url") && (hasIn(root, "utterances") || hasIn(root, "words"))),
  },
  { name: "Amazon Transcribe JSON", is: (root) => hasIn(asFields(field(root, "results")), "transcripts") },
  {
    name: "Google Speech-to-Text JSON",
    is: (root) => hasIn(first(field(root, "results")), "alternatives") && !hasIn(root, "format"),
  },
  {
    name: "Speechmatics JSON",
    is: (root) => hasIn(first(field(root, "results")), "alternatives") && hasIn(root, "format"),
  },
  { name: "Azure Speech JSON", is: (root) => isList(field(root, "recognizedPhrases")) },
  { name: "Rev JSON", is: (root) => isList(field(root, "monologues")) },
  {
    name: "YouTube timed text JSON",
    is: (root) => isList(field(root, "events")) && hasIn(root, "wireMagic"),
  },
  { name: "Bilibili subtitle JSON", is: (root) => hasIn(first(field(root, "body")), "from", "content") },
  {
    name: "FunASR JSON",
    is: (root) => isList(field(root, "sentence_info")) || hasIn(root, "timestamp", "text"),
  },
  { name: "ElevenLabs or other word list JSON", is: (root) => hasIn(first(field(root, "words")), "start") },
];

/** Names the tool that wrote a JSON document which is no Podcasting 2.0 transcript; undefined where nothing tells. */
export function nameForeignJson(value: unknown): string | undefined {
  const root = Array.isArray(value) ? first(value) : asFields(value);
  return foreignKinds.find((kind) => kind.is(root))?.name;
}

/** Whether a JSON document holds Podcasting 2.0 chapters and nothing said. */
export function isChaptersJson(value: unknown): boolean {
  const root = asFields(value);
  return isList(field(root, "chapters")) && !hasIn(root, "transcription") && !hasIn(root, "segments");
}

/** Whether a JSON document has the shape of a Podcasting 2.0 transcript: a list `segments` of objects with `body`. */
export function isPodcastJson(value: unknown): boolean {
  const records = field(asFields(value), "segments");
  return (
    isList(records) && (records.length === 0 || records.some((record) => hasIn(asFields(record), "body")))
  );
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
