import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { runAlign } from "../../../src/commands/align.ts";
import { runBuild } from "../../../src/commands/build.ts";
import { runCheck } from "../../../src/commands/check.ts";
import { runImport } from "../../../src/commands/import.ts";
import { runMcp } from "../../../src/commands/mcp.ts";
import { runNew } from "../../../src/commands/new.ts";
import { runPunctuate } from "../../../src/commands/punctuate.ts";
import type { Environment } from "../../../src/commands/run-command.ts";
import { runSpeakers } from "../../../src/commands/speakers.ts";
import { runStart } from "../../../src/commands/start.ts";
import { runSuggest } from "../../../src/commands/suggest.ts";
import type {
  BuildProblems,
  ImportProblems,
  OptionProblems,
  SettingProblems,
} from "../../../src/model/problem-values.ts";
import { commandProblems } from "../../../src/wording/problems/command-problems.ts";
import { importProblems } from "../../../src/wording/problems/import-problems.ts";
import { writeContent, writeFrontMatter } from "../archive/write-content.ts";

// The dictionaries take a second to read on a slow machine, and longer on a busy one.
vi.setConfig({ testTimeout: 60_000 });

/**
 * What no command line makes: the disk, the memory, another process, the checkout or a host has failed, or a part that
 * was built before is another's. They are tested where they are found.
 */
const ownFailures = [
  "part-of-other-program",
  "part-outdated",
  "shard-damaged",
  "cached-file-changed",
  "cached-file-unreadable",
  "output-in-use",
  "disk-full",
  "process-ended-early",
  "pagefind-not-started",
  "script-not-of-the-frame",
  "published-silent",
  "published-refused",
  "published-too-large",
  "published-not-readable",
  "feed-not-rss",
  "fetched-page",
  "fetched-not-web",
  "fetched-local",
  "fetched-host-away",
  "fetched-in-part",
  "fetched-in-circle",
] as const;

type Kind = Exclude<
  keyof (OptionProblems & ImportProblems & SettingProblems & BuildProblems),
  (typeof ownFailures)[number]
>;

/** What one types or sets, and what is said of it. */
type Refusal = readonly [
  said: string,
  command:
    | "check"
    | "build"
    | "start"
    | "suggest"
    | "import"
    | "new"
    | "speakers"
    | "align"
    | "punctuate"
    | "mcp",
  args: readonly string[],
  env?: Environment,
];

/** Stands for a folder of the test, with an archive in `content`. */
const at = (path: string) => `<at>/${path}`;
const toPart = ["--to", at("part")];

