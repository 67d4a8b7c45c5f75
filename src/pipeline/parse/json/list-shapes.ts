import { second, type TimedJsonShape } from "./timed-json-shape.ts";

/** Plain lists of words and sentences, and the tools of archives. */
export const listShapes: readonly TimedJsonShape[] = [
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
