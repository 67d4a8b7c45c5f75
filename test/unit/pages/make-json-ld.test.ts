import { describe, expect, it } from "vitest";
import type { Episode, Show } from "../../../src/model/archive.ts";
import { makeEpisodeJsonLd, makeShowJsonLd } from "../../../src/pages/_make-json-ld.ts";

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
    expect(makeEpisodeJsonLd({ ...episode, topics: ["蒸馏"] }, show, site, ["MoE", "蒸馏"])).toMatchObject({
      keywords: "蒸馏, MoE",
    });
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
