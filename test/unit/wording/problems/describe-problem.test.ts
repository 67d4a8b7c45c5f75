import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../../../src/model/problem.ts";
import type { Expected, ExpectedValues, ProblemValues } from "../../../../src/model/problem-values.ts";
import { describeProblem, wordProblem } from "../../../../src/wording/problems/describe-problem.ts";

const text: Expected = { kind: "text", values: {} };

/** Values of each kind, as the tests of the stages meet them. A kind without a row does not compile. */
const samples: { readonly [Kind in keyof ProblemValues]: ProblemValues[Kind] } = {
  "bytes-not-utf8": { bytes: "C4 E3 BA C3", readings: [{ encoding: "gb18030", text: "你好" }] },
  "encoding-told": { encoding: "big5" },
  "text-cut": { reason: "sound-tag", text: "[音乐]" },
  "label-doubtful": { label: "大家看" },
  "file-is-binary": {},
  "line-has-null-characters": {},
  "line-has-lost-character": {},
  "transcript-empty": {},
  "transcript-without-words": {},
  "transcript-almost-empty": { text: "ok" },
  "document-unreadable": {},
  "format-not-read": { format: "sami" },
  "ending-says-no-format": { ending: "docm", endings: ["txt", "vtt", "srt"] },
  "file-without-times": { ending: "srt" },
  "chapters-as-transcript": {},
  "json-not-a-transcript": { keys: ["a", "b"] },
  "transcript-json-broken": { reason: "Unexpected end of JSON input" },
  "record-without-body": { field: "body" },
  "record-start-invalid": { field: "startTime", value: { text: '"soon"' } },
  "record-end-invalid": { field: "endTime", value: { shape: "list" } },
  "record-speaker-invalid": { field: "speaker", value: { shape: "group" } },
  "webvtt-header-missing": {},
  "tag-unclosed": { tag: "<c 别丢了这句" },
  "text-without-times": { text: "后半句" },
  "cue-start-unreadable": { text: "00.00.000 --> 00:02.000", isEndReadable: true },
  "cue-end-unreadable": { text: "00:01.000 --> 00.02" },
  "cue-starts-before-recording": { start: "-00:00:01.000" },
  "times-of-day": { start: "10:03:12", offset: -36192 },
  "cue-starts-too-late": { start: "101:00:00.000" },
  "cue-starts-before-previous": { start: "00:00:03.000", previous: "00:00:05.000" },
  "cue-ends-before-start": { end: "00:01:02.000", start: "00:01:05.000" },
  "times-without-times": {},
  "times-of-other-words": { percent: 12 },
  "punctuated-of-other-words": { percent: 12 },
  "punctuated-lacks": { words: 210, line: 17, last: 40 },
  "punctuated-differs": { text: "蒸馏", copy: "", line: 7 },
  "transcript-without-speech": {},
  "transcript-without-times": {},
  "line-after-speech": { line: 99, last: 7 },
  "line-without-speech": { line: 2, next: 4 },
  "time-before-speech": { time: "0:01", first: "0:10" },
  "words-not-in-place": { words: "整理", place: { line: 7 }, reads: "我们把整里做好", lines: [9, 12] },
  "nth-too-high": { heard: "整理", nth: 3, count: 2, line: 7 },
  "place-decided-twice": { heard: "整理", decidedIn: 8 },
  "turns-begin-together": { speaker: "zhou", otherSpeaker: "lin", otherLine: 20 },
  "form-claimed-twice": {
    heard: "整流",
    claims: [
      { term: "蒸馏", line: 1 },
      { term: "整理", line: 5 },
    ],
  },
  "chapter-after-end": { title: "尾声", start: "1:39:00", end: "0:22" },
  "chapter-after-speech": { title: "尾声", line: 99, last: 7 },
  "chapter-words-not-in-line": { title: "开场", words: "没有", line: 4, reads: "大家好" },
  "review-place-invalid": { at: "one" },
  "decision-of-unknown-episode": { slug: "two" },
  "decision-words-not-in-line": { slug: "one", line: 6, heard: "征流" },
  "decision-made-already": { slug: "one", line: 6, heard: "征流" },
  "decisions-overlap": { slug: "one", line: 6, heard: "征流" },
  "entry-shares-line": {},
  "change-not-expressible": { heard: "征流", meant: "蒸馏" },
  "correction-on-other-words": { entry: "{ line: 3, heard: DeepSig }" },
  "correction-not-needed": { entry: "{ line: 3, heard: DeepSig }" },
  "correction-without-place": { entry: "{ line: 3, heard: DeepSig }" },
  "listed-episode-unknown": { slug: "0004", nearest: "004" },
  "yaml-wide-colon": { key: "title" },
  "edit-not-from-here": {},
  "edit-request-invalid": {},
  "edit-failed": {},
  "edit-page-outdated": {},
  "edit-without-meant": {},
  "edit-without-speaker": {},
  "edit-changes-nothing": { text: "蒸馏" },
  "edit-place-unnamed": { heard: "征流" },
  "edit-term-unfit": { meant: "蒸馏的是什么" },
  "edit-form-usual": { heard: "整理", meant: "蒸馏" },
  "edit-form-claimed": { heard: "征流", meant: "蒸馏" },
  "edit-content-at-fault": { file: "content/people.yaml" },
  "edit-speaker-after-unknown": {},
  "undo-nothing": {},
  "undo-not-last": {},
  "undo-file-changed": { file: "content/glossary.yaml" },
  "yaml-invalid": { code: "BAD_INDENT", reason: "All mapping items must start at the same column" },
  "yaml-unreadable": { reason: "Maximum call stack size exceeded" },
  "yaml-too-deep": {},
  "yaml-alias": { name: "lin" },
  "yaml-key-not-text": {},
  "yaml-key-twice": { key: "title" },
  "yaml-key-reserved": { key: "__proto__" },
  "json-invalid": { reason: "Unexpected end of JSON input" },
  "key-unknown": { key: "titel", nearest: "title", known: ["title", "date"] },
  "field-invalid": {
    path: ["people", 1],
    value: { text: "3" },
    expected: { kind: "group", values: { example: "{ id: lin }" } },
  },
  "field-missing": { path: ["title"], key: "title", expected: text },
  "field-empty": { path: ["topics", 1], expected: text },
  "near-empty": {},
  "entry-without-place": {},
  "entry-with-two-places": {},
  "chapter-without-start": {},
  "chapter-with-two-starts": {},
  "chapter-from-without-line": {},
  "json-chapter-not-object": {},
  "json-chapters-not-object": {},
  "file-forbidden": {},
  "file-is-folder": {},
  "file-not-plain": {},
  "file-outside-content": {},
  "link-broken": {},
  "file-too-large": { megabytes: 120, most: 100 },
  "file-unreadable": { reason: "EIO" },
  "file-not-utf8": {},
  "file-name-misspelt": { meant: "people.yaml" },
  "folder-unreadable": { reason: "EACCES" },
  "content-folder-missing": {},
  "no-episodes": {},
  "file-outside-episodes": {},
  "folder-without-episode": {},
  "folder-name-without-letters": {},
  "folders-share-address": { folder: "ONE", other: "one", slug: "ONE" },
  "episode-file-missing": {},
  "episode-file-empty": {},
  "front-matter-missing": {},
  "front-matter-unended": {},
  "notes-too-long": { length: 60_000, longest: 50_000 },
  "notes-grow": { longest: 400_000 },
  "picture-not-shown": { address: "http://example.org/a.png" },
  "note-link-dead": { address: "/episodes/43/", nearest: "/episodes/42/" },
  "notes-unreadable": { reason: "Maximum call stack size exceeded" },
  "audio-is-page": { address: "https://www.xiaoyuzhoufm.com/episode/6a1b" },
  "audio-missing": { audio: "one.mp3" },
  "person-unknown": { name: "zhuo", nearest: "zhou" },
  "label-not-in-transcript": { label: "发言人1", labels: ["发言人2", "发言人3"] },
  "transcripts-missing": { episodes: ["001", "002", "003", "004"], endings: ["txt", "vtt"] },
  "transcript-missing": { endings: ["txt", "vtt"] },
  "several-transcripts": { names: ["transcript.txt", "transcript.vtt"] },
  "several-times-files": { names: ["times.srt", "times.vtt"] },
  "transcript-chosen": { others: ["transcript.txt"] },
  "two-chapter-files": {},
  "topic-without-letters": { topic: "！" },
  "not-in-feed": { lack: "bytes", episodes: ["001", "002"] },
  "topics-share-address": { topic: "A-B", other: "A B", slug: "a-b" },
  "term-twice": { term: "蒸馏", line: 3 },
  "term-address-invalid": { term: "C++", slug: "c pp", better: "c-pp" },
  "terms-share-address": { term: "C#", other: "C++", slug: "C" },
  "variant-alone": {},
  "variant-twice": { name: "NVIDIA", same: "Nvidia" },
  "variant-without-letters": { name: "…" },
  "name-twice-in-term": { name: "Model", term: "模型" },
  "name-is-own-term": { name: "强化", term: "模型", line: 11 },
  "heard-is-right": { form: "蒸馏", term: "知识蒸馏" },
  "heard-is-right-elsewhere": { form: "Model", term: "强化", other: "模型", line: 7 },
  "heard-twice-in-term": { form: "征流", term: "蒸馏" },
  "heard-for-two-terms": { form: "征流", term: "模型", other: "蒸馏", line: 3 },
  "term-of-no-episode": { term: "量化" },
  "people-share-address": { id: "LIN", other: "lin", slug: "LIN" },
  "person-id-without-letters": { id: "!!!" },
  "name-of-two-people": { name: "小林", id: "zhou", other: "lin" },
  "moved-address-elsewhere": { address: "https://example.org/" },
  "moved-from-no-page": { address: "/feed.xml" },
  "moved-page-is-there": { address: "/topics/rl/" },
  "moved-twice": { address: "old", other: "/old/", line: 3 },
  "moved-in-circle": { address: "/a/" },
  "moved-target-missing": { address: "/topics/rm/", nearest: "/topics/rl/" },
  "person-of-no-episode": { id: "zhou" },
  "show-file-missing": {},
  "show-file-empty": {},
  "cover-unreadable": { reason: "Input file contains unsupported image format" },
  "cover-missing": { cover: "cover.png" },
  "accent-unquoted": { colour: "#be3321" },
  "accent-unreadable": {
    themes: [{ theme: "dark", given: "#be3321", contrast: 3.49, used: "#f4795d" }],
    better: { light: "#be3321", dark: "#f4795d" },
  },
  "feed-without-categories": {},
  "repository-host-unknown": { repository: "https://git.example.org/x/y" },
  "option-unknown": { option: "--aply", nearest: "--apply" },
  "option-without-value": { option: "--to", example: "--to parts/2024" },
  "option-with-value": { option: "--ask" },
  "argument-unexpected": { argument: "5000" },
  "language-not-spoken": { name: "--lang", given: "fr" },
  "several-content-folders": {},
  "port-invalid": { given: "http" },
  "published-address-invalid": { given: "ftp://a" },
  "published-unreachable": { address: "https://a.example/", reason: "ENOTFOUND" },
  "published-silent": { address: "https://a.example/", seconds: 20 },
  "published-refused": { address: "https://a.example/", status: 500 },
  "published-too-large": { address: "https://a.example/", megabytes: 50 },
  "published-not-readable": { address: "https://a.example/", expected: "XML" },
  "published-empty": { address: "https://a.example/" },
  "site-not-named": {},
  "site-not-there": { given: "dits" },
  "site-not-built": { folder: "dist" },
  "two-tasks": { options: ["--ask", "--apply"] },
  "least-invalid": { given: "2" },
  "task-without-episode": { option: "--refit", example: "--refit deepseek-r1" },
  "episode-not-there": { slug: "oen", folder: "content/episodes", nearest: "one" },
  "episode-without-transcript": { slug: "one", folder: "content/episodes" },
  "named-file-unreadable": { file: "copy.txt", reason: "ENOENT", option: "--from" },
  "named-file-unwritable": { file: "copy.txt", reason: "ENOENT", option: "--to" },
  "named-file-taken": { file: "copy.txt" },
  "review-file-missing": { file: "suggestions.yaml" },
  "terminal-missing": {},
  "part-folder-without-part": {},
  "parts-without-folder": {},
  "several-parts-at-once": {},
  "part-without-folder": {},
  "part-beside-parts": {},
  "argument-beside-part": { argument: "--silent" },
  "part-choice-invalid": { given: "2024" },
  "part-choice-backwards": { given: "year:24-12", better: "year:12-24" },
  "part-choice-empty": { choice: "year:1999", by: "year", known: [2023, 2025] },
  "part-list-unreadable": { file: "list.txt" },
  "part-list-empty": { file: "list.txt" },
  "part-folder-is-file": { folder: "parts" },
  "part-folder-taken": { folder: "parts", file: "notes.txt" },
  "folder-with-null-byte": { name: "ARCHIVE_CONTENT" },
  "site-without-address": { given: "example.com" },
  "site-with-path": { given: "https://example.com/pod", origin: "https://example.com" },
  "base-without-path": { given: "/a/../b" },
  "part-address-invalid": { given: "parts/2024=ftp://cdn.example/" },
  "out-folder-taken": { folder: "content" },
  "now-invalid": { given: "noon" },
  "import-without-source": {},
  "import-source-missing": { name: "稿子" },
  "import-source-inside": { name: "content" },
  "import-source-empty": { name: "稿子" },
  "import-without-answers": {},
  "show-not-begun": { folder: "content" },
  "show-there-already": { file: "content/show.yaml" },
  "show-without": { option: "--title" },
  "language-tag-invalid": { given: "中文" },
  "date-invalid": { given: "yesterday" },
  "number-invalid": { given: "zwölf" },
  "examples-folder-taken": { folder: "examples/ai-odyssey" },
  "title-missing": {},
  "episode-there-already": { folder: "content/episodes/012" },
  "label-not-there": { label: "Speaker 9", labels: ["Speaker 1", "Speaker 2"] },
  "label-without-name": { argument: "=Lin" },
  "feed-not-rss": { name: "https://example.org/" },
  "feed-cut-off": { name: "feed.xml" },
  "feed-unreadable": { name: "feed.xml" },
  "fetched-page": { address: "https://example.org/12.vtt" },
  "fetched-not-web": { address: "ftp://example.org/12.vtt" },
  "fetched-local": { address: "http://10.0.0.1/12.vtt" },
  "fetched-host-away": { address: "https://example.org/12.vtt", host: "example.org" },
  "fetched-in-part": { address: "https://example.org/12.vtt" },
  "fetched-in-circle": { address: "https://example.org/12.vtt", most: 8 },
  "part-missing": { folder: "parts/2024", list: "tingsuo-part.json" },
  "part-of-other-program": {},
  "part-outdated": { changed: 7, total: 12, slugs: ["001", "002"] },
  "shard-damaged": {},
  "cached-file-changed": { path: ".tingsuo/cache/a.cut" },
  "cached-file-unreadable": { path: ".tingsuo/cache/a.cut" },
  "output-in-use": { folder: "dist", lock: "dist.lock", pid: 4711, host: "elsewhere" },
  "disk-full": { path: "dist.building" },
  "process-ended-early": { step: "index", status: 7 },
  "pagefind-not-started": { reason: "no such file" },
  "script-not-of-the-frame": { script: "alert(1)" },
};

