import { expect, test } from "vitest";
import { makeRecording } from "../../../../src/components/episode/describe-episode.ts";
import type { Episode } from "../../../../src/model/archive.ts";

const episode: Episode = {
  slug: "night-train",
  title: "夜里的火车 Night train",
  date: "2023-11-02",
  audio: { url: "/pod/episodes/night-train/a.opus", type: "audio/ogg" },
  duration: 103,
  isDurationEstimated: false,
  people: [],
  language: "zh-CN",
  topics: [],
  links: {},
  isDraft: false,
  transcriptFile: "transcript.vtt",
  timing: "cue",
  chapters: [{ title: "窗外", start: 38.48, isEstimated: false, firstPassage: 0 }],
  passages: [],
  speakers: [],
  mentions: [],
  strip: [],
};

test("tells the player what it plays, and where chapters begin", () => {
  const recording = makeRecording(episode, { title: "小样播客" }, { page: "/pod/episodes/night-train/" });
  expect(recording).toMatchObject({
    page: "/pod/episodes/night-train/",
    title: "夜里的火车 Night train",
    show: "小样播客",
    url: "/pod/episodes/night-train/a.opus",
    type: "audio/ogg",
    chapters: [{ title: "窗外", start: 38.48 }],
  });
  expect(recording?.strip).toHaveLength(120);
});

test("tells the player nothing of an episode without audio", () => {
  const { audio: _, ...silent } = episode;
  expect(makeRecording(silent, { title: "小样播客" }, { page: "/" })).toBeUndefined();
});
