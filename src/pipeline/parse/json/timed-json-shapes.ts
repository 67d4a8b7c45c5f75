import type { TimedJsonKind } from "../../../model/transcript.ts";

/**
 * How records say what was said and when. Paths lead from the record: keys with points between them, `*` for each element
 * of a list, a number for one element, `-1` for the last.
 */
export interface TimedRecordShape {
  /** What a record says; where there is none its words say it. The first that is there counts. */
  readonly text: readonly string[];
  readonly start: string;
  readonly end?: string;
  /** In the place of `end`: how long it takes. */
  readonly duration?: string;
  readonly speaker?: string;
  /** Before a speaker that is only a number or a letter; the tool's own word for it. */
  readonly speakerPrefix?: string;
  /** Seconds in one unit of a time that is a number. `guess`: seconds or milliseconds, whichever people can speak. */
  readonly unit: number | "guess";
  /** Words of a record. Their times are in the same unit. */
  readonly words?: WordShape;
  /** One time a character, for a record without words (`[[0, 200], …]`). */
  readonly characterTimes?: string;
  /** Whether a record that says nothing is none at all. */
  readonly isSparse?: boolean;
}

/** How a tool writes a transcript in JSON. */
export interface TimedJsonShape extends TimedRecordShape {
  readonly kind: TimedJsonKind;
  /** Path from the document to its records. */
  readonly records: string;
  /** Whether records are words, to be put together. */
  readonly areWords?: boolean;
  /** Whether the words of a record without a text are one cue, however many sentences they are. */
  readonly isWhole?: boolean;
  /** Who speaks when, where a list of its own says so. */
  readonly turns?: {
    readonly records: string;
    readonly start: string;
    readonly end?: string;
    readonly duration?: string;
    readonly speaker: string;
  };
  /** Paths in the document that must be there besides, where the record's keys say too little. */
  readonly requires?: readonly string[];
}

interface WordShape {
  readonly list: string;
  readonly text: readonly string[];
  readonly start: string;
  readonly end?: string;
  readonly duration?: string;
  /** Whether a word's times count from the start of its record. */
  readonly areRelative?: boolean;
}

const second = 1;
const millisecond = 0.001;
const microsecond = 1e-6;
/** 100 nanoseconds. */
const tick = 1e-7;

/**
 * The shapes that are read, the most telling first. A shape is that of a document whose first records have its start and
 * a text. Each is from a real file or the tool's own reference, which its line names.
 */