const problems = Object.entries(samples).map(
  ([kind, values]) => ({ severity: "error", file: "content/show.yaml", line: 3, kind, values }) as Problem,
);

/** What a value is when it is shown: its words, one by one where it is a list. */
function listShown(value: unknown): string[] {
  if (typeof value === "string" || typeof value === "number") return [String(value)];
  if (Array.isArray(value)) return value.flatMap(listShown);
  return [];
}

/** Values that choose a sentence, and stand in none as they are. */
const choosing: ReadonlySet<string> = new Set([
  "reason",
  "encoding",
  "code",
  "path",
  "format",
  "known",
  "step",
]);

describe.each(problems.map((problem) => [problem.kind, problem] as const))(
  "the sentence of %s",
  (_, problem) => {
    const { zh, en } = wordProblem(problem);
    test("is Chinese in Chinese and English in English", () => {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(zh).toMatch(/[。）？]$/);
      expect(en).toMatch(/[.?)]$/);
      expect(en).not.toMatch(/[，。；：（）]/);
    });
    test("has the marks of Chinese between its characters", () => {
      expect(zh).not.toMatch(/\p{Script=Han}[,.;:!? ]+\p{Script=Han}/u);
    });
    test("repeats the owner's values as they stand", () => {
      const shown = Object.entries(problem.values)
        .filter(([name]) => !choosing.has(name))
        .flatMap(([, value]) => listShown(value));
      for (const value of shown) {
        expect(zh).toContain(value);
        expect(en).toContain(value);
      }
    });
  },
);

