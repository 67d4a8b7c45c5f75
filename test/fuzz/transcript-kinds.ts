import assert from "node:assert/strict";
import { readCorrections, readYamlChapters } from "../../src/archive/content/episode-reader.ts";
import { renderTranscript } from "../../src/components/episode/render-transcript.ts";
import type { Term } from "../../src/model/archive.ts";
import type { Speaker } from "../../src/model/cue.ts";
import { parseTranscript } from "../../src/pipeline/parse/parse-transcript.ts";
import { type BuiltEpisode, buildEpisode, readEpisodeAsHeard } from "../../src/pipeline/pipeline.ts";
import { compareCopy } from "../../src/proofread/learn/compare-copy.ts";
import { makeTranscriptJson } from "../../src/publish/make-transcript-json.ts";
import { writeSrt, writeVtt } from "../../src/publish/write-captions.ts";
import { makeCutter } from "../../src/search/index/cut/cut-episode.ts";
import { readTokens } from "../../src/text/normalise.ts";
import { countLines, expectHarmless, expectTime, expectTold } from "./expectations.ts";
import type { FuzzKind } from "./fuzz-kind.ts";
import { encodeText, makeBytes, mutateText } from "./mutate.ts";

const terms: readonly Term[] = [
  {
    term: "蒸馏",
    slug: "蒸馏",
    also: ["知识蒸馏"],
    heard: [{ form: "征流" }, { form: "整流", near: ["模型"] }],
    line: 1,
  },
  { term: "MoE", slug: "MoE", also: [], heard: [{ form: "moe e" }], line: 2 },
];
const resolveSpeaker = (label: string): Speaker => ({ key: label, name: label, sure: 1 });
const endings = ["txt", "md", "vtt", "srt", "json", "lrc", "ass", "xml", "html", "csv", "docx", "", "TXT"];

let cutter: ReturnType<typeof makeCutter> | undefined;

/** A transcript of any kind, as it was delivered. */
export const transcriptKind: FuzzKind = {
  name: "transcripts",
  weight: 34,
  make(random, { transcripts }) {
    const seed = random.pick(transcripts);
    const other = () => random.pick(transcripts).text;
    const name = random.pickIndex(8) === 0 ? `transcript.${random.pick(endings)}` : seed.name;
    // Six hours of speech: of more each stage takes longer, and none stands still.
    const text = mutateText(seed.text, random, other).slice(0, 100_000);
    const beside = (file: string) => {
      const own = seed.beside[file];
      return own === undefined
        ? {}
        : { [file]: random.pickIndex(2) === 0 ? own : mutateText(own, random, () => own) };
    };
    return { [name]: encodeText(text, random), ...beside("corrections.yaml"), ...beside("chapters.yaml") };
  },
  read: readTranscript,
};

/** Bytes of no kind. */
export const bytesKind: FuzzKind = {
  name: "bytes",
  weight: 4,
  make: (random) => ({ [`transcript.${random.pick(endings)}`]: makeBytes(random) }),
  read: readTranscript,
};

/** Reads the first of some files as a transcript, with what lies beside it, and all that is made of it. */
export function readTranscript(parts: Readonly<Record<string, string | Uint8Array>>): void {
  const [[fileName = "", bytes = new Uint8Array()] = []] = Object.entries(parts) as [string, Uint8Array][];
  const lines = countLines(bytes);
  const parsed = parseTranscript(bytes, fileName);
  expectTold(parsed.problems, lines);
  assert.equal(
    parsed.problems.some(({ severity }) => severity === "error"),
    parsed.cues.length === 0,
  );
  for (const { startTime, endTime, line, text, words = [] } of parsed.cues) {
    expectTime(startTime, "a cue's start");
    if (endTime !== undefined) assert(endTime > (startTime ?? Number.NaN), "a cue ends before it starts");
    assert(text !== "" && text.trim() === text, "a cue's text is not trimmed");
    assert(line >= 1 && line <= lines, `a cue in line ${line} of ${lines}`);
    for (const word of words) expectTime(word.startTime, "a word's start");
  }
  const source = { bytes, fileName };
  const plain = build({ source });
  expectPassages(plain, lines);
  const squeeze = (texts: readonly string[]) => texts.join("").replace(/\s/g, "");
  assert.equal(
    squeeze(plain.passages.map(({ text }) => text)),
    squeeze(parsed.cues.map(({ text }) => text)),
    "passages hold other words than the cues",
  );
  expectWritten(plain);
  const beside = (name: string) => String(parts[name] ?? "").replace(/\r\n?/g, "\n");
  const { corrections, problems } = readCorrections(beside("corrections.yaml"));
  expectTold(problems, countLines(beside("corrections.yaml")));
  const read = readYamlChapters(beside("chapters.yaml"));
  const punctuated = new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
  const given = { source, corrections, chapters: read.chapters, offset: -3.5, times: source, punctuated };
  const corrected = build(given);
  expectPassages(corrected, lines);
  expectWritten(corrected);
  const linesOf = {
    transcript: lines,
    times: lines,
    punctuated: lines,
    corrections: countLines(beside("corrections.yaml")),
    chapters: countLines(beside("chapters.yaml")),
  };
  for (const problem of corrected.problems) expectTold([problem], linesOf[problem.in]);
  if (bytes.length % 8 === 0) learn(source, new TextDecoder().decode(bytes));
}

