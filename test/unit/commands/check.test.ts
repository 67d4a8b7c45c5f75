import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadArchive } from "../../../src/archive/content/load-archive.ts";
import { runCheck } from "../../../src/commands/check.ts";
import { type Files, writeContent, writeFrontMatter } from "../archive/write-content.ts";

/** Runs the command in English and keeps what it says. */
function check(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return checkAsAsked([...args, "--lang", "en"], env);
}

/** Runs the command in the language it is asked for. */
async function checkAsAsked(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const out: string[] = [];
  const errors: string[] = [];
  const status = await runCheck(args, {
    env,
    print: (line) => out.push(line),
    printError: (line) => errors.push(line),
  });
  return { status, out, errors };
}

test("says that all is well, with what it counted", async () => {
  const contentDir = await writeContent({
    "people.yaml": "lin: { name: 林晚 }\nzhou: { name: 周一鸣 }\n",
    "glossary.yaml": "- term: 蒸馏\n",
    "episodes/one/episode.md": writeFrontMatter("people: [lin, zhou]"),
  });
  expect(await check([contentDir])).toEqual({
    status: 0,
    out: ["All well: 1 show, 2 people, 1 term, 1 episode."],
    errors: [],
  });
});

test("counts drafts as episodes and says how many they are", async () => {
  const contentDir = await writeContent({
    "episodes/two/episode.md": "---\ntitle: 第二期\ndate: 2025\ndraft: true\n---\n",
    "episodes/two/transcript.txt": "好，我们下周见。\n",
  });
  const { out } = await check([contentDir]);
  expect(out).toEqual(["All well: 1 show, 0 people, 0 terms, 2 episodes (1 not published yet)."]);
});

test("counts the places of a problem that is told once for all of them", async () => {
  const cues = ["00:05", "00:01", "00:05", "00:01", "00:05", "00:01", "00:05", "00:01", "00:05", "00:01"];
  const contentDir = await writeContent({
    "episodes/one/transcript.txt": undefined,
    "episodes/one/transcript.vtt": `WEBVTT\n\n${cues.map((time) => `${time}.000 --> 00:06.000\n蒸馏。\n`).join("\n")}`,
  });
  const { out, errors } = await check([contentDir]);
  expect(errors).toEqual([expect.stringMatching(/The same holds for 4 more places/)]);
  expect(out).toEqual(["5 warnings. Checked 1 episode."]);
});

test("says of problems beside the episodes nothing of episodes", async () => {
  const contentDir = await writeContent({
    "episodes/one/transcript.txt": undefined,
    "episodes/one/episode.md": undefined,
  });
  const { out } = await check([contentDir]);
  expect(out).toEqual(["1 warning. Checked 0 episodes."]);
});

test("prints every problem with its place and ends with 1", async () => {
  const contentDir = await writeContent({
    "episodes/one/episode.md": "---\ntitle: 第一期\ndate: 5.3.2025\nspeakers: { 发言人1: lin }\n---\n",
  });
  const { status, out, errors } = await check([contentDir]);
  expect(status).toBe(1);
  expect(out).toEqual([]);
  expect(errors).toEqual([
    `${contentDir}/episodes/one/episode.md:3: The date is "5.3.2025". Write it as 2025-03-05, 2025-03 or 2025, a day that exists.`,
    expect.stringMatching(/episode\.md:4: Warning: The label "发言人1" stands nowhere in the transcript\./),
    "1 error, 1 warning. Checked 1 episode.",
  ]);
});

test("ends with 0 where there are only warnings", async () => {
  const contentDir = await writeContent({ "episodes/pictures/a.png": "" });
  const { status, out, errors } = await check([contentDir]);
  expect(status).toBe(0);
  expect(out).toEqual(["1 warning. Checked 1 episode."]);
  expect(errors).toHaveLength(1);
});

