import { execFileSync } from "node:child_process";
import { mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadArchive } from "../../../../src/archive/content/load-archive.ts";
import type {
  CorrectionProblems,
  EpisodeProblems,
  FieldProblems,
  FileProblems,
  GlossaryProblems,
  MovedProblems,
  PeopleProblems,
  ShowProblems,
  TranscriptProblems,
  VariantProblems,
} from "../../../../src/model/problem-values.ts";
import { contentProblems } from "../../../../src/wording/problems/content-problems.ts";
import { correctionProblems } from "../../../../src/wording/problems/correction-problems.ts";
import { wordProblem } from "../../../../src/wording/problems/describe-problem.ts";
import { fieldProblems } from "../../../../src/wording/problems/field-problems.ts";
import { transcriptProblems } from "../../../../src/wording/problems/transcript-problems.ts";
import { type Files, writeContent, writeFrontMatter } from "../write-content.ts";

type ContentProblems = TranscriptProblems &
  CorrectionProblems &
  FieldProblems &
  FileProblems &
  EpisodeProblems &
  GlossaryProblems &
  PeopleProblems &
  VariantProblems &
  MovedProblems &
  ShowProblems;

/**
 * What no file makes: the system refuses to read, a library fails that is not known to, or corrections are placed in
 * a transcript of no words, which a load does not come to.
 */
const ownFailures = [
  "file-forbidden",
  "file-unreadable",
  "folder-unreadable",
  "yaml-unreadable",
  "transcript-without-speech",
] as const;

type Kind = Exclude<keyof ContentProblems, (typeof ownFailures)[number]>;

/** Files that make a problem, or what is to be done to a content folder; and where the problem is said to be. */
type Input = readonly [place: string, files: Files | ((contentDir: string) => unknown)];

const one = "episodes/one";
const text = `${one}/transcript.txt`;
const show = "title: 小样\ndescription: 测试\nlanguage: zh-CN\nauthor: 林晚\n";

const transcript = (ending: string, content: string | Uint8Array): Files => ({
  [text]: undefined,
  [`${one}/transcript.${ending}`]: content,
});
const vtt = (...lines: string[]) => transcript("vtt", `WEBVTT\n\n${lines.join("\n")}\n`);
const spoken = vtt(
  "00:01.000 --> 00:02.000",
  "今天聊聊蒸馏，蒸馏。",
  "",
  "00:03.000 --> 00:09.000",
  "好的。",
);
const records = (...list: string[]) => transcript("json", `{ "segments": [\n${list.join(",\n")}\n] }`);
const corrections = (yaml: string, files: Files = {}) => ({ ...files, [`${one}/corrections.yaml`]: yaml });
const chapters = (yaml: string, files: Files = {}) => ({ ...files, [`${one}/chapters.yaml`]: yaml });
const jsonChapters = (json: string) => ({ [`${one}/chapters.json`]: json });
const front = (lines: string, notes = "") => ({ [`${one}/episode.md`]: writeFrontMatter(lines, notes) });
const glossary = (...lines: string[]) => ({ "glossary.yaml": `${lines.join("\n")}\n` });
const moved = (...lines: string[]) => ({ "moved.yaml": `${lines.join("\n")}\n` });
const people = (yaml: string) => ({ "people.yaml": yaml });
const link = (target: string, name: string) => (contentDir: string) =>
  symlink(target, join(contentDir, name));

