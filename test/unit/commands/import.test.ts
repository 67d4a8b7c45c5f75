import { spawn } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { loadArchive } from "../../../src/archive/content/load-archive.ts";
import { type Questions, StoppedError } from "../../../src/commands/ask-questions.ts";
import { runImport } from "../../../src/commands/import.ts";
import type { FeedItem } from "../../../src/import/gather/read-feed.ts";
import { planEpisodes } from "../../../src/import/plan/plan-episodes.ts";
import { type Files, writeContent, writeFrontMatter } from "../archive/write-content.ts";
import { serve, writeFeed, writeItem } from "../import/serve.ts";

vi.setConfig({ testTimeout: 60_000 });

const thirty = Array.from({ length: 30 }, (_, index) => index + 1);
const vtt = (text: string, end = 5) =>
  `WEBVTT\n\n00:00.000 --> 00:02.000\n<v 发言人1>${text}\n\n00:02.000 --> 00:${String(end).padStart(2, "0")}.000\n<v 发言人2>好的，我们开始。\n`;
/** As long as the episodes of the feed are, about a minute. */
const labelled = (text: string) =>
  `林晚：${text}\n${"周一鸣：好的，我们今天就从这件事情开始聊起吧。\n林晚：行，那我先说说它是怎么来的。\n".repeat(6)}`;

/** An archive in a folder, sources beside it, and the command run on it. */
async function open(files: Files = {}) {
  const root = await writeContent({
    ...{
      "show.yaml": undefined,
      "episodes/one/episode.md": undefined,
      "episodes/one/transcript.txt": undefined,
    },
    ...files,
  });
  const contentDir = join(root, "content");
  const run = async (args: readonly string[], questions?: Questions) => {
    const out: string[] = [];
    const status = await runImport([...args, "--content", contentDir, "--timeout", "1"], {
      env: { ARCHIVE_LANG: "en" },
      print: (line) => out.push(line),
      printError: (line) => out.push(line),
      showProgress: () => undefined,
      ...(questions === undefined ? {} : { questions }),
    });
    return { status, said: out.join("\n").replaceAll(root, "") };
  };
  const at = (name: string) => join(root, name);
  const list = async () => {
    const entries = await readdir(contentDir, { recursive: true, withFileTypes: true }).catch(() => []);
    const paths = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
    return new Map(
      await Promise.all(
        paths.sort().map(async (path) => [relative(contentDir, path), await readFile(path, "utf8")] as const),
      ),
    );
  };
  const check = async () => {
    const { archive, problems } = await loadArchive({ contentDir });
    return {
      slugs: archive.episodes.map(({ slug }) => slug).sort(),
      errors: problems.filter(({ severity }) => severity === "error"),
      archive,
      waiting: problems.reduce(
        (sum, { kind, values }) =>
          sum +
          (kind === "transcript-missing" ? 1 : kind === "transcripts-missing" ? values.episodes.length : 0),
        0,
      ),
    };
  };
  return { root, contentDir, run, at, list, check };
}

/** Answers questions with what is given, in order; then it stops. */
function answer(
  ...answers: readonly (string | number | boolean)[]
): Questions & { readonly asked: string[] } {
  const waiting = [...answers];
  const asked: string[] = [];
  const take = (message: string) => {
    asked.push(message);
    const next = waiting.shift();
    if (next === undefined) throw new StoppedError();
    return next;
  };
  return {
    asked,
    ask: async (message) => take(message) as string,
    confirm: async (question) => take(question.en) as boolean,
    choose: async (message) => take(message) as number,
  };
}

