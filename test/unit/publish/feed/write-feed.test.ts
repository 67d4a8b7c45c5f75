import { parseRssFeed } from "feedsmith";
import partytime from "podcast-partytime";
import { describe, expect, it } from "vitest";
import type { Episode, Person, Show } from "../../../../src/model/archive.ts";
import type { FeedItemSource } from "../../../../src/publish/feed/make-feed-item.ts";
import { writeShowFeed, writeSubjectFeed } from "../../../../src/publish/feed/write-feed.ts";
import { checkNamespace, checkPsp1, findAll, readXml } from "../../../check-feed.ts";
import { makePublished, makeUntimed, tea } from "../make-published.ts";

const place = { origin: "https://tea.example", base: "/pod/" };
const address = "https://tea.example/pod/feed.xml";
const people: readonly Person[] = [
  { id: "lin", slug: "lin", name: "林晚", aliases: [], role: "host", links: {} },
  { id: "zhou", slug: "zhou", name: "周远", aliases: [], role: "guest", links: {} },
];

function makeItem(episode: Episode, more: Partial<FeedItemSource> = {}): FeedItemSource {
  const { audio: { url = "", bytes = 0, type = "" } = {}, guid = episode.slug } = episode;
  return {
    episode,
    audio: { url, bytes, type },
    guid,
    link: `https://tea.example/pod/episodes/${episode.slug}/`,
    description: episode.summary ?? "今天说说水。",
    hasNotes: true,
    ...more,
  };
}

const write = (show: Partial<Show>, ...episodes: readonly Episode[]) =>
  writeShowFeed(
    { show: { ...tea, ...show }, people, place },
    episodes.map((own) => makeItem(own)),
  );

const full = makePublished({
  guid: "tea-2025-042",
  number: 42,
  season: 3,
  summary: "水、火候和一只旧壶 & 一句 <b>话</b>。",
  notesHtml:
    '<p>见<a href="/pod/terms/%E6%B0%B4/" rel="nofollow noopener">水</a>、<a href="https://a.example/?a=1&#x26;b=2">文章</a>，<img src="pot.png" alt="a > b">，<code>href="/x"</code>，]]&gt;</p>',
  people: [
    { id: "lin", name: "林晚", role: "host" },
    { id: "zhou", name: "周远", role: "guest" },
    { name: "王五" },
  ],
  chapters: [{ title: "开场", start: 1, isEstimated: false, firstPassage: 0 }],
});

/** What two libraries that know nothing of each other, and nothing of our writer, read in a feed. */
function readTwice(xml: string) {
  const party = partytime.parseFeed(xml);
  if (party === null) throw new Error("podcast-partytime reads nothing");
  return { smith: parseRssFeed(xml), party };
}

