import { microsecond, millisecond, second, type TimedJsonShape } from "./timed-json-shape.ts";

/** What recognisers write that people run themselves, and what platforms and editing programs give. */
export const recogniserShapes: readonly TimedJsonShape[] = [
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
];
