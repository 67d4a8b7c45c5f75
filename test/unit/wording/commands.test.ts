import { describe, expect, test } from "vitest";
import { alignOptions } from "../../../src/commands/align.ts";
import { importOptions } from "../../../src/commands/import.ts";
import { newOptions } from "../../../src/commands/new.ts";
import { punctuateOptions } from "../../../src/commands/punctuate.ts";
import { speakersOptions } from "../../../src/commands/speakers.ts";
import { suggestOptions } from "../../../src/commands/suggest/read-suggest-options.ts";
import type {
  ImportNote,
  ImportNoteValues,
  Progress,
  ProgressValues,
  Reason,
  ReasonValues,
} from "../../../src/model/report.ts";
import { formatCount } from "../../../src/text/format-count.ts";
import {
  buildHelp,
  checkHelp,
  commandLines,
  startHelp,
  wordProgress,
  wordSeeHelp,
} from "../../../src/wording/commands/command-words.ts";
import { importHelp, wordImportNote } from "../../../src/wording/commands/import-words.ts";
import { newHelp, speakersHelp } from "../../../src/wording/commands/new-words.ts";
import { suggestHelp, wordReason } from "../../../src/wording/commands/suggest-words.ts";
import { alignHelp, punctuateHelp } from "../../../src/wording/commands/text-files-words.ts";
import type { Wording } from "../../../src/wording/interface-words.ts";
import { wordFault } from "../../../src/wording/problems/describe-problem.ts";

const helps = {
  ...{ check: checkHelp, build: buildHelp, start: startHelp, suggest: suggestHelp },
  ...{ import: importHelp, new: newHelp, speakers: speakersHelp },
  ...{ align: alignHelp, punctuate: punctuateHelp },
};
const listOptions = (text: string) => [...new Set(text.match(/(?<![\w-])--[a-z][a-z-]*/g))].sort();

/** What each command reads, as its own code has it. */
const options: Readonly<Record<keyof typeof helps, readonly string[]>> = {
  check: ["against", "explain"],
  build: ["part", "to", "parts"],
  start: ["port"],
  suggest: Object.keys(suggestOptions),
  align: Object.keys(alignOptions),
  punctuate: Object.keys(punctuateOptions),
  import: Object.keys(importOptions),
  new: Object.keys(newOptions),
  speakers: Object.keys(speakersOptions),
};

describe.each(Object.entries(helps))("the help of %s", (name, help) => {
  test("tells of every option in both languages, and of no other", () => {
    const own = [...options[name as keyof typeof helps], "lang", "help"]
      .map((option) => `--${option}`)
      .sort();
    expect(listOptions(help.zh)).toEqual(own);
    expect(listOptions(help.en)).toEqual(own);
  });

  test("tells of the same settings, defaults and exit statuses in both", () => {
    const list = (text: string) => [...new Set(text.match(/ARCHIVE_[A-Z]+|dist\b|\b\d+\b/g))].sort();
    expect(list(help.zh)).toEqual(list(help.en));
    const statuses = (text: string) => text.split("\n").at(-1)?.match(/\d/g);
    expect(statuses(help.zh)).toEqual(statuses(help.en));
  });

  test("begins with what one types, and fits a terminal", () => {
    for (const text of [help.zh, help.en]) {
      expect(text.startsWith(commandLines[name as keyof typeof helps])).toBe(true);
      for (const line of text.split("\n"))
        expect([...line].reduce((sum, own) => sum + (/[\u2e80-\uffef]/.test(own) ? 2 : 1), 0)).toBeLessThan(
          121,
        );
    }
  });
});

const expectBoth = ({ zh, en }: Wording, values: object) => {
  expect(zh).toMatch(/\p{Script=Han}.*[。]$/u);
  expect(en).toMatch(/^[^\u4e00-\u9fff]*.*\.$/);
  expect(en).not.toMatch(/[，。：]/);
  for (const value of Object.values(values).filter((own) => typeof own === "number"))
    for (const text of [zh, en])
      expect(text).toContain(typeof value === "number" ? formatCount(value) : String(value));
};

