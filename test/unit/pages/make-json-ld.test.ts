import { describe, expect, it } from "vitest";
import type { Episode, Show } from "../../../src/model/archive.ts";
import {
  makeCrumbsJsonLd,
  makeEpisodeJsonLd,
  makeShowJsonLd,
  makeSiteJsonLd,
} from "../../../src/pages/_make-json-ld.ts";

const episode: Episode = {
  slug: "1",
  title: "第一期",
  date: "2025-03",
  duration: 4170,
  isDurationEstimated: false,
  people: [{ name: "Leo", id: "leo", role: "host" }],
  language: "zh-CN",
  topics: [],
  links: {},
  isDraft: false,
  transcriptFile: "transcript.txt",
  timing: "estimated",
  chapters: [],
  passages: [],
  speakers: [],
  mentions: [],
  strip: [],
};
const show: Show = { title: "AI Odyssey", description: "", language: "zh-CN", author: "", links: {} };
const site = { base: "/pod/", origin: "https://example.org" };

describe("makeEpisodeJsonLd", () => {
  it("is a PodcastEpisode of its series", () => {
    expect(makeEpisodeJsonLd(episode, show, site)).toMatchObject({
      "@type": "PodcastEpisode",
      url: "https://example.org/pod/episodes/1/",
      duration: "PT1H9M30S",
      partOfSeries: { "@type": "PodcastSeries", name: "AI Odyssey", url: "https://example.org/pod/" },
    });
  });

  it("names its recording by a whole address", () => {
    const withAudio = { ...episode, audio: { url: "/episodes/1/a%20b.mp3" } };
    expect(makeEpisodeJsonLd(withAudio, show, site)).toMatchObject({
      associatedMedia: { contentUrl: "https://example.org/episodes/1/a%20b.mp3" },
    });
  });

  it("states no length that is only estimated", () => {
    expect(makeEpisodeJsonLd({ ...episode, isDurationEstimated: true }, show, site)).not.toHaveProperty(
      "duration",
    );
  });

  it("gives relative addresses where the site's own is not known", () => {
    const unknown = { base: "/pod/", origin: undefined };
    expect(makeEpisodeJsonLd(episode, show, unknown)).toMatchObject({ url: "/pod/episodes/1/" });
  });

  it("names topics before keywords, each once", () => {
    expect(
      makeEpisodeJsonLd({ ...episode, topics: ["蒸馏"] }, show, site, { keywords: ["MoE", "蒸馏"] }),
    ).toMatchObject({
      keywords: "蒸馏, MoE",
    });
  });
});

describe("what an episode's structured data holds", () => {
  const full: Episode = {
    ...episode,
    people: [...episode.people, { name: "路人" }],
    audio: { url: "https://a.example/1.mp3", type: "audio/mpeg" },
    chapters: [{ title: "开场", start: 0, firstPassage: 0, isEstimated: false }],
  };

  it("is who is in it, with the pages of those who have one, its cover and its recording", () => {
    const about = { slugOf: new Map([["leo", "leo"]]), cover: "/pod/episodes/1/cover-640.jpg" };
    expect(makeEpisodeJsonLd(full, { ...show, author: "某台" }, site, about)).toMatchObject({
      author: { "@type": "Organization", name: "某台" },
      actor: [
        { "@type": "Person", name: "Leo", url: "https://example.org/pod/people/leo/" },
        { "@type": "Person", name: "路人" },
      ],
      image: "https://example.org/pod/episodes/1/cover-640.jpg",
      associatedMedia: { encodingFormat: "audio/mpeg", duration: "PT1H9M30S" },
    });
  });

  it("is no length of the recording that is only estimated, and no chapters", () => {
    const data = makeEpisodeJsonLd({ ...full, isDurationEstimated: true }, show, site);
    expect(data["associatedMedia"]).not.toHaveProperty("duration");
    expect(data).not.toHaveProperty("hasPart");
  });

  it("has a way to it from the home page, by whole addresses or not at all", () => {
    expect(makeCrumbsJsonLd(episode, show, site)).toMatchObject({
      "@type": "BreadcrumbList",
      itemListElement: [
        { position: 1, name: "AI Odyssey", item: "https://example.org/pod/" },
        { position: 2, name: "节目", item: "https://example.org/pod/episodes/" },
        { position: 3, name: "第一期", item: "https://example.org/pod/episodes/1/" },
      ],
    });
    expect(makeCrumbsJsonLd(episode, show, { base: "/", origin: undefined })).toBeUndefined();
  });
});

describe("makeSiteJsonLd", () => {
  it("names the site where it is all of its host, and nowhere else", () => {
    expect(makeSiteJsonLd(show, { ...site, base: "/" })).toMatchObject({
      "@type": "WebSite",
      name: "AI Odyssey",
      url: "https://example.org/",
    });
    expect(makeSiteJsonLd(show, site)).toBeUndefined();
    expect(makeSiteJsonLd(show, { base: "/", origin: undefined })).toBeUndefined();
  });
});

describe("makeShowJsonLd", () => {
  it("is a PodcastSeries without the author that nobody names", () => {
    expect(makeShowJsonLd(show, site)).toEqual({
      "@context": "https://schema.org",
      "@type": "PodcastSeries",
      name: "AI Odyssey",
      description: "",
      inLanguage: "zh-CN",
      url: "https://example.org/pod/",
    });
  });

  it("claims no address that is not known", () => {
    expect(makeShowJsonLd(show, { base: "/pod/", origin: undefined })).not.toHaveProperty("url");
    const original = "https://feeds.example.org/a.xml";
    expect(makeShowJsonLd({ ...show, feed: { original } }, site)).toHaveProperty("webFeed", original);
  });
});