describe("npm run import", () => {
  test("makes a show of a feed and a folder, once, whatever the files are called", async () => {
    const names = (n: number) => [
      `ep${String(n).padStart(3, "0")}.vtt`,
      `第${n}期.txt`,
      `2025-01-${String(n).padStart(2, "0")}.vtt`,
      `a${n}.mp3.vtt`,
      `${n}.txt`,
    ];
    const files = Object.fromEntries(
      thirty.slice(0, 25).map((n) => {
        const name = names(n)[n % 5] as string;
        return [
          `got/${n % 2 === 0 ? "more/" : ""}${name}`,
          name.endsWith("vtt") ? vtt(`这是第${n}期。`) : labelled(`这是第${n}期。`),
        ];
      }),
    );
    const { run, at, list, check } = await open({
      ...files,
      "got/cover.jpg": "x",
      "got/list.pdf": "%PDF-1.7",
    });
    const { origin } = await serve(() => ({ "/feed.xml": writeFeed(thirty.map((n) => writeItem(n))) }));
    const first = await run(["--yes", `${origin}/feed.xml`, at("got")]);
    expect(first.said).toContain("Done: 30 new episodes, 0 completed; 5 without a transcript yet");
    expect(first.said).toContain("list.pdf: not used.");
    const { slugs, errors, archive, waiting } = await check();
    expect(errors).toEqual([]);
    expect(slugs).toEqual(thirty.slice(0, 25).map((n) => String(n).padStart(3, "0")));
    expect(waiting).toBe(5);
    for (const episode of archive.episodes)
      expect(episode.passages[0]?.text).toContain(`这是第${episode.number}期。`);
    expect(archive.episodes.at(-1)).toMatchObject({
      guid: "guid-1",
      date: "2025-01-01",
      audio: { url: "https://cdn.example.org/a1.mp3", bytes: 1001, type: "audio/mpeg" },
    });
    const before = await list();
    const second = await run(["--yes", `${origin}/feed.xml`, at("got")]);
    expect(second).toMatchObject({ status: 0, said: expect.stringContaining("There is nothing to add") });
    expect(await list()).toEqual(before);
  });

  test("goes on where it was killed", async () => {
    const { run, at, list, check, contentDir } = await open({ "got/ep1.vtt": vtt("这是第1期。") });
    let served = 0;
    const { origin } = await serve((own) => ({
      "/feed.xml": writeFeed(
        thirty.map((n) =>
          writeItem(n, { extra: `<podcast:transcript url="${own}/t.vtt" type="text/vtt"/>` }),
        ),
      ),
      "/t.vtt": (_request, response) => {
        served += 1;
        // The tenth never comes: there the first run is killed.
        if (served !== 10) response.end(vtt(`这是第${served}份。`));
      },
    }));
    const args = [
      "src/commands/import.ts",
      "--yes",
      `${origin}/feed.xml`,
      at("got"),
      "--content",
      contentDir,
    ];
    const child = spawn(process.execPath, args, { stdio: "ignore" });
    await vi.waitUntil(() => served === 10, { timeout: 30_000 });
    const ended = new Promise((resolve) => child.on("close", resolve));
    child.kill("SIGKILL");
    await ended;
    const half = await check();
    expect(half.errors).toEqual([]);
    expect(half.slugs).toHaveLength(10);
    const second = await run(["--yes", `${origin}/feed.xml`, at("got")]);
    expect(second.said).toContain("Done: 20 new episodes, 0 completed.");
    expect((await check()).slugs).toHaveLength(30);
    expect([...(await list()).keys()].filter((name) => name.includes(".import"))).toEqual([]);
  });

  test("shows what it would do and writes nothing, and fetches no more than the feed", async () => {
    const { run, list } = await open();
    const { origin, asked } = await serve((own) => ({
      "/feed.xml": writeFeed([
        writeItem(1, { extra: `<podcast:transcript url="${own}/1.vtt" type="text/vtt"/>` }),
        writeItem(2),
      ]),
    }));
    const { said } = await run(["--dry-run", `${origin}/feed.xml`]);
    expect(said).toMatch(/^001 {13}2025-01-01 {2}聊聊第1件事 +new {2}<- from the feed$/m);
    expect(said).toMatch(/^002 {13}2025-01-02 {2}聊聊第2件事 +new {2}<- waits for a transcript$/m);
    expect(said).toContain("nothing was written");
    expect((await list()).size).toBe(0);
    expect(asked).toEqual(["/feed.xml"]);
  });

  test("takes of several transcripts the best that can be had, and says of the others why not", async () => {
    const { run, check, list } = await open();
    const { origin } = await serve((own) => {
      const offer = (path: string, type: string) =>
        `<podcast:transcript url="${own}${path}" type="${type}"/>`;
      const chapters = (path: string) =>
        `<podcast:chapters url="${own}${path}" type="application/json+chapters"/>`;
      return {
        "/feed.xml": writeFeed([
          writeItem(1, {
            extra:
              offer("/1.txt", "text/plain") +
              offer("/page.html", "text/vtt") +
              offer("/none.json", "application/json") +
              offer("/1.srt", "application/srt") +
              chapters("/c.json"),
          }),
          writeItem(2, { extra: offer("/slow", "text/vtt") + chapters("/page.html") }),
        ]),
        "/page.html": "<!doctype html><p>log in",
        "/1.srt": "1\n00:00:00,000 --> 00:00:02,000\n今天聊聊。\n",
        "/1.txt": "今天聊聊。",
        "/c.json": '{"version":"1.2.0","chapters":[{"startTime":0,"title":"开场"}]}',
        "/slow": () => undefined,
      };
    });
    const { status, said } = await run(["--yes", `${origin}/feed.xml`]);
    expect(status).toBe(0);
    expect(said).toContain(`001: the feed's transcript could not be had. ${origin}/none.json answers 404.`);
    expect(said).toContain(
      `001: the feed's transcript could not be had. ${origin}/page.html gives a web page`,
    );
    expect(said).toContain(
      `002: the feed's transcript could not be had. ${origin}/slow did not answer in full within 1 seconds.`,
    );
    expect(said).toContain(`002: the feed's chapters could not be had.`);
    expect([...(await list()).keys()]).toEqual([
      ...[
        "episodes/001/chapters.json",
        "episodes/001/episode.md",
        "episodes/001/transcript.srt",
        "episodes/002/episode.md",
      ],
      ...["glossary.yaml", "people.yaml", "show.yaml"],
    ]);
    expect((await check()).errors).toEqual([]);
  });

  test("writes whatever titles a stranger's feed has, inside the folder and as text", async () => {
    const titles = [
      "../../etc/passwd",
      "<script>alert(1)</script>",
      "长".repeat(300),
      "😀: # 'x' \"y\"",
      "---",
      "[a, b]",
      "null",
      "2025",
    ];
    const { run, check, root } = await open();
    const items = titles.map((title, index) =>
      writeItem(index + 1, { title }).replace(/<itunes:episode>\d+<\/itunes:episode>/, ""),
    );
    const { origin } = await serve(() => ({ "/feed.xml": writeFeed(items) }));
    await writeFile(join(root, "text.txt"), "好。");
    await run(["--yes", `${origin}/feed.xml`]);
    const { errors } = await check();
    expect(errors).toEqual([]);
    const folders = (await readdir(join(root, "content/episodes"))).sort();
    expect(folders).toEqual(titles.map((_, index) => `2025-01-0${index + 1}`));
    for (const folder of folders)
      await writeFile(join(root, "content/episodes", folder, "transcript.txt"), "今天聊聊。");
    const { archive } = await check();
    expect(archive.episodes.map(({ title }) => title).reverse()).toEqual(titles);
    expect((await readdir(root)).sort()).toEqual(["content", "text.txt"]);
  });

  test("names thousands of items of one day at once", async () => {
    const items: FeedItem[] = Array.from({ length: 5000 }, (_, n) => ({
      ...{
        guid: `g${n}`,
        title: `一${"甲".repeat(n % 3)}`,
        date: "2025-01-01",
        persons: [],
        transcripts: [],
      },
    }));
    const began = process.cpuUsage();
    const { targets } = planEpisodes(items, {
      ...{ contentDir: "", episodes: [], slugs: new Set(), atFault: [], digests: new Set(), problems: [] },
      people: { people: [], ids: new Set() },
    });
    expect(new Set(targets.map(({ folder }) => folder)).size).toBe(5000);
    expect(targets.slice(0, 3).map(({ folder }) => folder)).toEqual([
      "2025-01-01",
      "2025-01-01-2",
      "2025-01-01-3",
    ]);
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(2);
  });

  test("leaves out items without a date, and takes one of two with the same guid", async () => {
    const { run, list } = await open();
    const items = [writeItem(1, { date: false }), writeItem(2), writeItem(3, { guid: "guid-2" })];
    const { origin } = await serve(() => ({ "/feed.xml": writeFeed(items) }));
    const { said } = await run(["--yes", `${origin}/feed.xml`]);
    expect(said).toContain('"聊聊第1件事": the feed gives no date, so it was not added.');
    expect([...(await list()).keys()].filter((name) => name.startsWith("episodes"))).toEqual([
      "episodes/002/episode.md",
    ]);
  });

  test("keeps what is written where the owner stops while speakers are named", async () => {
    const { run, at, check } = await open({
      "got/2025-01-01 一.vtt": vtt("这是第1期。"),
      "got/2025-01-02 二.vtt": vtt("这是第2期。"),
    });
    const questions = answer("小样", "林晚", "zh", true, true, "周远", "", "周远");
    const { said } = await run([at("got")], questions);
    expect(said).toContain("Done: 2 new episodes");
    expect(said).toContain("Stopped. What was imported and named is there");
    expect(said).not.toContain("nothing was written");
    const { slugs, errors } = await check();
    expect([slugs.length, errors]).toEqual([2, []]);
  });

  test("names one person in several episodes, who stands in people.yaml once", async () => {
    const { run, at, check, list } = await open({
      "got/2025-01-01 一.vtt": vtt("这是第1期。"),
      "got/2025-01-02 二.vtt": vtt("这是第2期。"),
    });
    await run([at("got")], answer("小样", "林晚", "zh", true, true, "周远", "王五", "王五", "周远"));
    expect((await check()).errors).toEqual([]);
    expect((await list()).get("people.yaml")?.match(/周远: /g)).toHaveLength(1);
  });

  test("offers for a file of a misleading name the episodes that wait too, the nearest in length first", async () => {
    const { run, at, check } = await open({
      "got/2025-01-18.vtt": vtt("这是第18期。").replace("00:05.000", "59:55.000"),
      "got/ep018 (2).vtt": vtt("这是第17期。").replace("00:05.000", "14:50.000"),
    });
    const lengths = [3000, 900, 3600];
    const items = lengths.map((seconds, index) =>
      writeItem(16 + index).replace(/(?<=<itunes:duration>)\d+/, String(seconds)),
    );
    const { origin } = await serve(() => ({ "/feed.xml": writeFeed(items) }));
    const offered: (readonly string[])[] = [];
    const questions: Questions = {
      ...answer("小样", "林晚", "en", true, false),
      confirm: async ({ en }) => !en.includes("who speaks"),
      choose: async (_message, labels) => offered.push(labels),
    };
    await run([`${origin}/feed.xml`, at("got")], questions);
    expect(offered.map((labels) => labels.map((label) => label.slice(0, 3)))).toEqual([
      ["018", "017", "016", "Non", "Lea"],
    ]);
    const { archive } = await check();
    expect(archive.episodes.map(({ passages }) => passages[0]?.text)).toEqual([
      "这是第18期。",
      "这是第17期。",
    ]);
  });

  test("shows long texts from where they differ", async () => {
    const notes = "开头都一样。".repeat(30);
    const { run } = await open();
    const serveNotes = (own: string) =>
      serve(() => ({
        "/feed.xml": writeFeed([writeItem(1, { extra: `<description>${own}</description>` })]),
      }));
    await run(["--yes", `${(await serveNotes(`${notes}旧的结尾`)).origin}/feed.xml`]);
    const { said } = await run(["--yes", `${(await serveNotes(`${notes}新的结尾`)).origin}/feed.xml`]);
    expect(said).toContain(
      '"notes" is "…开头都一样。开头都一样。旧的结尾" here, and the feed now says "…开头都一样。开头都一样。新的结尾"',
    );
  });

  test("adds what is missing behind what is there, and lists what the feed says otherwise", async () => {
    const show = "title: 我们的\ndescription: 自己写的\nlanguage: en\nauthor: 林晚\n";
    const own =
      '---\n# 我的\ntitle: 自己的标题 # 好\nguid: "guid-1"\ndate: 2025\nnumber: 7\n---\n\n自己的介绍\n';
    const { run, list, check } = await open({
      ...{
        "content/show.yaml": show,
        "content/episodes/first/episode.md": own,
        "content/episodes/first/transcript.txt": "好，今天聊聊。\n",
      },
      ...{
        "content/episodes/broken/episode.md": "---\ntitle: [\n---\n",
        "content/people.yaml": "# 人\nlin: { name: 林晚 }",
      },
    });
    const person =
      '<podcast:person>林晚</podcast:person><podcast:person role="guest">周一鸣</podcast:person><description>介绍</description>';
    const { origin } = await serve(() => ({ "/feed.xml": writeFeed([writeItem(1, { extra: person })]) }));
    const { said } = await run(["--yes", `${origin}/feed.xml`]);
    expect(said).toContain(
      'first: "title" is "自己的标题" here, and the feed now says "聊聊第1件事". Nothing was changed',
    );
    expect(said).toContain('first: "number" is "7" here, and the feed now says "1".');
    expect(said).toContain('first: "notes" is "自己的介绍" here, and the feed now says "介绍".');
    expect(said).not.toContain('"date" is');
    expect(said).toContain('show.yaml: "language" is "en" here, and the feed now says "zh-CN".');
    expect(said).toContain("broken: there is an error in its episode.md, so it was let be.");
    const files = await list();
    expect(files.get("show.yaml")).toBe(show);
    expect(files.get("people.yaml")).toBe(
      "# 人\nlin: { name: 林晚 }\n周一鸣: { name: 周一鸣, role: guest }\n",
    );
    expect(files.get("episodes/first/episode.md")).toBe(
      own.replace(
        "number: 7\n",
        "number: 7\naudio: { url: https://cdn.example.org/a1.mp3, bytes: 1001, type: audio/mpeg }\nduration: 1:01\npeople: [{ id: 林晚, role: host }, 周一鸣]\n",
      ),
    );
    expect((await check()).archive.people.map(({ name }) => name)).toEqual(["林晚", "周一鸣"]);
  });

  const channel = [
    "<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid><itunes:explicit>no</itunes:explicit>",
    '<itunes:category text="Arts"><itunes:category text="Books"/></itunes:category>',
    "<itunes:owner><itunes:name>林晚</itunes:name><itunes:email>lin@example.org</itunes:email></itunes:owner>",
    '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://feeds.example.org/a.xml"/>',
    '<copyright>© 林晚</copyright><itunes:image href="https://example.org/cover.jpg"/>',
  ].join("");
  const added =
    "guid: 9b024349-ccf0-5f69-a609-6b82873eab3c\ncategories: [Arts > Books]\nexplicit: false\nowner: { name: 林晚, email: lin@example.org }\nfeed: { original: https://feeds.example.org/a.xml }\n";

  test("writes what a feed says of its show", async () => {
    const { run, list, check } = await open();
    const { origin } = await serve(() => ({ "/feed.xml": writeFeed([writeItem(1)], channel) }));
    await run(["--yes", `${origin}/feed.xml`]);
    expect((await list()).get("show.yaml")).toMatch(
      `title: 小样\ndescription: 测试\nlanguage: zh-CN\nauthor: 林晚\nsite: https://example.org/\ncover: https://example.org/cover.jpg\ncopyright: © 林晚\n${added}`,
    );
    expect((await check()).errors).toEqual([]);
    expect((await check()).archive.show).toMatchObject({ explicit: false, categories: ["Arts > Books"] });
  });

  test("completes a show by its own feed, byte for byte behind what is there, and lists what the feed says otherwise", async () => {
    const own =
      "\ufefftitle: 小样 # 好\r\ndescription: 自己写的\r\nlanguage: zh-CN\r\nauthor: 林晚\r\nsite: https://example.org\r\ncopyright: 林晚\r\ncover: /a.png\r\n...\r\n";
    const { run, list, check } = await open({ "content/show.yaml": own });
    const { origin } = await serve(() => ({ "/feed.xml": writeFeed([], channel) }));
    const dry = await run(["--dry-run", `${origin}/feed.xml`]);
    expect(dry.said).toContain("show.yaml: adds guid categories explicit owner feed\n");
    expect((await list()).get("show.yaml")).toBe(own);
    const { said } = await run(["--yes", `${origin}/feed.xml`]);
    expect(said).toContain('show.yaml: "description" is "自己写的" here, and the feed now says "测试".');
    expect(said).toContain('show.yaml: "copyright" is "林晚" here, and the feed now says "© 林晚".');
    expect(said.match(/the feed now says/g)).toHaveLength(2);
    expect(said).toContain("show.yaml is completed.");
    const completed = own.replace("...\r\n", `${added.replaceAll("\n", "\r\n")}...\r\n`);
    expect((await list()).get("show.yaml")).toBe(completed);
    expect((await check()).errors).toEqual([]);
    const again = await run(["--yes", `${origin}/feed.xml`]);
    expect(again.said).toContain("There is nothing to add");
    expect(again.said.match(/the feed now says/g)).toHaveLength(2);
    expect((await list()).get("show.yaml")).toBe(completed);
  });

  test.each([
    [
      "of another show",
      "title: 别的\ndescription: 好\nlanguage: en\nauthor: 林晚\n",
      '"title" is "别的" here',
    ],
    [
      "with another guid",
      "title: 小样\ndescription: 测试\nlanguage: zh-CN\nauthor: 林晚\nguid: 917393e3-1b1e-5cef-ace4-edaa54e1f810\n",
      '"guid" is "917393e3-1b1e-5cef-ace4-edaa54e1f810" here, and the feed now says "9b024349-ccf0-5f69-a609-6b82873eab3c".',
    ],
    [
      "with an error",
      "title: 小样\nlanguage: zh-CN\nauthor: 林晚\n",
      "there is an error in it, so it was let be",
    ],
  ])("adds nothing to a show.yaml %s", async (_, own, sentence) => {
    const { run, list } = await open({ "content/show.yaml": own });
    const { origin } = await serve(() => ({ "/feed.xml": writeFeed([], channel) }));
    const { said } = await run(["--yes", `${origin}/feed.xml`]);
    expect(said).toContain(`show.yaml: ${sentence}`);
    expect((await list()).get("show.yaml")).toBe(own);
  });

  test("adds the times of a text that is there, and nothing that is not needed", async () => {
    const { run, list, at } = await open({
      "content/show.yaml": "title: 我们的\ndescription: 好\nlanguage: en\nauthor: 林晚\n",
      "content/episodes/001/episode.md": writeFrontMatter("number: 1"),
      "content/episodes/001/transcript.txt": labelled("今天聊聊蒸馏。"),
      "got/ep1.vtt": vtt("今天聊聊征流。"),
      "got/EP1 再来一份.txt": labelled("今天聊聊蒸馏吧。"),
    });
    const { said } = await run(["--yes", at("got")]);
    expect(said).toContain("EP1 再来一份.txt: 001 has its transcript, and needs no other.");
    const files = await list();
    expect(files.get("episodes/001/times.vtt")).toBe(vtt("今天聊聊征流。"));
    expect(files.get("episodes/001/transcript.txt")).toBe(labelled("今天聊聊蒸馏。"));
  });

  test("asks what is not sure, and does what is answered", async () => {
    const { run, at, check } = await open({
      ...{ "got/录音甲.vtt": vtt("甲。", 55), "got/notes.txt": labelled("乙。"), "got/ep1.vtt": vtt("丙。") },
    });
    const { origin } = await serve(() => ({ "/feed.xml": writeFeed([writeItem(1), writeItem(2)]) }));
    // The nameless file is of the second; notes.txt of none; go on; do not name speakers.
    const questions = answer(2, 0, true, false);
    const { said } = await run([`${origin}/feed.xml`, at("got")], questions);
    expect(questions.asked[0]).toContain('Which episode is "notes.txt" of (about');
    expect(said).toContain("notes.txt: left out, as you said.");
    expect(questions.asked).toContain("Write this?");
    const { archive } = await check();
    expect(archive.episodes.map(({ passages }) => passages[0]?.text)).toEqual(["甲。", "丙。"]);
  });

  test("makes episodes of files alone: by the date in the name, else by the one that is answered", async () => {
    const { run, at, check } = await open({
      "content/show.yaml": "title: 我们的\ndescription: 好\nlanguage: en\nauthor: 林晚\n",
      "got/2025-03-05 蒸馏是什么.txt": labelled("今天聊聊。"),
      "got/2025-03-05 蒸馏是什么.vtt": vtt("今天聊聊"),
      "got/ep7.txt": labelled("第七期。"),
    });
    const unasked = await run(["--yes", at("got")]);
    expect(unasked.said).toContain("ep7.txt: nothing says when this episode was published");
    expect((await check()).slugs).toEqual(["2025-03-05"]);
    const { said } = await run([at("got")], answer("soon", "2025-04", true, false));
    expect(said).toContain("Done: 1 new episode");
    const { archive } = await check();
    expect(archive.episodes.map(({ slug, title, date, number }) => [slug, title, date, number])).toEqual([
      ["007", "ep7", "2025-04", 7],
      ["2025-03-05", "蒸馏是什么", "2025-03-05", undefined],
    ]);
  });

  test("makes an episode of each day's file of a daily show", async () => {
    const days = ["01", "02", "03"];
    const { run, at, check } = await open({
      "content/show.yaml": "title: 我们的\ndescription: 好\nlanguage: en\nauthor: 林晚\n",
      ...Object.fromEntries(days.map((day) => [`got/2025-03-${day} news.txt`, labelled(`第${day}天。`)])),
    });
    await run(["--yes", at("got")]);
    expect((await check()).slugs.toSorted()).toEqual(days.map((day) => `2025-03-${day}`));
  });

  test("begins in the place of the example, which moves aside, and asks before it does", async () => {
    const example = {
      "content/show.yaml": "title: AI Odyssey\ndescription: 好\nlanguage: zh-CN\nauthor: AI Odyssey\n",
      "content/glossary.yaml": "- { term: DeepSeek, heard: [DeepSix] }\n",
      "content/episodes/deepseek-r1/episode.md": writeFrontMatter("number: 1"),
    };
    const { run, list, root } = await open(example);
    const { origin } = await serve(() => ({ "/feed.xml": writeFeed([writeItem(1)]) }));
    const refused = await run([`${origin}/feed.xml`], answer(false));
    expect(refused.said).toContain("The example is where it was");
    expect((await list()).has("episodes/deepseek-r1/episode.md")).toBe(true);
    const { said } = await run([`${origin}/feed.xml`], answer(true, true));
    expect(said).toContain("The archive of 小样 is in");
    const files = await list();
    expect([...files.keys()]).toEqual([
      "episodes/001/episode.md",
      "glossary.yaml",
      "people.yaml",
      "show.yaml",
    ]);
    expect(files.get("glossary.yaml")).toMatch(/^(?:#.*\n)+$/);
    expect(await readFile(join(root, "examples/ai-odyssey/glossary.yaml"), "utf8")).toContain("DeepSix");
  });

  test("stops where a feed is no feed, or a host is away, and touches nothing", async () => {
    const { run, list } = await open({ "content/show.yaml": "title: a\n" });
    const { origin } = await serve(() => ({
      "/page": "<!doctype html>",
      "/cut.xml": writeFeed([writeItem(1)]).slice(0, -30),
      "/text.xml": "hello",
      "/slow": () => undefined,
    }));
    const before = await list();
    for (const [path, said] of [
      ["/page", "gives a web page and no file"],
      ["/cut.xml", "ends too soon"],
      ["/text.xml", "is no podcast's feed"],
      ["/slow", "did not answer in full within 1 seconds"],
      ["/none", "answers 404"],
    ] as const)
      expect(await run(["--yes", `${origin}${path}`])).toMatchObject({
        status: 2,
        said: expect.stringContaining(said),
      });
    expect(await list()).toEqual(before);
  });

  test("fetches a cover that can be drawn, and no other", async () => {
    const { run, list, check } = await open();
    const drawn = await sharp({ create: { width: 4, height: 4, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    const { origin } = await serve((own) => {
      const image = (path: string) => `<itunes:image href="${own}${path}"/>`;
      return {
        "/feed.xml": writeFeed([
          writeItem(1, { extra: image("/1.jpg") }),
          writeItem(2, { extra: image("/2.jpg") }),
        ]),
        "/1.jpg": drawn,
        "/2.jpg": "not a picture",
      };
    });
    const { said } = await run(["--yes", `${origin}/feed.xml`]);
    expect(said).toContain("002: the feed's cover could not be had.");
    const covers = [...(await list()).keys()].filter((name) => name.includes("cover"));
    expect(covers).toEqual(["episodes/001/cover.png"]);
    expect((await check()).errors).toEqual([]);
  });

  test("waits for a host that is away twice, and not for each of its files", async () => {
    const { run, list } = await open();
    const { origin, asked } = await serve((own) => ({
      "/feed.xml": writeFeed(
        thirty
          .slice(0, 8)
          .map((n) => writeItem(n, { extra: `<podcast:transcript url="${own}/${n}.vtt" type="text/vtt"/>` })),
      ),
      ...Object.fromEntries(thirty.map((n) => [`/${n}.vtt`, () => undefined])),
    }));
    const { said } = await run(["--yes", `${origin}/feed.xml`]);
    expect(asked).toEqual(["/feed.xml", "/1.vtt", "/2.vtt"]);
    expect(said.match(/did not answer before/g)).toHaveLength(6);
    expect([...(await list()).keys()].filter((name) => name.endsWith("episode.md"))).toHaveLength(8);
  });

  test("writes nothing where people.yaml has an error", async () => {
    const people = "lin: { name: [ }\n";
    const { run, list } = await open({
      ...{
        "content/show.yaml": "title: 我们的\ndescription: 好\nlanguage: en\nauthor: 林晚\n",
        "content/people.yaml": people,
      },
    });
    const { origin } = await serve(() => ({ "/feed.xml": writeFeed([writeItem(1)]) }));
    const before = await list();
    expect(await run(["--yes", `${origin}/feed.xml`])).toMatchObject({
      status: 1,
      said: expect.stringContaining("people.yaml:"),
    });
    expect(await list()).toEqual(before);
  });
});