const refusals: { readonly [Own in Kind]: Refusal } = {
  "option-unknown": ['There is no option "--prot". Did you mean --port?', "start", ["--prot", "80"]],
  "option-without-value": ["--port needs a value. Write it behind", "start", ["--port"]],
  "option-with-value": ["--apply takes no value.", "suggest", ["--apply=yes"]],
  "argument-unexpected": ['"80" has no use here.', "start", ["80"]],
  "language-not-spoken": [
    '--lang is "fr", and only Chinese and English are spoken here.',
    "check",
    ["--lang", "fr"],
  ],
  "several-content-folders": ["More than one content folder is named.", "check", ["a", "b"]],
  "published-address-invalid": ['--against is "ftp://x/".', "check", ["--against", "ftp://x/"]],
  "published-unreachable": [
    "http://127.0.0.1:1/sitemap-index.xml cannot be reached (",
    "check",
    ["--against", "http://127.0.0.1:1/"],
  ],
  "published-empty": [
    "content has no sitemap and no list of episodes.",
    "check",
    ["--against", at("content")],
  ],
  "port-invalid": ['The port is "99999".', "start", ["--port", "99999"]],
  "two-tasks": ["--ask and --apply are two tasks.", "suggest", ["--ask", "--apply"]],
  "least-invalid": ['--least is "2".', "suggest", ["--least", "2"]],
  "task-without-episode": ["--from needs one episode.", "suggest", ["--from", at("empty.txt")]],
  "episode-not-there": ['There is no episode "oen" in', "suggest", ["--file", at("none.yaml"), "oen"]],
  "episode-without-transcript": ['There is no episode "two" in', "suggest", ["--refit", "two"]],
  "named-file-unreadable": ["none.txt cannot be read (", "suggest", ["--from", at("none.txt"), "one"]],
  "named-file-unwritable": [
    "cannot be written (ENOENT). Name a file that can after --to.",
    "punctuate",
    ["one", "--to", at("none/a.txt")],
  ],
  "named-file-taken": ["empty.txt is there already", "punctuate", ["one", "--to", at("empty.txt")]],
  "review-file-missing": ["There is no review file", "suggest", ["--apply", "--file", at("none.yaml")]],
  "terminal-missing": ["--ask needs a terminal.", "suggest", ["--ask"]],
  "part-folder-without-part": ["--to says where a part goes.", "build", toPart],
  "parts-without-folder": ["--parts names no folder.", "build", ["--parts"]],
  "several-parts-at-once": [
    "A build makes one part.",
    "build",
    ["--part", "year:2024", "--part", "year:2025", ...toPart],
  ],
  "part-without-folder": ["--part needs a folder to write to.", "build", ["--part", "year:2024"]],
  "part-beside-parts": [
    "--part builds a part and --parts a site of parts.",
    "build",
    ["--part", "year:2024", ...toPart, "--parts", at("part")],
  ],
  "argument-beside-part": [
    '"--verbose" does not go with --part',
    "build",
    ["--part", "year:2024", ...toPart, "--verbose"],
  ],
  "part-choice-invalid": ['"2024" chooses no episodes.', "build", ["--part", "2024", ...toPart]],
  "part-choice-backwards": [
    '"year:2025-2024" ends before it begins. Write year:2024-2025.',
    "build",
    ["--part", "year:2025-2024", ...toPart],
  ],
  "part-choice-empty": [
    "The archive has no episode of year:1999. Its only year is 2025.",
    "build",
    ["--part", "year:1999", ...toPart],
  ],
  "part-list-unreadable": [
    "none.txt cannot be read.",
    "build",
    ["--part", `list:${at("none.txt")}`, ...toPart],
  ],
  "part-list-empty": [
    "empty.txt lists no episode.",
    "build",
    ["--part", `list:${at("empty.txt")}`, ...toPart],
  ],
  "part-folder-is-file": [
    "empty.txt is no folder.",
    "build",
    ["--part", "year:2025", "--to", at("empty.txt")],
  ],
  "part-folder-taken": [
    "taken holds other files (notes.txt).",
    "build",
    ["--part", "year:2025", "--to", at("taken")],
  ],
  "folder-with-null-byte": ["ARCHIVE_CACHE holds a null byte.", "check", [], { ARCHIVE_CACHE: "a\0b" }],
  "site-without-address": [
    'ARCHIVE_SITE is "example.org", which is no address.',
    "build",
    [],
    { ARCHIVE_SITE: "example.org" },
  ],
  "site-with-path": [
    "Write ARCHIVE_SITE=https://example.org and put",
    "build",
    [],
    { ARCHIVE_SITE: "https://example.org/a" },
  ],
  "base-without-path": ['ARCHIVE_BASE is "/../a", which is no path.', "start", [], { ARCHIVE_BASE: "/../a" }],
  "part-address-invalid": [
    "names no address that a browser can read files from.",
    "build",
    ["--parts", "part=ftp://example.org/"],
  ],
  "now-invalid": ['ARCHIVE_NOW is "noon".', "build", [], { ARCHIVE_NOW: "noon" }],
  "out-folder-taken": ['ARCHIVE_OUT is ".", which would overwrite', "build", [], { ARCHIVE_OUT: "." }],
  "import-without-source": ["Nothing to import is named.", "import", ["--yes"]],
  "import-source-missing": ["There is no file or folder", "import", ["--yes", at("nothing")]],
  "import-source-inside": ["is the archive's own folder", "import", ["--yes", at("content/episodes")]],
  "import-source-empty": ["There are no files in", "import", ["--yes", at("nobody")]],
  "import-without-answers": ["There is no terminal to ask in.", "import", [at("taken")]],
  "show-not-begun": ["There is no archive in", "import", ["--yes", at("taken"), "--content", at("fresh")]],
  "show-there-already": ["show.yaml already. Edit it", "new", ["--show"]],
  "show-without": ["--title is missing", "new", ["--show", "--content", at("fresh")]],
  "language-tag-invalid": [
    '--language is "中文".',
    "new",
    ["--show", "小样", "--author", "林晚", "--language", "中文", "--content", at("fresh")],
  ],
  "date-invalid": ['--date is "soon".', "new", ["第二期", "--date", "soon"]],
  "number-invalid": ['"0" is no whole number above 0.', "new", ["第二期", "--number", "0"]],
  "examples-folder-taken": [
    "so the example was not moved there.",
    "new",
    ["--show", "小样", "--author", "林晚", "--language", "zh", "--content", at("shown/content")],
  ],
  "title-missing": ["There is no title.", "new", []],
  "episode-there-already": ["episodes/one already.", "new", ["第一期", "--slug", "one"]],
  "label-not-there": ['The transcript has no label "Speaker 9".', "speakers", ["one", "Speaker 9=Lin"]],
  "label-without-name": ['"=Lin" has nothing on one side', "speakers", ["one", "=Lin"]],
  "feed-cut-off": ["cut.xml ends too soon", "import", ["--yes", at("feeds/cut.xml")]],
  "feed-unreadable": ["odd.xml cannot be read", "import", ["--yes", at("feeds/odd.xml")]],
  "site-not-named": ["No site is named.", "mcp", []],
  "site-not-there": ['"ftp://a" is no folder and no address.', "mcp", ["ftp://a"]],
  "site-not-built": ["taken holds no built site.", "mcp", [at("taken")]],
  "part-missing": ["taken holds no part of an archive", "build", ["--parts", at("taken")]],
};