interface Given {
  readonly source: { readonly bytes: Uint8Array; readonly fileName: string };
  readonly corrections?: ReturnType<typeof readCorrections>["corrections"];
  readonly chapters?: ReturnType<typeof readYamlChapters>["chapters"];
  readonly offset?: number;
  readonly times?: Given["source"];
  readonly punctuated?: string;
}

function build({ source, corrections, chapters = [], offset = 0, times, punctuated }: Given): BuiltEpisode {
  const none = { replace: [], turns: [], keep: [] };
  return buildEpisode(
    {
      transcript: source,
      corrections: corrections ?? none,
      chapters,
      offset,
      ...(times && { times }),
      ...(punctuated === undefined ? {} : { punctuated }),
    },
    { terms: corrections === undefined ? [] : terms, resolveSpeaker },
  );
}

/** Passages stand one after another, each at an address of its own. */
export function expectPassages(
  { passages, chapters, duration }: Pick<BuiltEpisode, "passages" | "chapters" | "duration">,
  lines: number,
): void {
  expectTime(duration, "the duration");
  const anchors = new Set(passages.flatMap(({ anchor, lineAnchor }) => [...new Set([anchor, lineAnchor])]));
  assert.equal(
    anchors.size,
    passages.reduce((sum, own) => sum + (own.anchor === own.lineAnchor ? 1 : 2), 0),
    "two passages share an address",
  );
  for (const [k, { start, end, text, line, changes, cueStarts, words = [] }] of passages.entries()) {
    expectTime(start, "a passage's start");
    expectTime(end, "a passage's end");
    assert(end >= start && start >= (passages[k - 1]?.start ?? 0), "passages go back in time");
    assert(text.trim() !== "" && line >= 1 && line <= lines, `a passage in line ${line} of ${lines}`);
    let at = 0;
    for (const { from, to, heard } of changes) {
      assert(
        from >= at && to > from && to <= text.length && heard !== "",
        "a change lies outside its passage",
      );
      at = to;
    }
    for (const [offset, seconds] of [
      ...cueStarts,
      ...words.map((word) => [word.offset, word.startTime] as const),
    ]) {
      expectTime(seconds, "a cue's time in a passage");
      assert(offset >= 0 && offset <= text.length, "a cue begins outside its passage");
    }
  }
  for (const { start, firstPassage } of chapters) {
    expectTime(start, "a chapter's start");
    assert(passages[firstPassage] !== undefined, "a chapter has no passage");
  }
}

/** What is made of passages: the page, files for other programs, and the index. */
function expectWritten({ passages, chapters, timing, duration }: BuiltEpisode): void {
  if (passages.length === 0) return;
  const episode = {
    passages,
    chapters,
    timing,
    duration,
    speakers: [],
    title: "一",
    date: "2025",
    language: "zh-CN",
    topics: [],
  };
  expectHarmless(renderTranscript({ ...episode, audio: { url: "https://a.example/1.mp3" } }));
  // With a voice, so that no word of a cue is taken for the name of who speaks.
  const voiced = passages.map((own) => ({ ...own, speaker: own.speaker ?? resolveSpeaker("林晚") }));
  const json = makeTranscriptJson({ ...episode, passages: voiced }, "小样");
  const vtt = writeVtt(json, ["x"]);
  writeSrt(json, ["x"]);
  const again = parseTranscript(new TextEncoder().encode(vtt), "transcript.vtt");
  // What is only marks is no transcript.
  if (passages.some(({ text }) => /[\p{L}\p{N}]/u.test(text)))
    assert.deepEqual(
      again.problems.filter(({ severity }) => severity === "error"),
      [],
      "the captions cannot be read",
    );
  cutter ??= makeCutter(terms.flatMap(({ term, also }) => [term, ...also]));
  const { exact, sound } = cutter(episode);
  const tokens = passages.reduce((sum, { text }) => sum + readTokens(text).length, 0);
  assert.equal(exact.tokenCount, tokens, "the index holds other words than the passages");
  assert.equal(exact.firstPositions.length, passages.length);
  for (const { terms: own, termAt } of [exact, sound]) {
    assert.equal(termAt.length, exact.termAt.length, "sounds have other places than words");
    assert(
      termAt.every((number) => number <= own.length) && own.every((term) => !/\s/.test(term)),
      "a term with a space",
    );
  }
}

/** Compares the transcript with what somebody might have made of it. */
function learn(source: Given["source"], text: string): void {
  const none = { replace: [], turns: [], keep: [] };
  const heard = readEpisodeAsHeard(
    "one",
    { transcript: source, corrections: none },
    { terms, resolveSpeaker },
  );
  const copy = text.replace(/蒸馏|the/g, "整流").replace(/好|and/g, "");
  const { changes, alikeShare } = compareCopy(heard, copy, { cut: (run) => [run], names: [] });
  assert(alikeShare >= 0 && alikeShare <= 1, `${alikeShare} of it alike`);
  for (const { place, from, to } of changes) assert(from < to && place.line >= 1, "a change without a place");
}
