import { describe, expect, it } from "vitest";
import { parseTranscript } from "../../../../src/pipeline/parse/parse-transcript.ts";

const parse = (document: unknown, indent = 0) =>
  parseTranscript(new TextEncoder().encode(JSON.stringify(document, null, indent)), "a.json");

const word = (key: string, text: string, start: unknown, end: unknown, from = "start", to = "end") => ({
  [key]: text,
  [from]: start,
  [to]: end,
});

/** A document of each kind whose first cue says 大家好 or Hello from second 1 on; then its kind, speaker and number of words. */
const documents: readonly (readonly [
  kind: string,
  speaker: string | undefined,
  words: number,
  document: unknown,
])[] = [
  [
    "whisper-json",
    undefined,
    2,
    {
      text: "大家好",
      language: "zh",
      segments: [
        {
          id: 0,
          start: 1,
          end: 2,
          text: " 大家好",
          words: [word("word", "大家", 1, 1.5), word("word", "好", 1.5, 2)],
        },
      ],
    },
  ],
  [
    "whisper-json",
    "SPEAKER_00",
    0,
    {
      segments: [{ start: 1, end: 2, text: "大家好", speaker: "SPEAKER_00", words: [{ word: "大家好" }] }],
      word_segments: [],
    },
  ],
  [
    "whisper-cpp-json",
    undefined,
    0,
    {
      transcription: [
        {
          timestamps: { from: "00:00:01,000", to: "00:00:02,000" },
          offsets: { from: 1000, to: 2000 },
          text: " 大家好",
        },
      ],
    },
  ],
  [
    "funasr-json",
    "spk0",
    0,
    [
      {
        key: "a",
        text: "大家好",
        timestamp: [[1000, 1200]],
        sentence_info: [{ text: "大家好", start: 1000, end: 2000, spk: 0 }],
      },
    ],
  ],
  [
    "funasr-json",
    undefined,
    3,
    [
      {
        key: "a",
        text: "<|zh|>大家好，",
        timestamp: [
          [1000, 1200],
          [1200, 1500],
          [1500, 2000],
        ],
      },
    ],
  ],
  [
    "dashscope-json",
    "speaker 0",
    0,
    {
      transcripts: [
        { channel_id: 0, sentences: [{ begin_time: 1000, end_time: 2000, text: "大家好", speaker_id: 0 }] },
      ],
    },
  ],
  [
    "tingwu-json",
    "发言人1",
    0,
    { transcription: [{ time: "00:00:01", text: "大家好", speaker: "发言人1" }] },
  ],
  [
    "tingwu-paragraphs-json",
    "发言人1",
    2,
    {
      Transcription: {
        Paragraphs: [
          {
            ParagraphId: "1",
            SpeakerId: "1",
            Words: [
              { Id: 1, Start: 1000, End: 1500, Text: "大家" },
              { Id: 2, Start: 1500, End: 2000, Text: "好" },
            ],
          },
        ],
      },
    },
  ],
  [
    "jianying-draft",
    undefined,
    0,
    {
      materials: {
        texts: [
          { id: "a", type: "subtitle", content: "<size=5><color=(1,1,1)>大家好</color></size>" },
          { id: "b", type: "text", content: "标题" },
        ],
      },
      tracks: [
        { type: "video", segments: [{ material_id: "v", target_timerange: { start: 0, duration: 9 } }] },
        {
          type: "text",
          segments: [
            { material_id: "a", target_timerange: { start: 1_000_000, duration: 1_000_000 } },
            { material_id: "b", target_timerange: { start: 0, duration: 5 } },
          ],
        },
      ],
    },
  ],
  [
    "jianying-draft",
    undefined,
    0,
    {
      materials: { texts: [{ id: "a", type: "subtitle", content: '{"text":"大家好","styles":[]}' }] },
      tracks: [
        { segments: [{ material_id: "a", target_timerange: { start: 1_000_000, duration: 1_000_000 } }] },
      ],
    },
  ],
  [
    "youtube-json",
    undefined,
    2,
    {
      wireMagic: "pb3",
      events: [
        { tStartMs: 0, dDurationMs: 9, id: 1 },
        { tStartMs: 1000, dDurationMs: 1000, segs: [{ utf8: "大家" }, { utf8: "好", tOffsetMs: 500 }] },
        { tStartMs: 2000, aAppend: 1, segs: [{ utf8: "\n" }] },
      ],
    },
  ],
  ["bilibili-json", undefined, 0, { body: [{ from: 1, to: 2, content: "大家好" }] }],
  [
    "deepgram-json",
    "Speaker 0",
    2,
    {
      results: {
        channels: [],
        utterances: [
          {
            start: 1,
            end: 2,
            transcript: "大家好",
            speaker: 0,
            words: [word("word", "大家", 1, 1.5), word("word", "好", 1.5, 2)],
          },
        ],
      },
    },
  ],
  [
    "deepgram-json",
    "Speaker 1",
    2,
    {
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: "hello you",
                words: [
                  { word: "hello", punctuated_word: "Hello", start: 1, end: 1.5, speaker: 1 },
                  { word: "you", punctuated_word: "you.", start: 1.5, end: 2, speaker: 1 },
                ],
              },
            ],
          },
        ],
      },
    },
  ],
  [
    "assemblyai-json",
    "Speaker A",
    0,
    {
      audio_url: "x",
      words: [],
      utterances: [{ start: 1000, end: 2000, text: "大家好", speaker: "A", words: [] }],
    },
  ],
  [
    "amazon-transcribe-json",
    "spk_0",
    2,
    {
      results: {
        transcripts: [{ transcript: "Hello you." }],
        items: [
          { type: "pronunciation", start_time: "1.0", end_time: "1.5", alternatives: [{ content: "Hello" }] },
          { type: "pronunciation", start_time: "1.5", end_time: "2.0", alternatives: [{ content: "you" }] },
          { type: "punctuation", alternatives: [{ content: "." }] },
        ],
        speaker_labels: { segments: [{ start_time: "0.9", end_time: "2.0", speaker_label: "spk_0" }] },
      },
    },
  ],
  [
    "google-speech-json",
    undefined,
    2,
    {
      results: [
        {
          alternatives: [
            {
              transcript: "Hello you",
              words: [
                { word: "Hello", startTime: "1s", endTime: "1.500s" },
                { word: "you", startTime: "1.500s", endTime: "2s" },
              ],
            },
          ],
        },
      ],
    },
  ],
  [
    "google-speech-json",
    "Speaker 2",
    2,
    {
      results: [
        { alternatives: [{ transcript: "Hello you", words: [{ word: "Hello", startTime: "1s" }] }] },
        {
          alternatives: [
            {
              words: [
                {
                  word: "Hello",
                  startTime: { seconds: "1", nanos: 0 },
                  endTime: { seconds: "1", nanos: 500_000_000 },
                  speakerTag: 2,
                },
                {
                  word: "you",
                  startTime: { seconds: "1", nanos: 500_000_000 },
                  endTime: { seconds: "2" },
                  speakerTag: 2,
                },
              ],
            },
          ],
        },
      ],
    },
  ],
  [
    "azure-speech-json",
    "Speaker 1",
    0,
    {
      recognizedPhrases: [
        {
          offset: "PT1S",
          duration: "PT1S",
          offsetInTicks: 10_000_000,
          durationInTicks: 10_000_000,
          speaker: 1,
          nBest: [{ display: "大家好" }],
        },
      ],
    },
  ],
  [
    "azure-speech-json",
    undefined,
    0,
    { phrases: [{ offsetMilliseconds: 1000, durationMilliseconds: 1000, text: "大家好" }] },
  ],
  [
    "rev-json",
    "Speaker 0",
    2,
    {
      monologues: [
        {
          speaker: 0,
          elements: [
            { type: "text", value: "Hello", ts: 1, end_ts: 1.5 },
            { type: "punct", value: " " },
            { type: "text", value: "you", ts: 1.5, end_ts: 2 },
            { type: "punct", value: "." },
          ],
        },
      ],
    },
  ],
  [
    "speechmatics-json",
    "S1",
    2,
    {
      format: "2.9",
      results: [
        { type: "word", start_time: 1, end_time: 1.5, alternatives: [{ content: "Hello", speaker: "S1" }] },
        { type: "word", start_time: 1.5, end_time: 2, alternatives: [{ content: "you", speaker: "S1" }] },
      ],
    },
  ],
  [
    "elevenlabs-json",
    "speaker_0",
    2,
    {
      language_code: "eng",
      text: "Hello you",
      words: [
        { text: "Hello", start: 1, end: 1.5, type: "word", speaker_id: "speaker_0" },
        { text: " ", start: 1.5, end: 1.5, type: "spacing", speaker_id: "speaker_0" },
        { text: "you", start: 1.5, end: 2, type: "word", speaker_id: "speaker_0" },
      ],
    },
  ],
  [
    "segment-list-json",
    "A1",
    0,
    { segments: [{ speaker: "A1", start_time: 1000, end_time: 2000, text: "大家好" }] },
  ],
  ["sentence-list-json", undefined, 0, [{ start: 1000, end: 2000, text: "大家好" }]],
];

