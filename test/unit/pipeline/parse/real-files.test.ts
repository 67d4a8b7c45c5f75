import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseTranscript } from "../../../../src/pipeline/parse/parse-transcript.ts";

// Transcripts of other people's shows, which lie beside the repository where they may be used and not in it.
const data = join(import.meta.dirname, "../../../../../shared/data");
const conformance = join(data, "formats-open/fmt-vttjs");

const isTranscript = (path: string): boolean =>
  /\.(?:txt|md|vtt|srt|json)$/.test(path) &&
  !/(?:SOURCE\.txt|COPYING\.txt|LICENSE\.md|README\.md|same_pinyin\.txt)$/.test(path) &&
  !/fmt-vttjs\/.*\.json$/.test(path);

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

type Outcome = "read" | "warned" | "refused";

function parseFile(path: string): { outcome: Outcome; cues: ReturnType<typeof parseTranscript>["cues"] } {
  const { cues, problems } = parseTranscript(readFileSync(path), path);
  const isRefused = problems.some(({ severity }) => severity === "error");
  return {
    outcome: isRefused
      ? "refused"
      : problems.some(({ severity }) => severity === "warning")
        ? "warned"
        : "read",
    cues,
  };
}

/** How many files of each kind came to which outcome: `vtt read` -> 12. */
function countOutcomes(paths: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const path of paths) {
    const key = `${path.slice(path.lastIndexOf(".") + 1)} ${parseFile(path).outcome}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

describe.skipIf(!existsSync(join(data, "formats-open")))("parseTranscript on open transcripts", () => {
  it("reads, warns about and refuses as many of each kind as it should", () => {
    expect(countOutcomes(listFiles(join(data, "formats-open")).filter(isTranscript))).toEqual({
      "json read": 7,
      // Chapters.
      "json refused": 2,
      "md read": 19,
      // A description of formats that holds two transcripts, one after the other.
      "md warned": 1,
      "srt read": 45,
      // No times at all: invalid_format1 to 3.
      "srt refused": 3,
      // Text without times: invalid_format4, missing_timeframe.
      "srt warned": 2,
      "vtt read": 116,
      // An empty file, and two in which nothing is said.
      "vtt refused": 3,
      "vtt warned": 14,
    });
  });

  it("refuses every file of a kind that is not read", () => {
    const foreign = listFiles(join(data, "formats-open")).filter((path) =>
      /\.(?:sub|stl|smi|scc|rtf|zip|bin|csv|xml|jsonl)$/.test(path),
    );
    expect(foreign.length).toBeGreaterThan(12);
    expect(foreign.filter((path) => parseFile(path).outcome !== "refused")).toEqual([]);
  });

  it("reads every file of the kinds that no ending of text tells", () => {
    const others = listFiles(join(data, "formats-open")).filter((path) =>
      /\.(?:ass|lrc|ttml|dfxp|sbv|docx|html)$/.test(path),
    );
    expect(others.length).toBeGreaterThan(25);
    expect(others.filter((path) => parseFile(path).outcome === "refused")).toEqual([]);
  });

  it.each([
    ["en-changelog/gotime__go-time-250.md", 361, 14, 8],
    ["en-changelog/news__changelog-news-100.md", 51, 0, 1],
    ["en-changelog/practicalai__practical-ai-300.md", 101, 8, 3],
    ["en-starpod-md/100.md", 489, 348, 6],
    ["en-starpod-md/150.md", 1313, 598, 3],
    ["zh-hungyilee/8iFvM7WUUs8.md", 3319, 3319, 0],
    ["en-syntax-srt/Syntax300.srt", 606, 606, 4],
    ["bi-prompt-eng/subtitles/raw/prompt_eng_05_inferring.srt", 202, 202, 0],
    ["fmt-webvtt-py/tests/subtitles/netflix_chicas_del_cable.vtt", 865, 865, 0],
    ["fmt-webvtt-py/tests/subtitles/youtube_dl.vtt", 3, 3, 0],
    ["fmt-mantas/tests/files/utf16.srt", 1, 1, 0],
  ])("finds cues, times and speakers of %s", (path, cueCount, timed, speakers) => {
    const { cues } = parseFile(join(data, "formats-open", path));
    expect(cues.length).toBe(cueCount);
    expect(cues.filter(({ startTime }) => startTime !== undefined).length).toBe(timed);
    expect(new Set(cues.flatMap(({ speaker }) => speaker ?? [])).size).toBe(speakers);
  });
});

describe.skipIf(!existsSync(join(data, "formats-local")))(
  "parseTranscript on transcripts that may not be passed on",
  () => {
    it("reads every SRT file and what recognisers wrote in JSON without a warning", () => {
      expect(countOutcomes(listFiles(join(data, "formats-local")).filter(isTranscript))).toEqual({
        "json read": 13,
        // Descriptions, titles and a list of episodes.
        "json refused": 5,
        "srt read": 15,
      });
    });
  },
);

describe.skipIf(!existsSync(join(data, "tools-open")))("parseTranscript on the files of tools", () => {
  /** Files of the folders, and how many cues, timed ones, words and speakers they have. */
  it.each([
    ["tools-open/bbc-stt-adapters/bbc_amazonTranscribe.json", "amazon-transcribe-json", 104, 104, 1791, 0],
    ["tools-open/bbc-stt-adapters/bbc_digitalPaperEdit.json", "word-list-json", 120, 120, 1450, 2],
    [
      "tools-open/bbc-stt-adapters/bbc_gcpSttSpeakerDiarization.json",
      "google-speech-json",
      101,
      101,
      1766,
      2,
    ],
    ["tools-open/bbc-stt-adapters/bbc_ibmTedTalkTranscript.json", "ibm-watson-json", 87, 87, 1779, 1],
    [
      "tools-open/bbc-stt-adapters/bbc_speechmaticsTedTalkTranscript.json",
      "speechmatics-json",
      107,
      107,
      1896,
      3,
    ],
    ["tools-open/hyperaudio-lite/hyperaudio_youtube.html", "hyperaudio-html", 66, 66, 8038, 12],
    ["tools-local/jianying/jianying_draft.json", "jianying-draft", 1386, 1386, 0, 0],
    ["tools-local/various/card_transcript.json", "segment-list-json", 2, 2, 0, 2],
  ])("reads %s as %s", (path, kind, cueCount, timed, words, speakers) => {
    const read = parseTranscript(readFileSync(join(data, path)), path);
    expect(read.kind).toBe(kind);
    expect(read.problems.filter(({ severity }) => severity !== "notice")).toEqual([]);
    const { cues } = read;
    expect(cues.length).toBe(cueCount);
    expect(cues.filter(({ startTime }) => startTime !== undefined).length).toBe(timed);
    expect(cues.reduce((sum, own) => sum + (own.words?.length ?? 0), 0)).toBe(words);
    expect(new Set(cues.flatMap(({ speaker }) => speaker ?? [])).size).toBe(speakers);
  });

  it("gives the captions of a draft of 剪映 their times in the export that was made of it", () => {
    const read = (name: string) => parseFile(join(data, "tools-local/jianying", name)).cues;
    const [draft, exported] = [read("jianying_draft.json"), read("jianying.srt")];
    expect(draft.map(({ text }) => text)).toEqual(exported.map(({ text }) => text));
    for (const [index, { startTime }] of draft.entries())
      expect(Math.abs((startTime ?? 0) - (exported[index]?.startTime ?? 0))).toBeLessThan(0.002);
  });
});

describe.skipIf(!existsSync(join(data, "ai-odyssey/transcript.txt")))("parseTranscript on AI Odyssey", () => {
  it("gives each paragraph as one cue, without times, speakers or problems", () => {
    const path = join(data, "ai-odyssey/transcript.txt");
    const { cues, problems } = parseTranscript(readFileSync(path), path);
    const paragraphs = readFileSync(path, "utf8").split("\n");
    expect(problems).toEqual([]);
    expect(cues).toEqual(paragraphs.map((text, index) => ({ text: text.trim(), line: index + 1 })));
  });
});

/** Where a cue differs from what vtt.js makes of the file, and why. [start, end, text] of each cue. */
const differences: Record<string, readonly (readonly [number | undefined, number | undefined, string])[]> = {
  // Two digits are no valid fraction, yet they can only mean hundredths.
  "cue-times/fraction-digits": [[0, 2, "Text"]],
  // A player must drop what it cannot place; an archive keeps the words, without a time, and warns.
  "cue-times/incorrect-delimiter": [[undefined, undefined, "Text"]],
  "cue-times/min-mid-digits": [[undefined, undefined, "Text"]],
  "cuetext/format/double-line-break": [
    [0, 2, "- Some line stuff.\n- Another line break."],
    [undefined, undefined, "- We can't do this?\n- More over here."],
  ],
  // A cue without duration has no end.
  "cue-times/max-spots-over-sixty": [[432_000, undefined, "Text"]],
  // vtt.js takes 120:00.000 for 120 hours; tools write 120 minutes so.
  "cue-times/minimum-spots-over-sixty": [[7200, 7210, "Text"]],
  // A tag that nothing closes would swallow the words after it; they are kept, with a warning.
  "cuetext/lang/no-end-gt": [[0, 2, "<lang en-Us It's a blue apple tree!"]],
  "cuetext/tag-format/end-tag-no-gt": [[0, 2, "This is </c awesome!"]],
  "cuetext/tag-format/no-closing-gt": [[0, 2, "<c It's a blue apple tree!"]],
  "cuetext/tag-format/start-tag-missing-gt": [[0, 2, "<c.first That's awesome!"]],
  "cuetext/voice/no-end-gt": [[0, 2, "<v It's a blue apple tree!"]],
  // <rt> is how the base is read aloud, not more of what was said.
  "cuetext/ruby/basic": [[0, 2, "It's a"]],
  "cuetext/ruby/rt-no-end-tag": [[0, 2, "No"]],
  "cuetext/ruby/ruby-rt-no-end-tag": [[0, 2, "That's"]],
  "cuetext/ruby/with-annotation": [[0, 2, "That's"]],
  "cuetext/ruby/with-closing-span": [[0, 2, "That's  Hee!"]],
  "cuetext/ruby/with-subclass": [[0, 2, "That's"]],
  "cuetext/ruby/with-two-subclasses": [[0, 2, "That's"]],
};

interface ExpectedFile {
  readonly cues: readonly { readonly startTime: number; readonly endTime: number; readonly text: string }[];
}

const readJson = <Value>(path: string): Value | undefined =>
  existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Value) : undefined;

/** What vtt.js expects: its parsed cues, with the text that it renders where it has such a file. */
function readExpected(name: string): readonly unknown[] {
  const rendered =
    readJson<{ textContent: string }[] | null>(join(conformance, `${name}-proc.json`)) ?? undefined;
  const parsed = readJson<ExpectedFile>(join(conformance, `${name}.json`));
  if (parsed === undefined) return (rendered ?? []).map(({ textContent }) => textContent.trim());
  return parsed.cues.map(({ startTime, endTime, text }, index) => [
    startTime,
    endTime,
    (rendered?.[index]?.textContent ?? text.replace(/<[^>]*>/g, "")).trim(),
  ]);
}

describe.skipIf(!existsSync(conformance))("parseVtt on the conformance files of vtt.js", () => {
  const names = existsSync(conformance)
    ? listFiles(conformance).flatMap((path) =>
        path.endsWith(".vtt") ? path.slice(conformance.length + 1, -4) : [],
      )
    : [];

  it("has all 107 of them, 18 with a result of its own", () => {
    expect(names.length).toBe(107);
    expect(names.filter((name) => name in differences).length).toBe(18);
  });

  it.each(names)("gives the times and the text of %s", (name) => {
    const { cues } = parseFile(join(conformance, `${name}.vtt`));
    const hasTimes = existsSync(join(conformance, `${name}.json`));
    const found = cues.map(({ startTime, endTime, text }) => (hasTimes ? [startTime, endTime, text] : text));
    expect(found).toEqual(differences[name] ?? readExpected(name));
  });
});