test("takes the folder from ARCHIVE_CONTENT", async () => {
  const contentDir = await writeContent();
  expect((await check([], { ARCHIVE_CONTENT: contentDir })).status).toBe(0);
});

test("takes the folder that is named before the one of ARCHIVE_CONTENT", async () => {
  const contentDir = await writeContent();
  expect((await check([contentDir], { ARCHIVE_CONTENT: join(contentDir, "none") })).status).toBe(0);
});

test("shows its help", async () => {
  const { status, out } = await check(["--help"]);
  expect(status).toBe(0);
  expect(out.join("\n")).toContain("ARCHIVE_CONTENT");
});

test.each([
  [["--fast"], {}],
  [["a", "b"], {}],
  [[], { ARCHIVE_SITE: "example.org" }],
])("ends with 2 when the command line is %j and the settings are %j", async (args, env) => {
  const { status, errors } = await check(args, env as Record<string, string>);
  expect(status).toBe(2);
  expect(errors).toEqual([expect.stringMatching(/\. See npm run check -- --help\.$/)]);
});

test("says what to run when corrections do not match a transcript", async () => {
  const contentDir = await writeContent({
    "episodes/one/corrections.yaml": "replace:\n  - { line: 1, heard: 征流, meant: 蒸馏 }\n",
  });
  const { status, errors } = await check([contentDir]);
  expect(status).toBe(1);
  expect(errors[1]).toBe(
    "Was the transcript of one recognised anew? npm run suggest -- --refit one moves its corrections to their new places.",
  );
});

test.each([
  ["words that stand elsewhere", "turns:\n  - { line: 1, from: 征流, speaker: lin }\n", true],
  ["a line after the last", "replace:\n  - { line: 9, heard: 蒸馏, meant: 模型 }\n", true],
  ["a key that is not known", "replac: []\n", false],
  ["a time where there are none", "replace:\n  - { time: 0:01, heard: 蒸馏, meant: 模型 }\n", false],
])("takes a transcript for recognised anew by %s: %j", async (_, corrections, isStale) => {
  const contentDir = await writeContent({ "episodes/one/corrections.yaml": corrections });
  const { errors } = await check([contentDir]);
  expect(errors.some((line) => line.includes("--refit one"))).toBe(isStale);
});

