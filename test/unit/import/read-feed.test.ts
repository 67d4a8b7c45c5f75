import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFeed } from "../../../src/import/gather/read-feed.ts";
import { escapeXml, writeFeed, writeItem } from "./serve.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => {
  const feed = readFeed(bytesOf(text), "feed.xml");
  if (!("items" in feed)) throw new Error(feed.kind);
  return feed;
};
const readOne = (extra: string) => read(writeFeed([writeItem(1, { extra })])).items[0];
const self = (address: string) =>
  `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="${address}"/>`;
const refuse = (text: string) => {
  const fault = readFeed(bytesOf(text), "feed.xml");
  return "kind" in fault ? fault.kind : "read";
};

describe("a feed", () => {
  test("gives its show and its episodes", () => {
    const { show, items } = read(writeFeed([writeItem(12)]));
    expect(show).toEqual({
      title: "小样",
      description: "测试",
      language: "zh-CN",
      author: "林晚",
      site: "https://example.org/",
    });
    expect(items).toEqual([
      {
        guid: "guid-12",
        title: "聊聊第12件事",
        date: "2025-01-12",
        number: 12,
        duration: 72,
        audio: { url: "https://cdn.example.org/a12.mp3", bytes: 1012, type: "audio/mpeg" },
        persons: [],
        transcripts: [],
      },
    ]);
  });

  test("gives an author by name, where an address of e-mail stands before it", () => {
    const feed = writeFeed([]).replace(/(<itunes:author>)[^<]*/, "$1lin@example.org (林晚)");
    expect(read(feed).show.author).toBe("林晚");
  });

  test("gives what directories of podcasts know of its show", () => {
    const tags =
      "<podcast:guid>9B024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid><itunes:explicit>clean</itunes:explicit>" +
      '<itunes:category text="Society &amp; Culture"><itunes:category text="Documentary"/><itunes:category text="Places &amp; Travel"/></itunes:category><itunes:category text="Technology"/>' +
      "<itunes:owner><itunes:name>林晚</itunes:name><itunes:email>lin@example.org</itunes:email></itunes:owner>";
    expect(read(writeFeed([], tags)).show).toMatchObject({
      guid: "9b024349-ccf0-5f69-a609-6b82873eab3c",
      categories: ["Society & Culture > Documentary", "Society & Culture > Places & Travel", "Technology"],
      explicit: false,
      owner: { name: "林晚", email: "lin@example.org" },
    });
    const odd =
      "<podcast:guid>guid-1</podcast:guid><itunes:category text=''/><itunes:owner><itunes:email>林晚</itunes:email></itunes:owner>";
    expect(Object.keys(read(writeFeed([], odd)).show)).toEqual(Object.keys(read(writeFeed([])).show));
  });

  test.each([
    ["where it was found", "https://a.example/feed", "", "https://a.example/feed"],
    [
      "where it says that it is",
      "feed.xml",
      self("https://b.example/?feed=podcast"),
      "https://b.example/?feed=podcast",
    ],
    [
      "where it has moved to",
      "https://a.example/feed",
      `${self("https://b.example/")}<itunes:new-feed-url>https://c.example/</itunes:new-feed-url>`,
      "https://c.example/",
    ],
    ["nowhere, of a file that says nothing", "feed.xml", "", undefined],
    ["nowhere, on this machine", "http://localhost:8080/feed", "", undefined],
    ["nowhere, for one listener's", "https://a.example/rss?auth=x1y2", "", undefined],
    ["nowhere, behind a password", "https://lin:pw@a.example/rss", "", undefined],
    [
      "nowhere, kept from directories",
      "https://a.example/x1y2",
      "<itunes:block>Yes</itunes:block>",
      undefined,
    ],
  ])("has its own address: %s", (_, name, extra, address) => {
    const feed = readFeed(bytesOf(writeFeed([], extra)), name);
    expect("items" in feed ? feed.show.feed?.original : feed.kind).toBe(address);
  });

  test("gives people before the microphone, transcripts and chapters of Podcasting 2.0", () => {
    const item = readOne(
      '<podcast:person href="https://example.org/lin">林晚</podcast:person><podcast:person role="Guest">周一鸣</podcast:person><podcast:person group="visuals" role="designer">王五</podcast:person>' +
        '<podcast:transcript url="https://example.org/1.vtt" type="text/vtt" language="zh"/><podcast:transcript url="javascript:alert(1)" type="text/vtt"/>' +
        '<podcast:chapters url="https://example.org/1.json" type="application/json+chapters"/>',
    );
    expect(item).toMatchObject({
      persons: [
        { name: "林晚", role: "host", url: "https://example.org/lin" },
        { name: "周一鸣", role: "guest" },
      ],
      transcripts: [{ url: "https://example.org/1.vtt", type: "text/vtt", language: "zh" }],
      chapters: { url: "https://example.org/1.json" },
    });
  });

  test("gives no summary that the notes say in full, their entities read", () => {
    const notes = "<p>开场 &amp; 缘起 &lt;小王&gt;</p><p>正题</p>";
    const item = readOne(`<description><![CDATA[${notes}]]></description>`);
    expect(item).toMatchObject({ notes });
    expect(item).not.toHaveProperty("summary");
  });

  test("gives no length that is none, and of signs without end one", () => {
    const bare = writeItem(1, { title: `蒸馏${"[".repeat(300)}${"- ".repeat(300)}` }).replace(
      /(?<=<itunes:duration>)\d+/,
      "0.3",
    );
    const [odd] = read(writeFeed([bare])).items;
    expect(odd).not.toHaveProperty("duration");
    expect(readOne(`<link>https://a.example/${"[".repeat(300)}</link>`)).not.toHaveProperty("link");
    expect(odd).toMatchObject({ title: "蒸馏-" });
  });

  test("keeps line breaks of plain notes, and HTML as it is but for what Markdown would take for code", () => {
    expect(readOne("<description>00:00 开场\n01:20 正题\n\n谢谢</description>")?.notes).toBe(
      "00:00 开场  \n01:20 正题\n\n谢谢",
    );
    expect(readOne("<description><![CDATA[<p>\n\n    一\n</p>]]></description>")?.notes).toBe(
      "<p>\n一\n</p>",
    );
  });

  test("has one item for one guid, and the day in the feed's own zone", () => {
    const late = writeItem(2).replace(
      /<pubDate>.*<\/pubDate>/,
      "<pubDate>Wed, 05 Mar 2025 23:30:00 +0800</pubDate>",
    );
    const { items } = read(writeFeed([writeItem(1, { guid: "a" }), writeItem(3, { guid: "a" }), late]));
    expect(items.map(({ title, date }) => [title, date])).toEqual([
      ["聊聊第1件事", "2025-01-01"],
      ["聊聊第2件事", "2025-03-05"],
    ]);
  });

  test("gives no sound that is a page, and no zeros for numbers that are not known", () => {
    const page = writeItem(1).replace(
      /<enclosure[^>]*>/,
      '<enclosure url="https://example.org/listen" length="0" type="text/html"/>',
    );
    expect(read(writeFeed([page])).items[0]).toMatchObject({ refusedAudio: "https://example.org/listen" });
    const zero = writeItem(1)
      .replace(/length="\d+"/, 'length="0"')
      .replace(/<itunes:episode>1/, "<itunes:episode>0");
    expect(read(writeFeed([zero])).items[0]?.audio).toEqual({
      url: "https://cdn.example.org/a1.mp3",
      type: "audio/mpeg",
    });
    expect(read(writeFeed([zero])).items[0]).not.toHaveProperty("number");
  });

  test("may be in another encoding, which it names", () => {
    const text = writeFeed([writeItem(1, { title: "\u00c4\u00d6" })])
      .replace("UTF-8", "ISO-8859-1")
      .replace(/[\u3000-\uffff]/g, "x");
    const feed = readFeed(Buffer.from(text, "latin1"), "feed.xml");
    expect("items" in feed ? feed.items[0]?.title : feed.kind).toBe("ÄÖ");
  });

  test.each([
    ["a title on one line, without what cannot be seen", "甲\u202e\u0007\n 乙", "甲 乙"],
    ["markup as the text it is", "<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["entities that hosts escape twice", "A &amp; B &#128512;", "A & B 😀"],
    ["a path as a title", "../../etc/passwd", "../../etc/passwd"],
  ])("gives %s", (_, title, expected) => {
    expect(read(writeFeed([writeItem(1, { title })])).items[0]?.title).toBe(expected);
  });

  test("cuts what is endless", () => {
    expect(read(writeFeed([writeItem(1, { title: "长".repeat(2000) })])).items[0]?.title).toHaveLength(500);
  });

  test.each([
    ["cut off", writeFeed([writeItem(1)]).slice(0, -40), "feed-cut-off"],
    ["broken", writeFeed(["<item><title>a</b></item>"]), "feed-unreadable"],
    ["a page", "<!doctype html><html></html>", "feed-not-rss"],
    ["empty", "", "feed-not-rss"],
    ["of one tag without end", writeFeed([`<item ${'a="b" '.repeat(30_000)}/>`]), "feed-unreadable"],
    [
      "of ten thousand tags in each other",
      writeFeed([`<item>${"<a>".repeat(10_000)}</item>`]),
      "feed-unreadable",
    ],
  ])("that is %s is refused", (_, text, kind) => {
    expect(refuse(text)).toBe(kind);
  });

  test("expands no entity of its own, and reads no file for one", () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${"bcdefghij"
      .split("")
      .map((name, index) => `<!ENTITY ${name} "${`&${"abcdefghij"[index]};`.repeat(10)}">`)
      .join("")}<!ENTITY z SYSTEM "file:///etc/passwd">]>`;
    const text = writeFeed([writeItem(1)])
      .replace("<rss", `${bomb}<rss`)
      .replace("聊聊", "&j;&z;");
    const feed = readFeed(bytesOf(text), "feed.xml");
    expect(JSON.stringify(feed).length).toBeLessThan(2000);
    expect(JSON.stringify(feed)).not.toContain("root:");
  });

  test("never throws and never takes long, whatever is changed in it", () => {
    const whole = writeFeed([
      writeItem(1),
      writeItem(2, { extra: `<description>${escapeXml("<p>好</p>")}</description>` }),
    ]);
    const change = fc.record({
      at: fc.nat(whole.length),
      cut: fc.nat(40),
      put: fc.oneof(
        fc.string(),
        fc.constantFrom("<", "<![CDATA[", "]]>", "&", "&#0;", "<!--", '"', "<item>", "</item>", "\0"),
      ),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const text = changes.reduce(
          (left, { at, cut, put }) => left.slice(0, at) + put + left.slice(at + cut),
          whole,
        );
        const began = performance.now();
        readFeed(bytesOf(text), "feed.xml");
        expect(performance.now() - began).toBeLessThan(1000);
      }),
      { numRuns: 500 },
    );
  });
});
