import { describe, expect, it } from "vitest";
import type { Episode } from "../../../../../src/model/archive.ts";
import { chooseValues } from "../../../../../src/search/completion/make/choose-names.ts";

function makeEpisode(speakers: readonly (readonly [key: string, name: string])[], topics: string[] = []) {
  return { speakers: speakers.map(([key, name]) => ({ key, name, sure: 1 })), topics } as unknown as Episode;
}

const people = [{ id: "lin", name: "林晚", aliases: ["晚晚"], bio: "", links: {} }] as unknown as Parameters<
  typeof chooseValues
>[0]["people"];

describe("the values that a search can be narrowed down to", () => {
  it("are who speaks and what episodes are about, most episodes first", () => {
    const lin = ["lin", "林晚"] as const;
    const episodes = [
      makeEpisode([lin], ["工具"]),
      makeEpisode([["周一鸣", "周一鸣"], lin], ["RL"]),
      makeEpisode([], ["RL"]),
    ];
    expect(chooseValues({ people, episodes }, 9)).toEqual({
      speaker: [
        { text: "林晚", also: ["晚晚"], episodes: 2 },
        { text: "周一鸣", also: [], episodes: 1 },
      ],
      topic: [
        { text: "RL", also: [], episodes: 2 },
        { text: "工具", also: [], episodes: 1 },
      ],
    });
  });

  it("are counted as the search finds them, by every name they have", () => {
    const episodes = [
      makeEpisode([["lin", "林晚"]], ["open models"]),
      makeEpisode([["林晚", "林晚"]], ["Open Models"]),
      makeEpisode([["晚晚", "晚晚"]]),
    ];
    const { speaker, topic } = chooseValues({ people, episodes }, 9);
    expect(speaker.map(({ text, episodes: count }) => [text, count])).toEqual([
      ["林晚", 2],
      ["晚晚", 2],
    ]);
    expect(topic).toEqual([{ text: "open models", also: [], episodes: 2 }]);
  });

  it("are none that cannot be typed, and no more than asked for", () => {
    const episodes = [makeEpisode([], ['"quoted"', "a", "b", "c"])];
    expect(chooseValues({ people: [], episodes }, 2).topic.map(({ text }) => text)).toEqual(["a", "b"]);
  });
});