/** For each kind of problem that content can have, what makes it. */
const inputs: { readonly [Own in Kind]: Input } = {
  "bytes-not-utf8": [`${text}:1`, { [text]: Buffer.from("c4e3bac30a", "hex") }],
  "encoding-told": [text, { [text]: Buffer.from(`\ufeff今天聊聊蒸馏。\n`, "utf16le") }],
  "text-cut": [`${one}/transcript.vtt:4`, vtt("00:01.000 --> 00:02.000", "[音乐]今天聊聊蒸馏。")],
  "label-doubtful": [`${text}:9`, { [text]: `${"林晚：今天好。\n周远：好。\n".repeat(4)}大家看：好。\n` }],
  "file-is-binary": [text, { [text]: new Uint8Array(100) }],
  "line-has-null-characters": [`${text}:2`, { [text]: "今天好。\n你\0好，大家都来听我们的节目。\n" }],
  "line-has-lost-character": [`${text}:1`, { [text]: "今天聊聊\ufffd馏。\n" }],
  "transcript-empty": [text, { [text]: " \n" }],
  "transcript-without-words": [text, { [text]: "?!" }],
  "transcript-almost-empty": [`${text}:2`, { [text]: "\nok\n" }],
  "document-unreadable": [
    `${one}/transcript.docx`,
    transcript("docx", Buffer.from("PK\u0003\u0004 word/document.xml", "latin1")),
  ],
  "format-not-read": [`${one}/transcript.json`, transcript("json", '{"results":{"channels":[]}}')],
  "ending-says-no-format": [`${one}/transcript.json`, transcript("json", "1: 好")],
  "file-without-times": [`${one}/transcript.srt`, transcript("srt", "今天。")],
  "chapters-as-transcript": [`${one}/transcript.json`, transcript("json", '{"chapters":[]}')],
  "json-not-a-transcript": [text, { [text]: "{}" }],
  "transcript-json-broken": [`${one}/transcript.json:2`, transcript("json", '{"segments": [\n}')],
  "record-without-body": [`${one}/transcript.json:3`, records('{"body":"好"}', "{}")],
  "record-start-invalid": [
    `${one}/transcript.json:3`,
    transcript("json", '{"segments":[{"body":"好"},{"body":"好"},{"startTime":1e999,"body":"好"}]}'),
  ],
  "record-end-invalid": [
    `${one}/transcript.json:2`,
    records(`{"startTime":1,"endTime":"${"9".repeat(400)}","body":"好"}`),
  ],
  "record-speaker-invalid": [`${one}/transcript.json:2`, records('{"speaker":{},"body":"好"}')],
  "webvtt-header-missing": [
    `${one}/transcript.vtt:1`,
    transcript("vtt", "00:01.000 --> 00:02.000\n今天聊聊蒸馏。\n"),
  ],
  "tag-unclosed": [`${one}/transcript.vtt:4`, vtt("00:01.000 --> 00:02.000", "<c 今天聊聊")],
  "text-without-times": [`${one}/transcript.vtt:6`, vtt("00:01.000 --> 00:02.000", "今天", "", "聊聊")],
  "cue-start-unreadable": [`${one}/transcript.vtt:3`, vtt("00.00.000 --> 00:02.000", "今天")],
  "cue-end-unreadable": [`${one}/transcript.vtt:3`, vtt("00:01.000 --> 00.02", "今天")],
  "cue-starts-before-recording": [`${one}/transcript.vtt:3`, vtt("-00:01.000 --> 00:02.000", "今天")],
  "times-of-day": [
    `${one}/transcript.vtt:4`,
    vtt("10:03:12.000 --> 10:03:14.000", "今天\n\n10:03:14.000 --> 10:03:20.000\n聊聊蒸馏"),
  ],
  "cue-starts-too-late": [`${one}/transcript.vtt:3`, vtt("101:00:00.000 --> 101:00:02.000", "今天")],
  "cue-starts-before-previous": [
    `${one}/transcript.vtt:6`,
    vtt("00:05.000 --> 00:06.000", "今天", "", "00:01.000 --> 00:02.000", "聊聊"),
  ],
  "cue-ends-before-start": [`${one}/transcript.vtt:3`, vtt("00:05.000 --> 00:01.000", "今天")],
  "times-without-times": [`${one}/times.txt`, { [`${one}/times.txt`]: "今天聊聊蒸馏。\n" }],
  "times-of-other-words": [
    `${one}/times.srt`,
    { [`${one}/times.srt`]: "1\n00:00:01,000 --> 00:00:02,000\n完全是另一回事\n" },
  ],
  "punctuated-of-other-words": [`${one}/punctuated.txt`, { [`${one}/punctuated.txt`]: "完全是另一回事。" }],
  "punctuated-lacks": [
    `${one}/punctuated.txt`,
    {
      [text]: "今天我们聊聊蒸馏。\n然后再说说怎么把一个很大的模型变成一个很小的模型。\n",
      [`${one}/punctuated.txt`]: "今天我们聊聊蒸馏。",
    },
  ],
  "punctuated-differs": [
    `${one}/punctuated.txt:2`,
    { [text]: "今天我们聊聊蒸馏。\n", [`${one}/punctuated.txt`]: "今天我们\n聊聊征馏。" },
  ],
  "transcript-without-times": [
    `${one}/corrections.yaml:1`,
    corrections("keep: [{ time: 1, heard: 今天 }]\n"),
  ],
  "line-after-speech": [`${one}/corrections.yaml:1`, corrections("keep: [{ line: 9, heard: 今天 }]\n")],
  "line-without-speech": [
    `${one}/corrections.yaml:1`,
    corrections("keep: [{ line: 2, heard: 今天 }]\n", { [text]: "今天。\n\n聊聊。\n" }),
  ],
  "time-before-speech": [
    `${one}/corrections.yaml:1`,
    corrections("keep: [{ time: 0, heard: 今天 }]\n", spoken),
  ],
  "words-not-in-place": [`${one}/corrections.yaml:1`, corrections("keep: [{ line: 1, heard: 明天 }]\n")],
  "nth-too-high": [
    `${one}/corrections.yaml:1`,
    corrections("replace: [{ line: 4, heard: 蒸馏, meant: 征流, nth: 3 }]\n", spoken),
  ],
  "place-decided-twice": [
    `${one}/corrections.yaml:3`,
    corrections(
      "replace:\n  - { line: 1, heard: 蒸馏, meant: 征流 }\n  - { line: 1, heard: 蒸馏, meant: 整流 }\n",
    ),
  ],
  "turns-begin-together": [
    `${one}/corrections.yaml:3`,
    corrections("turns:\n  - { line: 1, speaker: 甲 }\n  - { line: 1, speaker: 乙 }\n"),
  ],
  "form-claimed-twice": [
    `${text}:1`,
    glossary(
      "- { term: 模型, heard: [{ form: 蒸馏, near: [今天] }] }",
      "- { term: 数据, heard: [{ form: 蒸馏, near: [聊聊] }] }",
    ),
  ],
  "chapter-after-end": [`${one}/chapters.yaml:1`, chapters("- { start: 9:00, title: 尾声 }\n", spoken)],
  "chapter-after-speech": [`${one}/chapters.yaml:1`, chapters("- { line: 9, title: 尾声 }\n")],
  "chapter-words-not-in-line": [
    `${one}/chapters.yaml:1`,
    chapters("- { line: 1, from: 明天, title: 尾声 }\n"),
  ],
  "yaml-invalid": ["show.yaml:1", { "show.yaml": `title: a: b\n${show}` }],
  "yaml-wide-colon": ["show.yaml:5", { "show.yaml": `${show}copyright：林\n` }],
  "yaml-too-deep": ["people.yaml:1", people("[".repeat(300))],
  "yaml-alias": ["people.yaml:2", people("lin: &a { name: 林 }\nzhou: *a\n")],
  "yaml-key-not-text": ["people.yaml:1", people("? [a]\n: b\n")],
  "yaml-key-twice": ["people.yaml:2", people("lin: { name: 林 }\nlin: { name: 周 }\n")],
  "yaml-key-reserved": ["people.yaml:1", people("__proto__: { name: 林 }\n")],
  "json-invalid": [`${one}/chapters.json:2`, jsonChapters('{ "chapters":\n x')],
  "key-unknown": ["show.yaml:5", { "show.yaml": `${show}covr: a.png\n` }],
  "field-invalid": [`${one}/episode.md:4`, front("number: zwei")],
  "field-missing": ["show.yaml:1", { "show.yaml": show.replace(/^title.*\n/, "") }],
  "field-empty": [`${one}/episode.md:4`, front('topics: [a, ""]')],
  "near-empty": ["glossary.yaml:1", glossary("- { term: 模型, heard: [{ form: 模形, near: [] }] }")],
  "entry-without-place": [`${one}/corrections.yaml:1`, corrections("keep: [{ heard: 今天 }]\n")],
  "entry-with-two-places": [
    `${one}/corrections.yaml:1`,
    corrections("keep: [{ line: 1, time: 1, heard: 今天 }]\n"),
  ],
  "chapter-without-start": [`${one}/chapters.yaml:1`, chapters("- { title: 尾声 }\n")],
  "chapter-with-two-starts": [`${one}/chapters.yaml:1`, chapters("- { line: 1, start: 1, title: 尾声 }\n")],
  "chapter-from-without-line": [
    `${one}/chapters.yaml:1`,
    chapters("- { start: 1, from: 今天, title: 尾声 }\n"),
  ],
  "json-chapter-not-object": [`${one}/chapters.json:1`, jsonChapters('{ "chapters": [7] }')],
  "json-chapters-not-object": [`${one}/chapters.json:1`, jsonChapters("[]")],
  "file-is-folder": ["people.yaml", { "people.yaml/a.txt": "" }],
  "file-not-plain": [
    "people.yaml",
    (contentDir) => execFileSync("mkfifo", [join(contentDir, "people.yaml")]),
  ],
  "file-outside-content": ["people.yaml", link(import.meta.filename, "people.yaml")],
  "link-broken": ["episodes/two", link("three", "episodes/two")],
  "file-too-large": [
    "glossary.yaml",
    async (contentDir) => {
      await writeFile(join(contentDir, "glossary.yaml"), "");
      await truncate(join(contentDir, "glossary.yaml"), 3_000_000);
    },
  ],
  "file-not-utf8": ["people.yaml", { "people.yaml": Buffer.from("c4e3bac30a", "hex") }],
  "file-name-misspelt": ["people.yml", { "people.yml": "" }],
  "content-folder-missing": ["none", {}],
  "no-episodes": ["episodes", { [text]: undefined, [`${one}/episode.md`]: undefined }],
  "file-outside-episodes": ["episodes/two.txt", { "episodes/two.txt": "" }],
  "folder-without-episode": ["episodes/two", (contentDir) => mkdir(join(contentDir, "episodes/two"))],
  "folder-name-without-letters": ["episodes/！", { "episodes/！/episode.md": writeFrontMatter("") }],
  "folders-share-address": ["episodes/one!", { "episodes/one!/episode.md": writeFrontMatter("") }],
  "episode-file-missing": [one, { [`${one}/episode.md`]: undefined }],
  "episode-file-empty": [`${one}/episode.md:1`, { [`${one}/episode.md`]: "" }],
  "front-matter-missing": [`${one}/episode.md:1`, { [`${one}/episode.md`]: "title: 一\n" }],
  "front-matter-unended": [`${one}/episode.md:1`, { [`${one}/episode.md`]: "---\ntitle: 一\n" }],
  "notes-too-long": [`${one}/episode.md:7`, front("number: 1", `\n${"长".repeat(50_001)}`)],
  "notes-grow": [
    `${one}/episode.md:6`,
    front("number: 1", `|${"a|".repeat(500)}\n|${"-|".repeat(500)}\n${"|x\n".repeat(500)}`),
  ],
  "notes-unreadable": [`${one}/episode.md:6`, front("number: 1", "<div>".repeat(9999))],
  "picture-not-shown": [
    `${one}/episode.md:8`,
    front("number: 1", "看图：\n\n![图](http://example.org/a.png)"),
  ],
  "note-link-dead": [
    `${one}/episode.md:8`,
    front("number: 1", "上一期：\n\n[第零期](/episodes/zero/)和[这一期](/episodes/one/#t=5)"),
  ],
  "audio-is-page": [`${one}/episode.md:4`, front("audio: https://www.xiaoyuzhoufm.com/episode/6a1b")],
  "audio-missing": [`${one}/episode.md:4`, front("audio: one.mp3")],
  "person-unknown": [
    `${one}/episode.md:4`,
    { ...front("people: [zhuo]"), ...people("zhou: { name: 周远 }\n") },
  ],
  "label-not-in-transcript": [
    `${one}/episode.md:4`,
    { ...front("speakers: { 甲: lin }"), ...people("lin: { name: 林 }") },
  ],
  "transcript-missing": [one, { [text]: undefined }],
  "transcripts-missing": [
    "episodes",
    Object.fromEntries([1, 2, 3, 4].map((n) => [`episodes/${n}/episode.md`, writeFrontMatter("")])),
  ],
  "several-transcripts": [one, { [`${one}/transcript.md`]: "好。" }],
  "several-times-files": [one, { [`${one}/times.srt`]: "", [`${one}/times.vtt`]: "" }],
  "transcript-chosen": [
    `${one}/ep1.srt`,
    {
      [text]: undefined,
      [`${one}/ep1.txt`]: "今天聊聊蒸馏。\n",
      [`${one}/ep1.srt`]: "1\n00:00:01,000 --> 00:00:02,000\n今天聊聊蒸馏。\n",
    },
  ],
  "topic-without-letters": [`${one}/episode.md:4`, front("topics: ['!']")],
  "topics-share-address": [`${one}/episode.md:6`, front("topics:\n  - A B\n  - A-B")],
  "not-in-feed": [`${one}/episode.md`, front("audio: https://cdn.example.org/1.mp3")],
  "two-chapter-files": [one, { ...chapters(""), ...jsonChapters("{}") }],
  "term-twice": ["glossary.yaml:2", glossary("- term: 模型", "- term: 模型")],
  "term-address-invalid": ["glossary.yaml:1", glossary("- { term: 模型, slug: a b }")],
  "terms-share-address": ["glossary.yaml:2", glossary("- term: C++", "- term: C#")],
  "name-twice-in-term": ["glossary.yaml:1", glossary("- { term: 模型, also: [model, model] }")],
  "name-is-own-term": ["glossary.yaml:1", glossary("- { term: 模型, also: [model] }", "- term: model")],
  "heard-is-right": ["glossary.yaml:1", glossary("- { term: 模型, heard: [模型] }")],
  "heard-is-right-elsewhere": [
    "glossary.yaml:2",
    glossary("- term: 模型", "- { term: 数据, heard: [模型] }"),
  ],
  "heard-twice-in-term": ["glossary.yaml:1", glossary("- { term: 模型, heard: [模形, 模形] }")],
  "heard-for-two-terms": [
    "glossary.yaml:2",
    glossary("- { term: 模型, heard: [模形] }", "- { term: 数据, heard: [模形] }"),
  ],
  "term-of-no-episode": ["glossary.yaml:2", glossary("- term: 蒸馏", "- term: 量化")],
  "people-share-address": ["people.yaml:2", people("lin: { name: 林 }\nLin: { name: 周 }\n")],
  "person-id-without-letters": ["people.yaml:1", people("'!': { name: 林 }\n")],
  "name-of-two-people": ["people.yaml:2", people("lin: { name: 林 }\nzhou: { name: 林 }\n")],
  "person-of-no-episode": [
    "people.yaml:2",
    { ...front("people: [lin]"), ...people("lin: { name: 林 }\nzhou: { name: 周 }\n") },
  ],
  "variant-alone": ["variants.yaml:1", { "variants.yaml": "- [英伟达]\n" }],
  "variant-twice": ["variants.yaml:1", { "variants.yaml": "- [Nvidia, NVIDIA]\n" }],
  "variant-without-letters": ["variants.yaml:1", { "variants.yaml": "- [英伟达, …]\n" }],
  "moved-address-elsewhere": ["moved.yaml:1", moved("/old/: https://example.org/")],
  "moved-from-no-page": ["moved.yaml:1", moved("/feed.xml: /")],
  "moved-page-is-there": ["moved.yaml:1", moved("/episodes/one/: gone")],
  "moved-twice": ["moved.yaml:2", moved("/old/: gone", "old: /")],
  "moved-in-circle": ["moved.yaml:1", moved("/a/: /b/", "/b/: /a/")],
  "moved-target-missing": ["moved.yaml:1", moved("/old/: /episodes/on/")],
  "show-file-missing": ["show.yaml", { "show.yaml": undefined }],
  "show-file-empty": ["show.yaml", { "show.yaml": "" }],
  "cover-unreadable": ["show.yaml:5", { "show.yaml": `${show}cover: a.png\n`, "a.png": "no picture" }],
  "cover-missing": ["show.yaml:5", { "show.yaml": `${show}cover: a.png\n` }],
  "accent-unquoted": ["show.yaml:5", { "show.yaml": `${show}accent: #be3321\n` }],
  "accent-unreadable": ["show.yaml:5", { "show.yaml": `${show}accent: "#808080"\n` }],
  "repository-host-unknown": [
    "show.yaml:5",
    { "show.yaml": `${show}repository: https://git.example.org/a\n` },
  ],
  "feed-without-categories": ["show.yaml:5", { "show.yaml": `${show}feed: { primary: true }\n` }],
};