describe("the show's feed", () => {
  it("has what PSP-1 asks for, in the form of the podcast namespace", async () => {
    const xml = await write(
      {
        feed: { primary: true },
        explicit: true,
        copyright: "© 茶余",
        owner: { name: "林晚", email: "lin@tea.example" },
      },
      full,
      makePublished(),
    );
    expect(checkPsp1(xml, address)).toEqual([]);
    expect(checkNamespace(xml)).toEqual([]);
  });

  it("is read alike by feedsmith and podcast-partytime", async () => {
    const { smith, party } = readTwice(await write({ feed: { primary: true }, explicit: true }, full));
    const url = "https://tea.example/pod/episodes/042";
    expect(smith).toMatchObject({
      title: "茶余",
      link: "https://tea.example/pod/",
      language: "zh-CN",
      atom: { links: [{ href: address, rel: "self" }] },
      itunes: { author: "周宁", explicit: true, image: "https://tea.example/pod/cover-feed.jpg" },
      podcast: { txts: [{ purpose: "ai-content", display: "transcript" }] },
      items: [
        {
          title: "一壶好水",
          guid: { value: "tea-2025-042", isPermaLink: false },
          enclosures: [{ url: "https://cdn.example/042.mp3", length: 41_234_567, type: "audio/mpeg" }],
          itunes: { duration: 60, episode: 42, season: 3 },
          podcast: {
            transcripts: [
              { url: `${url}/transcript.vtt`, type: "text/vtt", language: "zh-CN" },
              { url: `${url}/transcript.json`, type: "application/json", language: "zh-CN" },
            ],
            chapters: { url: `${url}/chapters.json`, type: "application/json+chapters" },
            season: { number: 3 },
            episode: { number: 42 },
          },
        },
      ],
    });
    expect(party).toMatchObject({
      title: smith.title,
      link: smith.link,
      explicit: true,
      itunesBlock: false,
      podcastTxt: [{ value: "transcript", purpose: "ai-content" }],
    });
    const [item] = party.items;
    const [other] = smith.items ?? [];
    expect(item).toMatchObject({
      guid: other?.guid?.value,
      enclosure: other?.enclosures?.[0],
      duration: other?.itunes?.duration,
      podcastTranscripts: other?.podcast?.transcripts,
      podcastChapters: other?.podcast?.chapters,
      podcastSeason: { number: 3 },
      podcastEpisode: { number: 42 },
    });
    expect(item?.pubDate?.toISOString()).toBe("2025-03-05T00:00:00.000Z");
    expect(item?.podcastPeople?.map(({ name, role, href }) => [name, role, href])).toEqual([
      ["林晚", "Host", "https://tea.example/pod/people/lin/"],
      ["周远", "Guest", "https://tea.example/pod/people/zhou/"],
      ["王五", "Host", undefined],
    ]);
  });

  it("is kept from directories unless it is the show's own", async () => {
    for (const feed of [undefined, { original: "https://podnews.net/rss" }]) {
      const { smith, party } = readTwice(await write({ ...(feed === undefined ? {} : { feed }) }, full));
      expect([smith.itunes?.block, party.itunesBlock]).toEqual([true, true]);
      expect(smith.itunes?.newFeedUrl).toBeUndefined();
      expect(party.itunesNewFeedUrl).toBeUndefined();
    }
  });

  it("has the guid of the show's feed at its host", async () => {
    const { smith, party } = readTwice(await write({ feed: { original: "https://podnews.net/rss" } }, full));
    expect(smith.podcast?.guid).toBe("9b024349-ccf0-5f69-a609-6b82873eab3c");
    expect(party.guid).toBe("9b024349-ccf0-5f69-a609-6b82873eab3c");
  });

  it("puts subcategories into their category", async () => {
    const [channel] = findAll(readXml(await write({}, full)), "channel");
    const named = channel === undefined ? [] : findAll(channel, "itunes:category");
    expect(
      named.map(({ attributes, children }) => [
        attributes["text"],
        children.map((own) => own.attributes["text"]),
      ]),
    ).toEqual([
      ["Technology", []],
      ["Society & Culture", ["Documentary", "Philosophy"]],
    ]);
  });

  it("says nothing of what is estimated or 0", async () => {
    const xml = await write({}, makePublished({ number: 0, season: 0, isDurationEstimated: true }));
    expect(xml).not.toMatch(/<(?:itunes|podcast):(?:duration|episode|season)/);
  });

  it("offers a transcript without times as HTML, and one with some of them without the estimated ones", async () => {
    const files = async (episode: Partial<Episode>) =>
      readTwice(await write({}, makePublished(episode))).smith.items?.[0]?.podcast?.transcripts?.map(
        ({ type }) => type,
      );
    const untimed = [makeUntimed(0, 9, "今天说说水。")];
    expect(await files({ timing: "estimated", passages: untimed })).toEqual(["text/html"]);
    expect(await files({ timing: "mixed" })).toEqual(["text/vtt"]);
    expect(await files({ timing: "mixed", passages: untimed })).toEqual(["text/html"]);
  });

  it("names no chapters whose times are estimated", async () => {
    const chapters = [{ title: "开场", start: 1, isEstimated: true, firstPassage: 0 }];
    expect(await write({}, makePublished({ chapters }))).not.toContain("podcast:chapters");
  });

  it("says nothing of a machine where people typed the transcripts", async () => {
    expect(await write({ machine: false }, full)).not.toContain("ai-content");
  });

  it("has show notes with whole addresses, and tags as they are", async () => {
    const notes = readTwice(await write({}, full)).smith.items?.[0]?.content?.encoded;
    expect(notes).toContain('href="https://tea.example/pod/terms/%E6%B0%B4/"');
    expect(notes).toContain('href="https://a.example/?a=1&#x26;b=2"');
    expect(notes).toContain('src="https://tea.example/pod/episodes/042/pot.png"');
    expect(notes).toContain('<code>href="/x"</code>');
  });

  it("has short notes as the description of an episode without a summary", async () => {
    const { summary: _, ...plain } = full;
    const xml = await write({}, plain);
    expect(xml).not.toContain("content:encoded>");
    expect(
      readXml(xml)
        .children[0]?.children.at(-1)
        ?.children.find(({ name }) => name === "description")?.text,
    ).toMatch(/^<p>见/);
  });

  it("lets no text be taken for markup, neither as XML nor as HTML", async () => {
    const [item] = readTwice(await write({}, full)).smith.items ?? [];
    expect(item?.description).not.toMatch(/<b>/);
    expect(
      readXml(await write({}, full))
        .children[0]?.children.at(-1)
        ?.children.find(({ name }) => name === "description")?.text,
    ).toBe("水、火候和一只旧壶 & 一句 &lt;b>话&lt;/b>。");
  });

  it("keeps a description to 4,000 bytes and cuts no character and no reference", async () => {
    for (const summary of [
      "水".repeat(3000),
      "𠮷".repeat(3000),
      "<".repeat(3000),
      `${"a".repeat(3996)}<<<`,
    ]) {
      const xml = await write({}, makePublished({ summary }));
      expect(checkPsp1(await write({}, makePublished({ summary })), address)).toEqual([]);
      expect(xml).not.toMatch(/\ufffd|&amp;l?t?…/);
    }
  });

  it("writes addresses of strangers as addresses", async () => {
    const audio = { url: 'https://cdn.example/第一期 "a"<b>.mp3?x=1&y=2', type: "audio/mpeg", bytes: 1 };
    const { smith, party } = readTwice(await write({}, makePublished({ audio })));
    const whole = 'https://cdn.example/%E7%AC%AC%E4%B8%80%E6%9C%9F%20"a"<b>.mp3?x=1&y=2';
    expect(smith.items?.[0]?.enclosures?.[0]?.url).toBe(whole);
    expect(party.items[0]?.enclosure.url).toBe(whole);
  });
});

