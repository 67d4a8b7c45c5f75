import { describe, expect, it } from "vitest";
import type { Archive, Term } from "../../../../src/model/archive.ts";
import { findMentions, listMentions } from "../../../../src/pipeline/mention/find-mentions.ts";
import { makeEpisode, makePassage, makeTerm } from "../measure/make-episode.ts";

const rl: Term = { ...makeTerm("强化学习"), slug: "rl", also: ["RL"] };

describe("where an episode says a term", () => {
  it("finds it by each of its names, however they are written", () => {
    expect(
      findMentions(
        [makePassage(0, "强化学习，也就是 rl。"), makePassage(1, "別的"), makePassage(2, "強化學習")],
        [rl],
      ),
    ).toEqual([
      {
        slug: "rl",
        count: 3,
        passages: [
          [
            0,
            [
              [0, 4],
              [9, 11],
            ],
          ],
          [2, [[0, 4]]],
        ],
      },
    ]);
  });

  it("marks what runs over into the next passage in the one it begins in", () => {
    const passages = [makePassage(0, "我们说强化", "a"), makePassage(1, "学习", "a")];
    expect(findMentions(passages, [rl])).toEqual([{ slug: "rl", count: 1, passages: [[0, [[3, 5]]]] }]);
  });

  it("finds nothing that two speakers say between them", () => {
    const passages = [makePassage(0, "我们说强化", "a"), makePassage(1, "学习", "b")];
    expect(findMentions(passages, [rl])).toEqual([]);
  });

  it("finds nothing in a longer word of Latin letters", () => {
    expect(findMentions([makePassage(0, "URL 和 RLHF")], [rl])).toEqual([]);
  });

  it("counts a dotted name only where it has its dot", () => {
    const net = makeTerm(".NET");
    expect(findMentions([makePassage(0, "net 和 .NET")], [net])).toMatchObject([{ count: 1 }]);
  });
});

describe("where an archive says its terms", () => {
  it("lists a term's episodes in the archive's order, and none for a term that nobody says", () => {
    const unsaid = makeTerm("蒸馏");
    const terms = [rl, unsaid];
    const episodes = ["new", "silent", "old"].map((slug) => {
      const passages = [makePassage(0, slug === "silent" ? "天气" : "RL")];
      return { ...makeEpisode(slug, passages), mentions: findMentions(passages, terms) };
    });
    const mentions = listMentions({ terms, episodes } as unknown as Archive);
    expect(
      mentions.get(rl)?.map(({ episode, passages }) => [episode.slug, passages[0]?.passage.text]),
    ).toEqual([
      ["new", "RL"],
      ["old", "RL"],
    ]);
    expect(mentions.get(unsaid)).toEqual([]);
  });
});