describe("a problem", () => {
  const problem: Problem = {
    severity: "warning",
    file: "content/episodes/042/transcript.vtt",
    line: 118,
    kind: "cue-ends-before-start",
    values: { end: "00:01:02.000", start: "00:01:05.000" },
    others: { count: 2, lastLine: 240 },
  };

  test("is told with its place, how bad it is and where else it stands, in either language", () => {
    expect(describeProblem(problem, "en")).toBe(
      "content/episodes/042/transcript.vtt:118: Warning: The cue ends (00:01:02.000) before it starts (00:01:05.000), so only its start is used. Swap the two times, or delete the cue. The same holds for 2 more places, the last on line 240.",
    );
    expect(describeProblem(problem, "zh")).toBe(
      "content/episodes/042/transcript.vtt:118: 提醒：这一条的结束时间（00:01:02.000）比开始时间（00:01:05.000）还早，所以只用开始时间。请把两个时间对调，或者删掉这一条。另外还有2处也是这样，最后一处在第240行。",
    );
  });

  test("of a whole file is told without a line", () => {
    const { line: _line, others: _others, ...whole } = problem;
    expect(describeProblem(whole, "zh")).toMatch(/^content\/episodes\/042\/transcript\.vtt: 提醒：/);
  });

  test.each([
    [["date"], { text: "5.3.2025" }, "“date”写的是“5.3.2025”。", 'The date is "5.3.2025".'],
    [["topics", 1], { shape: "list" }, "“topics”的第2项是一个列表。", 'Entry 2 of "topics" is a list.'],
    [["links", "B站"], { text: "b23" }, "链接“B站”写的是“b23”。", 'The link "B站" is "b23".'],
    [["lin", "role"], { shape: "group" }, "“lin”的“role”是一组键。", '"role" of "lin" is a group of keys.'],
    [[], { shape: "empty-list" }, "这个文件是一个空列表。", "The file is an empty list."],
  ] as const)("names the place %j and what stands there", (path, value, zh, en) => {
    const values = { path, value, expected: text };
    const words = wordProblem({ severity: "error", kind: "field-invalid", values });
    expect(words).toEqual({ zh: `${zh}请写上文字。`, en: `${en} Write some text.` });
  });

  test.each(
    Object.entries({
      text: {},
      "whole-number": { least: 1 },
      sureness: {},
      flag: {},
      time: {},
      duration: {},
      offset: {},
      date: {},
      moment: {},
      "media-type": {},
      language: {},
      uuid: {},
      email: {},
      "web-address": {},
      link: {},
      audio: { endings: ["mp3", "m4a"] },
      cover: { endings: ["jpg", "png"] },
      colour: {},
      choice: { choices: ["host", "guest"] },
      list: { example: "[a]" },
      dictionary: { example: "{ a: b }" },
      group: { example: "a: b" },
    } satisfies { [Kind in keyof ExpectedValues]: ExpectedValues[Kind] }),
  )("says in both languages what is wanted instead: %s", (kind, values) => {
    const expected = { kind, values } as Expected;
    const { zh, en } = wordProblem({
      severity: "error",
      kind: "field-empty",
      values: { path: ["topics", 0], expected },
    });
    expect(zh).toMatch(/^“topics”的第1项是空的。请写.*。$/);
    expect(en).toMatch(/^Entry 1 of "topics" is empty\. Write .*\.$/);
  });

  test("shows a long value shortened and on one line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (key) => {
        const { zh } = wordProblem({ severity: "error", kind: "yaml-key-twice", values: { key } });
        expect([...zh].length).toBeLessThan(100);
        expect(zh).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

test("no sentence stands where problems are found", () => {
  const found = [
    "pipeline",
    "archive",
    "model",
    "search/index",
    "proofread",
    "commands",
    "integrations",
  ].flatMap((room) => {
    const folder = join("src", room);
    return (
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        // What developers type speaks English.
        .filter((name) => name.endsWith(".ts") && !/^(?:screenshots|test\.ts|find-browser)/.test(name))
        .flatMap((name) => {
          const code = readFileSync(join(folder, name), "utf8")
            .replace(/\/\*.*?\*\//gs, "")
            .replace(/^\s*\/\/.*$/gm, "")
            // A schema's documentation, and what only a fault of ours throws.
            .replace(/\.describe\(\s*"[^"]*",?\s*\)|throw new \w+\([^;]*;/g, "");
          return [...code.matchAll(/["'`][A-Z“][^"'`\n]*[a-z”] [a-z“][^"'`\n]*[.?!][^"'`\n]*["'`]/g)].map(
            ([sentence]) => `${name}: ${sentence}`,
          );
        })
    );
  });
  expect(found).toEqual([]);
});
