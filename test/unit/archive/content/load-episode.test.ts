import { describe, expect, test } from "vitest";
import { wordProblems } from "../../../word-problems.ts";
import { loadContent, writeFrontMatter } from "../write-content.ts";

const people = "lin: { name: 林晚, aliases: [小林], role: host }\nzhou: { name: 周一鸣, role: guest }\n";

/** Loads one episode with these lines in its front matter, the first of them in line 4. */
async function loadFrontMatter(extra: string, files: Readonly<Record<string, string | undefined>> = {}) {
  const loaded = await loadContent({
    "people.yaml": people,
    "episodes/one/episode.md": writeFrontMatter(extra),
    ...files,
  });
  return { ...loaded, episode: loaded.archive.episodes[0] };
}

describe("front matter", () => {
  test("may come with a byte order mark and CRLF", async () => {
    const { archive, problems } = await loadContent({
      "episodes/one/episode.md": "\ufeff---\r\ntitle: 第一期\r\ndate: 2025-03\r\n---\r\n笔记\r\n",
    });
    expect(problems).toEqual([]);
    expect(archive.episodes[0]).toMatchObject({ title: "第一期", date: "2025-03", notesHtml: "<p>笔记</p>" });
  });

  test("may be followed by notes of 50,000 characters, not by more", async () => {
    const episode = writeFrontMatter("");
    const load = (length: number) =>
      loadContent({ "episodes/one/episode.md": `${episode}\n${"话".repeat(length)}\n` });
    expect((await load(50_000)).printed).toEqual([]);
    expect((await load(50_001)).printed).toEqual([
      expect.stringContaining("The show notes have 50001 characters, and at most 50000 are shown."),
    ]);
  });

  test("needs its first line of hyphens", async () => {
    const { printed } = await loadContent({ "episodes/one/episode.md": "title: 第一期\ndate: 2025\n" });
    expect(printed).toEqual([
      expect.stringMatching(/^episodes\/one\/episode\.md:1: The file does not begin with/),
    ]);
  });

  test("needs its last line of hyphens", async () => {
    const { printed } = await loadContent({ "episodes/one/episode.md": "---\ntitle: 第一期\ndate: 2025\n" });
    expect(printed).toEqual([
      expect.stringMatching(/episode\.md:1: The line of three hyphens \(---\) that ends/),
    ]);
  });

  test("needs a title and a date even when it is empty", async () => {
    const { printed } = await loadContent({ "episodes/one/episode.md": "---\n---\n" });
    expect(printed).toEqual([
      expect.stringContaining('The title is missing. Add "title: …".'),
      expect.stringContaining('The date is missing. Add "date: …". Write it as 2025-03-05'),
    ]);
  });

  test("refuses a file that is not in UTF-8", async () => {
    const { problems } = await loadContent({
      "episodes/one/episode.md": Buffer.from("---\ntitle: \xb5\xda\n---\n", "latin1"),
    });
    expect(wordProblems(problems).map(({ message }) => message)).toEqual([
      "The file is not in UTF-8. Save it as UTF-8.",
    ]);
  });

  test.each([
    ["date: 2025", "2025"],
    ["date: 2025-03", "2025-03"],
    ["date: 2025-03-05", "2025-03-05"],
    ['date: "2025-03-05"', "2025-03-05"],
    ["date: 2025-03-05T23:30:00+08:00", "2025-03-05"],
    ["date: 2025-03-05 23:30:00.000Z", "2025-03-05"],
    ["date: Wed, 05 Mar 2025 23:30:00 -0800", "2025-03-05"],
    ["date: 5 March 2025 08:00 GMT", "2025-03-05"],
  ])("reads %s without quotes or with them", async (line, date) => {
    const { archive } = await loadContent({ "episodes/one/episode.md": `---\ntitle: 一\n${line}\n---\n` });
    expect(archive.episodes[0]?.date).toBe(date);
  });

  test.each([
    "5.3.2025",
    "2025-02-30",
    "2025-13",
    "2025-3-5",
    "2025.10",
    "tomorrow",
    "[2025]",
    "25-03-05",
    "31 Feb 2025",
    "Wed, 05 Mar 2025 noon",
  ])("refuses the date %s and says how to write it", async (date) => {
    const { printed } = await loadContent({
      "episodes/one/episode.md": `---\ntitle: 一\ndate: ${date}\n---\n`,
    });
    const shown = date.startsWith("[") ? "a list" : `"${date}"`;
    expect(printed).toEqual([
      `episodes/one/episode.md:3: The date is ${shown}. Write it as 2025-03-05, 2025-03 or 2025, a day that exists.`,
    ]);
  });

  test("reads a number with a zero in front", async () => {
    const { episode } = await loadFrontMatter("number: 012\nseason: 1");
    expect(episode).toMatchObject({ number: 12, season: 1 });
  });

  test("takes a title that looks like a number for text", async () => {
    const { archive } = await loadContent({
      "episodes/one/episode.md": "---\ntitle: 1984\ndate: 2025\n---\n",
    });
    expect(archive.episodes[0]?.title).toBe("1984");
  });

  test.each([
    ['"1:09:30"', 4170],
    ["69:30", 4170],
    ["4170", 4170],
    ["PT1H9M30S", 4170],
  ])("reads the duration %s", async (duration, seconds) => {
    const { episode } = await loadFrontMatter(`duration: ${duration}`);
    expect(episode).toMatchObject({ duration: seconds, isDurationEstimated: false });
  });

  test("refuses a duration in words", async () => {
    const { printed } = await loadFrontMatter("duration: about an hour");
    expect(printed[0]).toContain('episode.md:4: The duration is "about an hour". Write it as "1:09:30"');
  });

  test("estimates the duration of a text without times", async () => {
    const { episode } = await loadFrontMatter("number: 1");
    expect(episode?.isDurationEstimated).toBe(true);
    expect(episode?.duration).toBeGreaterThan(0);
  });

  test("reads the audio as an address, or as a feed gives it", async () => {
    const { episode } = await loadFrontMatter(
      "audio: { url: https://example.org/listen, bytes: 5242880, type: audio/mpeg }\nguid: abc",
    );
    expect(episode).toMatchObject({
      guid: "abc",
      audio: { url: "https://example.org/listen", bytes: 5_242_880, type: "audio/mpeg" },
    });
    const { printed } = await loadFrontMatter("audio: { url: ../a.mp3, type: mp3 }");
    expect(printed[0]).toContain('The audio is "../a.mp3".');
    expect(printed[1]).toContain(
      'The type of the audio is "mp3". Write the type of the sound, as in audio/mpeg.',
    );
  });

  test("adds the offset to the times of the transcript", async () => {
    const { episode } = await loadFrontMatter("offset: 30", {
      "episodes/one/transcript.txt": undefined,
      "episodes/one/transcript.vtt": "WEBVTT\n\n00:00:05.000 --> 00:00:09.000\n今天聊聊蒸馏。\n",
    });
    expect(episode?.passages[0]).toMatchObject({ start: 35, anchor: "t=35" });
  });

  test("names the nearest key for one that is not known", async () => {
    const { printed } = await loadFrontMatter("sumary: 摘要");
    expect(printed).toEqual([
      'episodes/one/episode.md:4: The key "sumary" is not known here. Did you mean "summary"? Write that, or delete the line.',
    ]);
  });

  test("lists the known keys for one that resembles none", async () => {
    const { printed } = await loadFrontMatter("colour: red\nweather: fine");
    expect(printed[0]).toContain(
      'The key "colour" is not known here. Delete it, or write one of title, date, number',
    );
    expect(printed[1]).toMatch(/^episodes\/one\/episode\.md:5: The key "weather"/);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "www.example.org",
    "java\\tscript:alert(1)",
    "https:example.org",
  ])("refuses the link %s", async (address) => {
    const { printed } = await loadFrontMatter(`links: { 主页: "${address}" }`);
    expect(printed[0]).toMatch(
      /episode\.md:4: The link "主页" is ".*"\. Write an address that begins with https/,
    );
  });

  test("keeps links of http, https and mailto", async () => {
    const { episode } = await loadFrontMatter(
      'links: { 小宇宙: "https://example.org/集", 来信: "mailto:a@example.org" }',
    );
    expect(episode?.links).toEqual({ 小宇宙: "https://example.org/%E9%9B%86", 来信: "mailto:a@example.org" });
  });

  test("says what to do about a colon inside a value", async () => {
    const { printed } = await loadFrontMatter("summary: 今天: 蒸馏: 好");
    expect(printed[0]).toMatch(/^episodes\/one\/episode\.md:4: This is no YAML .*Put the value in quotes\.$/);
  });

  test("names a key that stands twice", async () => {
    const { printed } = await loadFrontMatter("number: 1\nnumber: 2");
    expect(printed).toEqual([
      'episodes/one/episode.md:5: The key "number" stands here a second time. Keep one of the two.',
    ]);
  });
});