describe("the language", () => {
  const show = (language: string): Files => ({
    "show.yaml": `title: 小样\ndescription: 测试\nlanguage: ${language}\nauthor: 林晚\n`,
    "episodes/one/episode.md": "---\ntitle: 第一期\ndate: 5.3.2025\n---\n",
  });

  test.each([
    [
      "zh-CN",
      "“date”写的是“5.3.2025”。请写成2025-03-05、2025-03或2025，而且要真有这一天。",
      "1处错误。检查了1期节目。",
    ],
    [
      "zh-Hant-TW",
      "“date”写的是“5.3.2025”。请写成2025-03-05、2025-03或2025，而且要真有这一天。",
      "1处错误。检查了1期节目。",
    ],
    [
      "en",
      'The date is "5.3.2025". Write it as 2025-03-05, 2025-03 or 2025, a day that exists.',
      "1 error. Checked 1 episode.",
    ],
    [
      "ja",
      'The date is "5.3.2025". Write it as 2025-03-05, 2025-03 or 2025, a day that exists.',
      "1 error. Checked 1 episode.",
    ],
  ])("is that of the show: %s", async (language, sentence, summary) => {
    const contentDir = await writeContent(show(language));
    const { errors } = await checkAsAsked([contentDir]);
    expect(errors).toEqual([`${contentDir}/episodes/one/episode.md:3: ${sentence}`, summary]);
  });

  test("is the one that --lang asks for, whatever the show's is", async () => {
    const [chinese, english] = await Promise.all(["zh-CN", "en"].map((own) => writeContent(show(own))));
    const inEnglish = await checkAsAsked(["--lang", "en", chinese as string]);
    const inChinese = await checkAsAsked(["--lang=zh", english as string]);
    expect(inEnglish.errors[1]).toBe("1 error. Checked 1 episode.");
    expect(inChinese.errors[1]).toBe("1处错误。检查了1期节目。");
  });

  test.each([
    [{ LANG: "zh_TW.UTF-8" }, /没有show\.yaml。/],
    [{ LANG: "en_GB.UTF-8" }, /There is no show\.yaml\./],
    [{ LANG: "en_US.UTF-8", LC_ALL: "zh_CN.UTF-8" }, /没有show\.yaml。/],
    [{ LANG: "en_US.UTF-8", ARCHIVE_LANG: "zh" }, /没有show\.yaml。/],
  ])("is that of the system where no show says: %j", async (env, message) => {
    const contentDir = await writeContent({ "show.yaml": undefined });
    const { errors } = await checkAsAsked([contentDir], env as Record<string, string>);
    expect(errors[0]).toMatch(message);
  });

  test.each([
    ["a field that is missing", "title: Tape\nlanguage: en\n", /description/],
    ["lines that are no YAML", 'title: "Tape\nlanguage: en\nauthor: Lin\n', /YAML/],
    ["all of it in braces", "{ title: Tape, language: en }\n", /description/],
  ])("is that of a show with %s", async (_, text, message) => {
    const contentDir = await writeContent({ "show.yaml": text });
    const { errors } = await checkAsAsked([contentDir], { LANG: "zh_CN.UTF-8" });
    expect(errors[0]).toMatch(message);
    expect(errors.at(-1)).toMatch(/^\d errors?\. Checked 1 episode\.$/);
  });

  test("is the one that ARCHIVE_LANG asks for, and --lang goes before it", async () => {
    const contentDir = await writeContent(show("zh-CN"));
    const asked = { ARCHIVE_LANG: "en" };
    expect((await checkAsAsked([contentDir], asked)).errors[1]).toBe("1 error. Checked 1 episode.");
    expect((await checkAsAsked([contentDir, "--lang", "zh"], asked)).errors[1]).toBe(
      "1处错误。检查了1期节目。",
    );
  });

  test.each([
    [["--lang", "fr"], /--lang写的是“fr”，.*请写zh或en。/],
    [["--lang"], /--lang后面要写值，例如--lang zh。/],
    [["--fast"], /没有“--fast”这个选项。/],
    [["--lnag=en"], /是不是想写--lang？/],
    [["a", "b"], /写了不止一个内容文件夹。/],
  ])("is also that of what is wrong with the command line %j", async (args, message) => {
    const contentDir = await writeContent();
    const { status, errors } = await checkAsAsked(args, { ARCHIVE_CONTENT: contentDir });
    expect(status).toBe(2);
    expect(errors).toEqual([expect.stringMatching(message)]);
    expect(errors[0]).toMatch(/用法：npm run check -- --help$/);
  });

  test("refuses one that is not spoken, and says which are", async () => {
    const contentDir = await writeContent(show("en"));
    expect(await checkAsAsked([contentDir, "--lang", "fr"])).toEqual({
      status: 2,
      out: [],
      errors: [
        '--lang is "fr", and only Chinese and English are spoken here. Write zh or en. See npm run check -- --help.',
      ],
    });
  });

  test("is that of the help and of what to run for a new transcript", async () => {
    const contentDir = await writeContent({
      "episodes/one/corrections.yaml": "replace:\n  - { line: 1, heard: 征流, meant: 蒸馏 }\n",
    });
    const { out } = await checkAsAsked([contentDir, "--help"]);
    expect(out.join("\n")).toMatch(/退出状态：0 一切正常/);
    const { errors } = await checkAsAsked([contentDir]);
    expect(errors[1]).toBe(
      "one的文字稿是重新识别的吗？npm run suggest -- --refit one 会把校订搬到新的位置。",
    );
  });
});