export const timedJsonShapes: readonly TimedJsonShape[] = [
  // Podcasting 2.0: podcast-namespace, docs/examples/transcripts/transcripts.md
  {
    kind: "podcast-json",
    records: "segments.*",
    text: ["body"],
    start: "startTime",
    end: "endTime",
    speaker: "speaker",
    unit: second,
  },
  // whisper.cpp, --output-json and --output-json-full: examples/cli/cli.cpp, output_json
  {
    kind: "whisper-cpp-json",
    records: "transcription.*",
    text: ["text"],
    start: "offsets.from",
    end: "offsets.to",
    unit: millisecond,
  },
  // 通义听悟 as shows' own pages give it (podcast2rss): a clock time and no end
  {
    kind: "tingwu-json",
    records: "transcription.*",
    text: ["text"],
    start: "time",
    speaker: "speaker",
    unit: second,
  },
  // 通义听悟's interface: help.aliyun.com/zh/tingwu, 语音转写结果
  ...["Transcription.Paragraphs.*", "Paragraphs.*"].map(
    (records): TimedJsonShape => ({
      kind: "tingwu-paragraphs-json",
      records,
      text: ["Text"],
      start: "Words.0.Start",
      speaker: "SpeakerId",
      speakerPrefix: "发言人",
      unit: millisecond,
      words: { list: "Words.*", text: ["Text"], start: "Start", end: "End" },
    }),
  ),
  // openai-whisper, faster-whisper, WhisperX, MLX and the verbose_json of interfaces like OpenAI's
  {
    kind: "whisper-json",
    records: "segments.*",
    text: ["text"],
    start: "start",
    end: "end",
    speaker: "speaker",
    unit: second,
    words: { list: "words.*", text: ["word", "text"], start: "start", end: "end" },
  },
  // The same under other keys: near Podcasting 2.0, and with milliseconds
  {
    kind: "segment-list-json",
    records: "segments.*",
    text: ["text"],
    start: "startTime",
    end: "endTime",
    speaker: "speaker",
    unit: "guess",
  },
  {
    kind: "segment-list-json",
    records: "segments.*",
    text: ["text"],
    start: "start_time",
    end: "end_time",
    speaker: "speaker",
    unit: "guess",
  },
  // FunASR, SenseVoice, Paraformer: funasr/auto/auto_model.py; with a speaker model `sentence_info`, else one time a character
  ...["", "*."].flatMap((root): TimedJsonShape[] => [
    {
      kind: "funasr-json",
      records: `${root}sentence_info.*`,
      text: ["text", "sentence"],
      start: "start",
      end: "end",
      speaker: "spk",
      speakerPrefix: "spk",
      unit: millisecond,
    },
    {
      kind: "funasr-json",
      records: root === "" ? "" : "*",
      text: ["text"],
      start: "timestamp.0.0",
      unit: millisecond,
      characterTimes: "timestamp.*",
    },
  ]),
  // Paraformer and Qwen on DashScope: help.aliyun.com/zh/model-studio, paraformer-recorded-speech-recognition
  {
    kind: "dashscope-json",
    records: "transcripts.*.sentences.*",
    text: ["text"],
    start: "begin_time",
    end: "end_time",
    speaker: "speaker_id",
    speakerPrefix: "speaker ",
    unit: millisecond,
    words: { list: "words.*", text: ["text"], start: "begin_time", end: "end_time" },
  },
  // YouTube's json3 as its player and yt-dlp fetch it: yt-dlp, extractor/youtube; words count from their event
  {
    kind: "youtube-json",
    records: "events.*",
    text: [],
    start: "tStartMs",
    duration: "dDurationMs",
    unit: millisecond,
    isSparse: true,
    isWhole: true,
    requires: ["events.*.segs"],
    words: { list: "segs.*", text: ["utf8"], start: "tOffsetMs", areRelative: true },
  },
  // 剪映 and CapCut, as expand-draft.ts puts texts and times together
  {
    kind: "jianying-draft",
    records: "tracks.*.segments.*",
    text: ["caption"],
    start: "times.start",
    duration: "times.duration",
    unit: microsecond,
    isSparse: true,
  },
  // 哔哩哔哩: SocialSisterYi/bilibili-API-collect, docs/video/subtitle
  { kind: "bilibili-json", records: "body.*", text: ["content"], start: "from", end: "to", unit: second },
  // Deepgram: developers.deepgram.com/reference, listen
  {
    kind: "deepgram-json",
    records: "results.utterances.*",
    text: ["transcript"],
    start: "start",
    end: "end",
    speaker: "speaker",
    speakerPrefix: "Speaker ",
    unit: second,
    words: { list: "words.*", text: ["punctuated_word", "word"], start: "start", end: "end" },
  },
  {
    kind: "deepgram-json",
    records: "results.channels.*.alternatives.0.words.*",
    text: ["punctuated_word", "word"],
    start: "start",
    end: "end",
    speaker: "speaker",
    speakerPrefix: "Speaker ",
    unit: second,
    areWords: true,
  },
  // AssemblyAI: assemblyai.com/docs/api-reference/transcripts
  {
    kind: "assemblyai-json",
    records: "utterances.*",
    text: ["text"],
    start: "start",
    end: "end",
    speaker: "speaker",
    speakerPrefix: "Speaker ",
    unit: millisecond,
    words: { list: "words.*", text: ["text"], start: "start", end: "end" },
  },
  {
    kind: "assemblyai-json",
    records: "words.*",
    text: ["text"],
    start: "start",
    end: "end",
    speaker: "speaker",
    speakerPrefix: "Speaker ",
    unit: millisecond,
    areWords: true,
    requires: ["audio_url"],
  },
  // Amazon Transcribe: docs.aws.amazon.com/transcribe/latest/dg/how-input.html
  {
    kind: "amazon-transcribe-json",
    records: "results.items.*",
    text: ["alternatives.0.content"],
    start: "start_time",
    end: "end_time",
    speaker: "speaker_label",
    unit: second,
    areWords: true,
    turns: {
      records: "results.speaker_labels.segments.*",
      start: "start_time",
      end: "end_time",
      speaker: "speaker_label",
    },
  },
  // Google Speech-to-Text v1: cloud.google.com/speech-to-text/docs/reference/rest; with speakers its last result repeats all words
  ...["results", "response.results"].flatMap((root): TimedJsonShape[] => [
    {
      kind: "google-speech-json",
      records: `${root}.-1.alternatives.0.words.*`,
      text: ["word"],
      start: "startTime",
      end: "endTime",
      speaker: "speakerTag",
      speakerPrefix: "Speaker ",
      unit: second,
      areWords: true,
      requires: [`${root}.-1.alternatives.0.words.0.speakerTag`],
    },
    {
      kind: "google-speech-json",
      records: `${root}.*`,
      text: ["alternatives.0.transcript"],
      start: "alternatives.0.words.0.startTime",
      unit: second,
      words: { list: "alternatives.0.words.*", text: ["word"], start: "startTime", end: "endTime" },
    },
  ]),
  // Azure: learn.microsoft.com/azure/ai-services/speech-service, batch and fast transcription
  {
    kind: "azure-speech-json",
    records: "recognizedPhrases.*",
    text: ["nBest.0.display"],
    start: "offsetInTicks",
    duration: "durationInTicks",
    speaker: "speaker",
    speakerPrefix: "Speaker ",
    unit: tick,
  },
  {
    kind: "azure-speech-json",
    records: "recognizedPhrases.*",
    text: ["nBest.0.display"],
    start: "offset",
    duration: "duration",
    speaker: "speaker",
    speakerPrefix: "Speaker ",
    unit: second,
  },
  {
    kind: "azure-speech-json",
    records: "phrases.*",
    text: ["text"],
    start: "offsetMilliseconds",
    duration: "durationMilliseconds",
    speaker: "speaker",
    speakerPrefix: "Speaker ",
    unit: millisecond,
    words: { list: "words.*", text: ["text"], start: "offsetMilliseconds", duration: "durationMilliseconds" },
  },
  // Rev.ai: docs.rev.ai/api/asynchronous/transcripts; spaces are elements of their own
  {
    kind: "rev-json",
    records: "monologues.*",
    text: [],
    start: "elements.0.ts",
    speaker: "speaker",
    speakerPrefix: "Speaker ",
    unit: second,
    words: { list: "elements.*", text: ["value"], start: "ts", end: "end_ts" },
  },
  // Speechmatics, json-v2: docs.speechmatics.com; and its first version, with a list of turns
  {
    kind: "speechmatics-json",
    records: "results.*",
    text: ["alternatives.0.content"],
    start: "start_time",
    end: "end_time",
    speaker: "alternatives.0.speaker",
    unit: second,
    areWords: true,
  },
  {
    kind: "speechmatics-json",
    records: "words.*",
    text: ["name"],
    start: "time",
    duration: "duration",
    unit: second,
    areWords: true,
    turns: { records: "speakers.*", start: "time", duration: "duration", speaker: "name" },
  },
  // IBM Watson: cloud.ibm.com/apidocs/speech-to-text; a word is [text, from, to]
  ...["results.*.results.*", "results.*"].map(
    (records): TimedJsonShape => ({
      kind: "ibm-watson-json",
      records,
      text: ["alternatives.0.transcript"],
      start: "alternatives.0.timestamps.0.1",
      unit: second,
      words: { list: "alternatives.0.timestamps.*", text: ["0"], start: "1", end: "2" },
      turns: {
        records: records.replace(/results\.\*$/, "speaker_labels.*"),
        start: "from",
        end: "to",
        speaker: "speaker",
      },
    }),
  ),
  // autoEdit 2, BBC Kaldi and digital paper edit: github.com/bbc/stt-align, sample-data
  {
    kind: "autoedit-json",
    records: "text.*.paragraph.*.line.*",
    text: ["text"],
    start: "startTime",
    end: "endTime",
    unit: second,
    areWords: true,
  },
  {
    kind: "kaldi-json",
    records: "retval.words.*",
    text: ["punct", "word"],
    start: "start",
    end: "end",
    unit: second,
    areWords: true,
  },
  // ElevenLabs Scribe: elevenlabs.io/docs/api-reference/speech-to-text; spaces and sounds are words of their own
  {
    kind: "elevenlabs-json",
    records: "words.*",
    text: ["text"],
    start: "start",
    end: "end",
    speaker: "speaker_id",
    unit: second,
    areWords: true,
    requires: ["words.0.type"],
  },
  {
    kind: "word-list-json",
    records: "words.*",
    text: ["punct", "word", "text"],
    start: "start",
    end: "end",
    speaker: "speaker",
    speakerPrefix: "Speaker ",
    unit: "guess",
    areWords: true,
    turns: { records: "paragraphs.*", start: "start", end: "end", speaker: "speaker" },
  },
  // Vosk, of one utterance and of a list of them: alphacep/vosk-api, python/example/test_simple.py, SetWords(True)
  ...["result.*", "*.result.*"].map(
    (records): TimedJsonShape => ({
      kind: "word-list-json",
      records,
      text: ["word"],
      start: "start",
      end: "end",
      unit: second,
      areWords: true,
    }),
  ),
  // What language models write when they are asked for a transcript in JSON: a clock time and no end
  ...["*", "segments.*", "transcript.*"].flatMap((records): TimedJsonShape[] =>
    ["timestamp", "time"].map((start) => ({
      kind: "sentence-list-json",
      records,
      text: ["text", "content"],
      start,
      speaker: "speaker",
      unit: second,
    })),
  ),
  // Lists of sentences as 3Blue1Brown keeps them: github.com/3b1b/captions
  {
    kind: "sentence-list-json",
    records: "*",
    text: ["translatedText"],
    start: "start",
    end: "end",
    unit: second,
  },
  {
    kind: "sentence-list-json",
    records: "*",
    text: ["text"],
    start: "start",
    end: "end",
    speaker: "speaker",
    unit: "guess",
  },
  { kind: "sentence-list-json", records: "*", text: ["0"], start: "1", end: "2", unit: second },
];