describe("people of an episode", () => {
  test("have their own role here, else their usual one", async () => {
    const { episode } = await loadFrontMatter("people: [lin, { id: zhou, role: host }]");
    expect(episode?.people).toEqual([
      { id: "lin", name: "林晚", role: "host" },
      { id: "zhou", name: "周一鸣", role: "host" },
    ]);
  });

  test("are named by id, name or alias, case apart", async () => {
    const { episode, printed } = await loadFrontMatter("people: [小林, { id: 周一鸣, role: guest }]");
    expect(printed).toEqual([]);
    expect(episode?.people.map(({ id }) => id)).toEqual(["lin", "zhou"]);
  });

  test("may be nobody of people.yaml, and have no page then", async () => {
    const { episode, printed } = await loadFrontMatter("people: [lin, zhou, { id: 王五, role: guest }]");
    expect(printed).toEqual([]);
    expect(episode?.people.at(-1)).toEqual({ name: "王五", role: "guest" });
  });

  test("are warned of where somebody has nearly that name", async () => {
    const { printed } = await loadFrontMatter("people: [lin, zhuo]");
    expect(printed[0]).toBe(
      'episodes/one/episode.md:4: Warning: There is no "zhuo" in people.yaml. Did you mean "zhou"? If not, leave it: the name is shown as it stands, without a page.',
    );
  });

  test("include those who certainly speak", async () => {
    const { episode } = await loadFrontMatter("number: 1", {
      "episodes/one/transcript.txt": "林晚:今天聊聊蒸馏。\n周一鸣:好。\n林晚:开始吧。\n周一鸣:好的。\n",
    });
    expect(episode?.people.map(({ id }) => id)).toEqual(["lin", "zhou"]);
  });
});