describe("the feed of a term", () => {
  const feed = {
    title: "水 · 茶余",
    description: "说到“水”的各期。",
    path: ["terms", "水"],
    items: [makeItem(full, { guid: "水#042", link: "https://tea.example/pod/episodes/042/#t=1" })],
  };

  it("is always kept from directories, names itself, and is no podcast of its own", async () => {
    const show = { ...tea, feed: { primary: true }, guid: "917393e3-1b1e-5cef-ace4-edaa54e1f810" };
    const xml = writeSubjectFeed({ show, people, place }, feed);
    expect(checkNamespace(xml)).toEqual([]);
    const { smith, party } = readTwice(xml);
    expect(smith.atom?.links?.[0]?.href).toBe("https://tea.example/pod/terms/%E6%B0%B4/feed.xml");
    expect(smith.link).toBe("https://tea.example/pod/terms/%E6%B0%B4/");
    expect([smith.itunes?.block, party.itunesBlock]).toEqual([true, true]);
    expect(smith.podcast?.guid).toBeUndefined();
    expect(smith.items?.[0]).toMatchObject({
      link: "https://tea.example/pod/episodes/042/#t=1",
      guid: { value: "水#042" },
    });
  });

  it("has items without a recording", async () => {
    const { audio: _, ...item } = feed.items[0] as FeedItemSource;
    const smith = parseRssFeed(writeSubjectFeed({ show: tea, people, place }, { ...feed, items: [item] }));
    expect(smith.items?.[0]?.enclosures).toBeUndefined();
  });
});