describe("parseTimedJson", () => {
  it.each(documents)("reads %s with speaker %s and %i words", (kind, speaker, words, document) => {
    const read = parse(document);
    expect(read.kind).toBe(kind);
    expect(read.problems.filter(({ severity }) => severity !== "notice")).toEqual([]);
    expect(read.cues).toHaveLength(1);
    const [cue] = read.cues;
    expect(cue?.text).toMatch(/^(?:大家好，?|Hello you\.?)$/);
    expect(cue?.startTime).toBe(1);
    expect(cue?.endTime ?? 2).toBe(2);
    expect(cue?.speaker).toBe(speaker);
    expect(cue?.words?.length ?? 0).toBe(words);
    for (const own of cue?.words ?? []) expect([1, 1.2, 1.5]).toContain(own.startTime);
  });

  it("gives records their lines, and their numbers where the document is on one line", () => {
    const document = {
      segments: [
        { start: 0, end: 1, text: "一" },
        { start: 1, end: 2, text: "二" },
      ],
    };
    expect(parse(document).cues.map(({ line }) => line)).toEqual([1, 2]);
    expect(parse(document, 1).cues.map(({ line }) => line)).toEqual([6, 11]);
  });

  it("parts words into sentences, at another speaker and at a pause", () => {
    const words = [
      ["你好", 0, "A"],
      ["。", 0, "A"],
      ["我", 1, "A"],
      ["在", 1.2, "A"],
      ["嗯", 1.5, "B"],
      ["对", 9, "B"],
    ].map(([text, start, speaker]) => ({ text, start, end: Number(start) + 0.2, speaker }));
    expect(parse({ words }).cues.map((cue) => [cue.speaker, cue.text])).toEqual([
      ["Speaker A", "你好。"],
      ["Speaker A", "我在"],
      ["Speaker B", "嗯"],
      ["Speaker B", "对"],
    ]);
  });

  it("names what a document holds that is no transcript", () => {
    expect(parse({ title: "x", items: [] }).problems).toEqual([
      { severity: "error", kind: "json-not-a-transcript", values: { keys: ["title", "items"] } },
    ]);
  });

  it("survives a document that is nested as deep as can be written", () => {
    const deep = `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`;
    expect(parseTranscript(new TextEncoder().encode(deep), "a.json").cues).toEqual([]);
  });
});