const voices =
  "WEBVTT\n\n00:00.000 --> 00:02.000\n<v 发言人1>大家好。\n\n00:02.000 --> 00:04.000\n<v 小林>你好。\n\n00:04.000 --> 00:06.000\n<v 观众>好。\n";
const asVtt = { "episodes/one/transcript.txt": undefined, "episodes/one/transcript.vtt": voices };

describe("speakers of an episode", () => {
  test("are found by the label's person, by an alias, or stay a label", async () => {
    const { episode } = await loadFrontMatter("speakers: { 发言人1: zhou }", asVtt);
    expect(episode?.speakers).toEqual([
      { key: "zhou", name: "周一鸣", personId: "zhou", sure: 1 },
      { key: "lin", name: "林晚", personId: "lin", sure: 1 },
      { key: "观众", name: "观众", sure: 1 },
    ]);
  });

  test("are named by id, name or alias, and may be nobody of people.yaml", async () => {
    const { episode } = await loadFrontMatter("speakers: { 发言人1: 周一鸣, 观众: 王五 }", asVtt);
    expect(episode?.speakers.map(({ key }) => key)).toEqual(["zhou", "lin", "王五"]);
  });

  test("are warned of where somebody has nearly that name", async () => {
    const { printed } = await loadFrontMatter("speakers: { 发言人1: zhuo }", asVtt);
    expect(printed[0]).toContain('episode.md:4: Warning: There is no "zhuo" in people.yaml.');
    const turns = { "episodes/one/corrections.yaml": "turns:\n  - { line: 1, speaker: zhuo }\n" };
    const { printed: ofTurns } = await loadFrontMatter("number: 1", turns);
    expect(ofTurns[0]).toContain('corrections.yaml:2: Warning: There is no "zhuo" in people.yaml.');
  });

  test("warn of a label that stands nowhere in the transcript", async () => {
    const { printed } = await loadFrontMatter("speakers: { 发言人1: zhou, 发言人9: lin }", asVtt);
    expect(printed).toEqual([
      'episodes/one/episode.md:4: Warning: The label "发言人9" stands nowhere in the transcript. Its labels are 发言人1, 小林, 观众.',
    ]);
  });
});