async function loadInput([, files]: Input): Promise<{
  contentDir: string;
  problems: string[];
  found: Loaded[];
}> {
  const contentDir = await writeContent(typeof files === "function" ? {} : files);
  if (typeof files === "function") await files(contentDir);
  const { problems: found } = await loadArchive({
    contentDir: files === inputs["content-folder-missing"][1] ? join(contentDir, "none") : contentDir,
    includeDrafts: true,
  });
  const problems = found.map(
    ({ file, line, kind }) =>
      `${file.replace(`${contentDir}/`, "")}${line === undefined ? "" : `:${line}`} ${kind}`,
  );
  return { contentDir, problems, found: [...found] };
}

type Loaded = Awaited<ReturnType<typeof loadArchive>>["problems"][number];

describe("every kind of problem that content can have", () => {
  test("has an input here", () => {
    const tables = [transcriptProblems, correctionProblems, fieldProblems, contentProblems];
    const kinds = tables
      .flatMap((table) => Object.keys(table))
      .filter((kind) => !kindsOfSuggestions.has(kind));
    expect([...Object.keys(inputs), ...ownFailures].sort()).toEqual(kinds.sort());
  });

  test.each(Object.entries(inputs))(
    "is told with its place, its reason and what to do: %s",
    async (kind, input) => {
      const { problems, found } = await loadInput(input);
      expect(problems).toContain(`${input[0]} ${kind}`);
      const own = found.find((problem) => problem.kind === kind) as Loaded;
      const { zh, en } = wordProblem(own);
      // What is wrong, and what to do about it.
      expect(en).toMatch(/[.?)] .+[.?)]$/s);
      expect(zh).toMatch(/[。？].+[。？）]$/s);
    },
  );
});

/** Of what `suggest` reads and writes, which is no content. */
const kindsOfSuggestions: ReadonlySet<string> = new Set([
  "review-place-invalid",
  "decision-of-unknown-episode",
  "decision-words-not-in-line",
  "decision-made-already",
  "decisions-overlap",
  "entry-shares-line",
  "change-not-expressible",
  "correction-on-other-words",
  "correction-not-needed",
  "correction-without-place",
  "listed-episode-unknown",
]);