describe("JSON that is not one document", () => {
  const read = (text: string, fileName: string) =>
    parseTranscript(new TextEncoder().encode(text), fileName).cues.map(
      ({ line, speaker, startTime, text: said }) => [line, speaker, startTime, said],
    );

  it("is read between the fences of a language model, with clock times alone", () => {
    const records =
      '[\n{"timestamp":"00:03","speaker":"小雨","text":"大家好"},\n{"timestamp":"1:02:03","speaker":"Kevin","text":"谢谢"}\n]';
    expect(read(`\`\`\`json\n${records}\n\`\`\`\n`, "gemini.json")).toEqual([
      [3, "小雨", 3, "大家好"],
      [4, "Kevin", 3723, "谢谢"],
    ]);
  });

  it("is read a record a line, each with its line", () => {
    const lines = '\n{"start":0,"end":2,"text":"大家好"}\n\n{"start":2,"end":4,"text":"谢谢"}\n';
    expect(read(lines, "a.jsonl")).toEqual([
      [2, undefined, 0, "大家好"],
      [4, undefined, 2, "谢谢"],
    ]);
  });

  it("is read of Vosk, by its words", () => {
    const word = (own: string, start: number) => ({ conf: 1, start, end: start + 0.4, word: own });
    const text = JSON.stringify([{ result: [word("hello", 0.1), word("world", 0.6)], text: "hello world" }]);
    expect(read(text, "vosk.json")).toEqual([[1, undefined, 0.1, "hello world"]]);
  });
});