describe("files of an episode", () => {
  test("hold exactly one transcript", async () => {
    const { printed } = await loadContent({
      "episodes/one/transcript.srt": "1\n00:00:00,000 --> 00:00:01,000\n好\n",
    });
    expect(printed).toEqual([
      "episodes/one: There are 2 transcripts (transcript.srt, transcript.txt) with other words in each, and exactly one is read. Name the right one transcript (with its own ending), or move the others away.",
    ]);
  });

  test("hold a transcript under any name, beside sound, pictures and what is named otherwise", async () => {
    const { archive, printed } = await loadContent({
      "episodes/one/transcript.txt": undefined,
      "episodes/one/第12期.mp3.srt": "1\n00:00:00,000 --> 00:00:01,000\n今天聊聊蒸馏\n",
      "episodes/one/第12期.mp3": "ID3",
      "episodes/one/README.md": "给自己看的。",
      "episodes/one/cover.png": undefined,
    });
    expect(printed).toEqual([]);
    expect(archive.episodes[0]?.transcriptFile).toBe("第12期.mp3.srt");
  });

  test("hold the same words twice: what says most is read, and a notice says so", async () => {
    const { archive, printed } = await loadContent({
      "episodes/one/transcript.txt": undefined,
      "episodes/one/a.txt": "今天聊聊蒸馏，一个小模型学大模型的办法。\n",
      "episodes/one/b.srt": "1\n00:00:00,000 --> 00:00:01,000\n今天聊聊蒸馏，一个小模型学大模型的办法。\n",
    });
    expect(printed).toEqual([
      "episodes/one/b.srt: Note: This transcript is read, as it says most (times of words, speakers, times). a.txt has the same words and is not read; to have it read, move this one away.",
    ]);
    expect(archive.episodes[0]?.passages[0]?.start).toBe(0);
  });

  test("hold a transcript of a kind that is read", async () => {
    const { printed } = await loadContent({
      "episodes/one/transcript.txt": undefined,
      "episodes/one/transcript.docx": "PK",
    });
    expect(printed).toEqual([
      "episodes/one/transcript.docx: This Word document (.docx) cannot be opened; it may not have been saved whole. Open it in Word and save it again.",
    ]);
  });

  test("hold a transcript that is not empty", async () => {
    const { printed } = await loadContent({ "episodes/one/transcript.txt": "" });
    expect(printed).toEqual([expect.stringMatching(/^episodes\/one\/transcript\.txt(?::1)?: /)]);
  });

  test("tell an unreadable transcript once, whatever corrections.yaml expects of it", async () => {
    const { printed } = await loadContent({
      "episodes/one/transcript.txt": "",
      "episodes/one/corrections.yaml": "replace:\n  - { line: 1, heard: 整理, meant: 蒸馏 }\n",
    });
    expect(printed).toHaveLength(1);
  });

  test("may hold the audio, which gets an address below the episode's", async () => {
    const { archive } = await loadContent(
      {
        "episodes/one/episode.md": writeFrontMatter("audio: 第 1 期.mp3"),
        "episodes/one/第 1 期.mp3": "ID3",
      },
      { base: "/pod/" },
    );
    expect(archive.episodes[0]?.audio).toEqual({
      url: "/pod/episodes/one/%E7%AC%AC%201%20%E6%9C%9F.mp3",
      type: "audio/mpeg",
      bytes: 3,
      file: "第 1 期.mp3",
    });
  });

  test("must hold the audio that is named", async () => {
    const { printed } = await loadFrontMatter("audio: ep1.mp3");
    expect(printed).toEqual([
      'episodes/one/episode.md:4: The audio is "ep1.mp3", and there is no such file in the folder. Put it there, or write its address.',
    ]);
  });

  test("do not reach outside their folder", async () => {
    const { printed } = await loadFrontMatter("audio: ../../show.yaml");
    expect(printed[0]).toContain(
      'The audio is "../../show.yaml". Write an address that begins with https://',
    );
  });

  test("may hold a cover", async () => {
    const cover = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    const { archive, problems } = await loadContent({ "episodes/one/cover.svg": cover });
    expect(problems).toEqual([]);
    expect(archive.episodes[0]?.cover).toBe("cover.svg");
  });

  test("may stand in a folder of their own, and be named with what leads to themselves", async () => {
    const { archive, problems } = await loadContent({
      "episodes/one/episode.md": writeFrontMatter("audio: ./sound//ep 1.mp3"),
      "episodes/one/sound/ep 1.mp3": "ID3",
    });
    expect(problems).toEqual([]);
    expect(archive.episodes[0]?.audio).toEqual({
      url: "/episodes/one/sound/ep%201.mp3",
      type: "audio/mpeg",
      bytes: 3,
      file: "sound/ep 1.mp3",
    });
  });

  test.each(["index.html", "search-api.js", "sound.mp3.js", ".mp3", "/etc/a.mp3", "a\\b.mp3", "mp3"])(
    "are no audio when they are called %s",
    async (name) => {
      const { problems } = await loadFrontMatter(`audio: '${name}'`, { [`episodes/one/${name}`]: "x" });
      expect(problems).toEqual([expect.objectContaining({ kind: "field-invalid", line: 4 })]);
    },
  );
});