describe("--explain", () => {
  const files: Files = {
    "people.yaml": "lin: { name: 林晚 }\nzhou: { name: 周一鸣 }\n",
    "episodes/one/episode.md": writeFrontMatter("people: [zhou]\nspeakers: { 发言人1: lin }"),
    "episodes/one/transcript.txt": undefined,
    "episodes/one/transcript.srt": [
      "1\n00:00:01,000 --> 00:00:02,000\n发言人1：好\n",
      "2\n00:00:02,000 --> 00:00:09,000\n发言人1：今天我们聊聊蒸馏是怎么一回事\n",
      "3\n00:00:09,000 --> 00:00:12,000\n发言人2：好的，谢谢\n",
      "4\n00:00:20,000 --> 01:00:12,000\n发言人1：那先说量化\n",
    ].join("\n"),
    "episodes/two/episode.md": "---\ntitle: 第二期\ndate: 2025\n---\n",
    "episodes/two/transcript.txt": "%PDF-1.7",
  };

  test("says what a transcript was read as", async () => {
    const contentDir = await writeContent(files);
    const { status, out, errors } = await check([contentDir, "--explain", "one"]);
    expect([status, errors]).toEqual([0, []]);
    expect(out.join("\n").replaceAll(contentDir, "content").split("\n")).toEqual([
      "content/episodes/one/transcript.srt: read as srt, in UTF-8.",
      "  times: 0:01 to 1:00:12, of 4 pieces 4 with a time",
      "  first: line 3, “好”",
      "  last: line 15, “那先说量化”",
      "  发言人1 (林晚): 83%, begins 2 times, as in line 7, “今天我们聊聊蒸馏是怎么一回事”",
      "  发言人2: 17%, begins 1 time, as in line 11, “好的，谢谢”",
    ]);
    const chinese = await checkAsAsked([contentDir, "--explain", "one"]);
    expect(chinese.out[0]).toContain("发言人1（林晚）：83%，开口2次，比如第7行");
  });

  test("lists every line of a second language and all else that is no speech, which no text of the site has", async () => {
    const bilingual = [
      "1\n00:00:01,000 --> 00:00:02,000\n欢迎收听\nWelcome to the show\n",
      "2\n00:00:02,000 --> 00:00:09,000\n[音乐]\n今天我们聊聊\nToday we talk about it\n",
    ].join("\n");
    const own = { ...files, "episodes/one/transcript.srt": bilingual };
    const contentDir = await writeContent(own);
    const { out, errors } = await check([contentDir, "--explain", "one"]);
    expect(out.join("\n").split("\n").slice(-3)).toEqual([
      "  no speech: line 4, “Welcome to the show” is the second language of bilingual captions",
      "  no speech: line 8, “[音乐]” describes a sound",
      "  no speech: line 10, “Today we talk about it” is the second language of bilingual captions",
    ]);
    expect(errors.join("\n")).toContain(
      "transcript.srt:4: Note: “Welcome to the show” is the second language",
    );
    expect(errors.join("\n")).toContain("The same holds for one more place, on line 10.");
    const { archive } = await loadArchive({ contentDir });
    const [episode] = archive.episodes;
    expect(JSON.stringify(episode)).not.toMatch(/Welcome|Today|音乐/);
    expect(episode?.passages[0]?.text).toMatch(/^欢迎收听.今天我们聊聊$/);
  });

  test("says of one that cannot be read that it is not, with the problems of that episode alone", async () => {
    const contentDir = await writeContent(files);
    const { status, out, errors } = await check([contentDir, "--explain", "two"]);
    expect([status, out]).toEqual([1, [expect.stringContaining("episodes/two/transcript.txt: not read.")]]);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain("episodes/two/transcript.txt: ");
  });

  test("of no episode is at fault", async () => {
    const { status, errors } = await check([await writeContent(files), "--explain", "oen"]);
    expect([status, errors[0]]).toEqual([2, expect.stringContaining('There is no episode "oen"')]);
  });
});