test.each(
  Object.entries({
    "episodes-cut": { done: 100, total: 250 },
    "episodes-indexed": { count: 7 },
    "parts-hold-all": { total: 12 },
    "parts-lack-episodes": { missing: 3, total: 12 },
    "archive-searchable": { tokens: 23_000, episodes: 12 },
    "pages-kept": { count: 9 },
  } satisfies { [Kind in keyof ProgressValues]: ProgressValues[Kind] }),
)("says how far a build is in both languages: %s", (kind, values) => {
  expectBoth(wordProgress({ kind, values } as Progress), values);
});

test.each([
  ["Indexed 1 episode for the search.", { kind: "episodes-indexed", values: { count: 1 } }],
  ["The given parts hold the one episode.", { kind: "parts-hold-all", values: { total: 1 } }],
  [
    "1 of 3 episodes is in no given part: cut and indexed here.",
    { kind: "parts-lack-episodes", values: { missing: 1, total: 3 } },
  ],
  ["The page of 1 episode is that of the last build.", { kind: "pages-kept", values: { count: 1 } }],
] satisfies [string, Progress][])("counts one as one in English: %s", (said, progress) => {
  expect(wordProgress(progress).en).toBe(said);
});

test("counts one place as once, and one year as the only one", () => {
  const values = { form: "正交", count: 1 };
  expect(wordReason({ kind: "sounds-like-usual-form", values }).en).toContain("which stands once in");
  const part = { choice: "year:2020", by: "year", known: [2025, 2025] } as const;
  expect(wordFault({ kind: "part-choice-empty", values: part })).toEqual({
    zh: "“year:2020”一期也没有选中。档案里的年份只有2025。",
    en: "The archive has no episode of year:2020. Its only year is 2025.",
  });
});

test.each(
  Object.entries({
    "sounds-like-name": {
      name: "R1",
      owner: "DeepSeek-R1",
      sound: "near",
      word: "rare",
      spokenOf: "minutes-away",
    },
    "sounds-like-usual-form": { form: "正交", count: 40 },
    "spelt-otherwise": { name: "MoE" },
  } satisfies { [Kind in keyof ReasonValues]: ReasonValues[Kind] }),
)("says why something is thought to be misheard in both languages: %s", (kind, values) => {
  expectBoth(wordReason({ kind, values } as Reason), values);
});

test("names what a name belongs to", () => {
  const values = {
    name: "R1",
    owner: "DeepSeek-R1",
    sound: "far",
    word: "usual",
    spokenOf: "nowhere",
  } as const;
  expect(wordReason({ kind: "sounds-like-name", values })).toEqual({
    zh: "听起来有点像R1（DeepSeek-R1），是常用的词，前后没有说到DeepSeek-R1。",
    en: "It sounds somewhat like R1 (DeepSeek-R1), is a usual word, and DeepSeek-R1 is not spoken of around it.",
  });
});

test("leads from a fault to the help that explains it", () => {
  expect(wordSeeHelp("start")).toEqual({ zh: "用法：npm start -- --help", en: "See npm start -- --help." });
});

const fault = { kind: "fetched-page", values: { address: "https://example.org/12.vtt" } } as const;

test.each(
  Object.entries({
    "item-without-date": { title: "The future" },
    "audio-is-no-sound": { episode: "012", address: "https://example.org/listen" },
    "notes-not-shown": { episode: "012" },
    "feed-says-otherwise": { where: "012", key: "title", here: "One", feed: "Two" },
    "show-at-fault": {},
    "episode-at-fault": { episode: "012" },
    "file-not-read": { name: "a.pdf", fault },
    "file-left": { name: "a.txt" },
    "file-of-nobody": { name: "a.txt" },
    "file-unsure": { name: "a.txt", episode: "012", sure: 0.5 },
    "file-not-needed": { name: "a.txt", episode: "012" },
    "file-without-date": { name: "a.txt" },
    "offered-not-had": { episode: "012", what: "transcript", fault },
  } satisfies { [Kind in keyof ImportNoteValues]: ImportNoteValues[Kind] }),
)("says what an import leaves in both languages, with its values: %s", (kind, values) => {
  const { zh, en } = wordImportNote({ kind, values } as ImportNote);
  expectBoth({ zh, en }, {});
  for (const value of Object.values(values).filter((own) => typeof own === "string" && own !== "transcript"))
    for (const text of [zh, en]) expect(text).toContain(value);
});