async function run([, command, args, env = {}]: Refusal, language: "zh" | "en") {
  const folder = await writeContent({
    "content/show.yaml": "title: 小样\ndescription: 测试\nlanguage: zh-CN\nauthor: 林晚\n",
    "content/episodes/one/episode.md": writeFrontMatter("draft: false"),
    "content/episodes/one/transcript.txt": "今天聊聊蒸馏。\n",
    "taken/notes.txt": "mine",
    "empty.txt": "\n",
    "feeds/cut.xml": "<?xml version='1.0'?><rss version='2.0'><channel><item><title>第一",
    "feeds/odd.xml": "<?xml version='1.0'?><rss version='2.0'><channel><a></b></channel></rss>",
    "shown/content/show.yaml": "title: AI Odyssey\n",
    "shown/content/episodes/deepseek-r1/episode.md": "",
    "shown/examples/ai-odyssey/show.yaml": "title: AI Odyssey\n",
  });
  await mkdir(join(folder, "nobody"));
  const told: string[] = [];
  const surroundings = {
    env: { ARCHIVE_CONTENT: join(folder, "content"), ...env, ARCHIVE_LANG: language },
    print: (text: string) => told.push(text),
    printError: (text: string) => told.push(text),
    showProgress: () => undefined,
    runAstro: () => 0,
    serve: async () => undefined,
    serveAgents: async () => 0,
  };
  const commands = {
    ...{ check: runCheck, build: runBuild, start: runStart, suggest: runSuggest },
    ...{ import: runImport, new: runNew, speakers: runSpeakers },
    ...{ align: runAlign, punctuate: runPunctuate, mcp: runMcp },
  };
  const own = args.map((arg) => arg.replaceAll("<at>", folder));
  const status = await commands[command](own, surroundings);
  // `check` tells of the content first.
  return { status, told: told.join("\n").replace(/^(?:All well|一切正常)[^\n]*\n/, "") };
}

describe("every kind of command line and setting that is refused", () => {
  test("has one here, or is nobody's to type", () => {
    const kinds = Object.keys({ ...commandProblems, ...importProblems });
    expect([...Object.keys(refusals), ...ownFailures].sort()).toEqual(kinds.sort());
  });

  test.each(Object.entries(refusals))("ends with 2, says why and what to do: %s", async (_, refusal) => {
    const inEnglish = await run(refusal, "en");
    expect(inEnglish.status).toBe(2);
    expect(inEnglish.told).toContain(refusal[0]);
    // What is wrong, what to do about it, and where more is told.
    expect(inEnglish.told).toMatch(/^[^\n]+[.?] [^\n]+[.?] See npm (?:run )?[a-z]+ -- --help\.$/);
    const inChinese = await run(refusal, "zh");
    expect(inChinese.status).toBe(2);
    expect(inChinese.told).toMatch(/^[^\n]*\p{Script=Han}[^\n]*[。？]用法：npm (?:run )?[a-z]+ -- --help$/u);
  });
});
