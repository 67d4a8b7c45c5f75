import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { formatCount } from "../../../src/text/format-count.ts";
import { wordEpisodeCount } from "../../../src/wording/filter-words.ts";
import { wordHitPlace } from "../../../src/wording/find-words.ts";
import { wordEpisodeCount as wordEpisodes, wordPurpose } from "../../../src/wording/interface-words.ts";
import { wordTopicCount } from "../../../src/wording/reading-words.ts";
import { wordHitCount, wordMoreEpisodes, wordVariantHits } from "../../../src/wording/search-words.ts";
import { wordSuggestedEpisodes } from "../../../src/wording/suggestion-words.ts";
import { wordOrigin } from "../../../src/wording/text-words.ts";

it("groups thousands, and leaves what is smaller as it is", () => {
  expect([999, 1000, 23_300_000].map(formatCount)).toEqual(["999", "1,000", "23,300,000"]);
});

it("is how a thousand stands in both languages", () => {
  const worded = [
    wordEpisodes(1000),
    wordEpisodeCount(1000),
    wordPurpose(1000, "none"),
    wordHitPlace(1, 1000, "0:00"),
    wordTopicCount(1000),
    wordHitCount(1000),
    wordMoreEpisodes(1000),
    wordVariantHits(1000, 1000, "蒸馏"),
    wordSuggestedEpisodes(1000),
    wordOrigin("machine", 1000),
  ];
  for (const { zh, en } of worded)
    for (const text of [zh, en]) {
      expect(text).toContain("1,000");
      expect(text).not.toMatch(/\d{4}/);
    }
});

it("is the one way in which counts are written", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:ts|astro)$/.test(name),
  );
  const others = files.filter((name) => readFileSync(join("src", name), "utf8").includes("toLocaleString("));
  expect(others).toEqual([join("text", "format-count.ts")]);
});