describe("corrections.yaml", () => {
  test("changes what the reader sees and keeps what was heard", async () => {
    const { archive } = await loadContent({
      "episodes/one/transcript.txt": "今天聊聊整理。\n",
      "episodes/one/corrections.yaml":
        "replace:\n  - { line: 1, heard: 整理, meant: 蒸馏, sure: 0.8, by: lin }\n",
    });
    expect(archive.episodes[0]?.passages[0]).toMatchObject({
      text: "今天聊聊蒸馏。",
      changes: [{ from: 4, to: 6, heard: "整理", sure: 0.8, by: "lin", source: "correction" }],
    });
  });

  test("names its own line when an entry no longer matches", async () => {
    const { printed } = await loadContent({
      "episodes/one/corrections.yaml": "replace:\n  - { line: 1, heard: 整理, meant: 蒸馏 }\n",
    });
    expect(printed).toEqual([expect.stringMatching(/^episodes\/one\/corrections\.yaml:2: .*整理/)]);
  });

  test("keeps the lines of its entries when another one is at fault", async () => {
    const { printed } = await loadContent({
      "episodes/one/corrections.yaml":
        "replace:\n  - { line: 1, heard: 聊聊 }\n  - { line: 1, heard: 蒸馏, ment: 真流 }\n  - { line: 9, heard: 整理, meant: 蒸馏 }\n",
    });
    expect(printed).toEqual([
      'episodes/one/corrections.yaml:2: "meant" is missing. Add "meant: …".',
      'episodes/one/corrections.yaml:3: "meant" is missing. Add "meant: …".',
      'episodes/one/corrections.yaml:3: The key "ment" is not known here. Did you mean "meant"? Write that, or delete the line.',
      expect.stringMatching(/^episodes\/one\/corrections\.yaml:4: /),
    ]);
  });

  test("needs a line or a time, and not both", async () => {
    const { printed } = await loadContent({
      "episodes/one/corrections.yaml":
        'keep:\n  - { heard: 蒸馏 }\nturns:\n  - { line: 1, time: "0:01", speaker: lin }\n  - { line: 0, speaker: lin }\n  - { line: 1, speaker: lin, sure: 1.5 }\n',
    });
    expect(printed).toEqual([
      'episodes/one/corrections.yaml:2: This entry says neither "line" nor "time". Say where it stands: line: 7, or time: "12:30".',
      'episodes/one/corrections.yaml:4: This entry says both "line" and "time". Delete one of them.',
      'episodes/one/corrections.yaml:5: "line" is "0". Write a whole number from 1 up, as in 12.',
      'episodes/one/corrections.yaml:6: "sure" is "1.5". Write a number from 0 to 1, as in 0.8.',
    ]);
  });
});

describe("chapters", () => {
  const timed = {
    "episodes/one/transcript.txt": undefined,
    "episodes/one/transcript.vtt":
      "WEBVTT\n\n00:00.000 --> 00:02.000\n大家好。\n\n00:10.000 --> 00:12.000\n聊聊蒸馏。\n",
  };

  test("come from chapters.json, without those that have no title or no place in the contents", async () => {
    const { archive, problems } = await loadContent({
      ...timed,
      "episodes/one/chapters.json":
        '{\n\t"version": "1.2.0",\n\t"author": "林晚",\n\t"chapters": [\n\t{ "startTime": 0, "title": "开场", "img": "https://example.org/a.png" },\n\t{ "startTime": 5 },\n\t{ "startTime": 6, "title": "广告", "toc": false },\n\t{ "startTime": 10.0, "title": "蒸馏\\uD83C\\uDF89" }\n] }',
    });
    expect(problems).toEqual([]);
    expect(archive.episodes[0]?.chapters.map(({ title, start }) => [title, start])).toEqual([
      ["开场", 0],
      ["蒸馏🎉", 10],
    ]);
  });

  test("name the line of a mistake in chapters.json", async () => {
    const { printed } = await loadContent({
      ...timed,
      "episodes/one/chapters.json":
        '{ "chapters": [\n  { "startTime": 0, "title": "开场" },\n  { "startTime": "soon", "title": "蒸馏" }\n] }',
    });
    expect(printed).toEqual([
      'episodes/one/chapters.json:3: "startTime" is "soon". Write a time as "12:30" or "1:02:30", or as seconds, as in 750.',
    ]);
  });

  test("name the line at which chapters.json is no JSON", async () => {
    const { printed } = await loadContent({
      ...timed,
      "episodes/one/chapters.json": '{ "chapters": [\n  { "startTime": 0, "title": "开场" },\n] }',
    });
    expect(printed).toEqual([expect.stringMatching(/^episodes\/one\/chapters\.json:3: This is no JSON/)]);
  });

  test("come from chapters.yaml by time or by the words of a line", async () => {
    const { archive, problems } = await loadContent({
      "episodes/one/transcript.txt": "大家好。\n好的,说起来蒸馏很简单。\n",
      "episodes/one/chapters.yaml": "- { line: 1, title: 开场 }\n- { line: 2, from: 说起来, title: 蒸馏 }\n",
    });
    expect(problems).toEqual([]);
    expect(archive.episodes[0]?.chapters.map(({ title }) => title)).toEqual(["开场", "蒸馏"]);
    expect(archive.episodes[0]?.passages.at(-1)?.text).toBe("说起来蒸馏很简单。");
  });

  test("need a beginning in chapters.yaml", async () => {
    const { printed } = await loadContent({
      "episodes/one/chapters.yaml":
        '- { title: 开场 }\n- { start: "0:10", line: 1, title: 蒸馏 }\n- { start: 12:30, from: 说起来, title: 尾声 }\n',
    });
    expect(printed).toEqual([
      'episodes/one/chapters.yaml:1: This chapter says neither "start" nor "line". Say where it begins: start: "12:30", or line: 22.',
      'episodes/one/chapters.yaml:2: This chapter says both "start" and "line". Delete one of them.',
      expect.stringMatching(/^episodes\/one\/chapters\.yaml:3: "from" needs a "line"\./),
    ]);
  });

  test("come from one file only", async () => {
    const { printed } = await loadContent({
      "episodes/one/chapters.yaml": "- { line: 1, title: 开场 }\n",
      "episodes/one/chapters.json": '{ "chapters": [] }',
    });
    expect(printed).toEqual([
      expect.stringContaining("episodes/one: There are chapters.json and chapters.yaml"),
    ]);
  });
});
