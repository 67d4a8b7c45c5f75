import { describe, expect, it } from "vitest";
import type { SearchOptions } from "../../../../src/search/api/search-types.ts";
import { type IndexSettings, indexEpisodes, type Said } from "./index-episodes.ts";

const episodes: readonly (readonly Said[])[] = [
  [
    ["tianyi", "蒸馏和量化"],
    ["陈光", "蒸馏"],
  ],
  [
    ["陈光", "蒸馏和量化"],
    ["tianyi", "别的"],
  ],
  [["陈光", "量化"]],
];
const headed = [["MoE"], ["MoE", "R1"], ["R1"]].map((topics) => ({ title: "题", topics, chapters: [] }));
const settings: IndexSettings = {
  headed,
  dates: ["2024-06", "2025-01-20", "2025-03"],
  namesOf: { tianyi: ["天一", "Tian Yi"] },
};
const { engine } = await indexEpisodes(episodes, settings);

const search = (query: string, options?: SearchOptions) => engine.search(query, options);
const find = async (query: string, options?: SearchOptions) =>
  (await search(query, options)).episodes.map(({ slug, hits }) => `${slug}:${hits}`).sort();

describe("a filter in a query", () => {
  it("keeps the passages of a speaker by id, other name or label, in any case and script", async () => {
    for (const name of ["tianyi", "TIANYI", "天一", '"tian yi"'])
      expect([name, await find(`蒸馏 speaker:${name}`)]).toEqual([name, ["e0:1"]]);
    expect(await find("蒸馏 说话人：陳光")).toEqual(["e0:1", "e1:1"]);
  });
  it("takes several values of one key as alternatives, and several keys together", async () => {
    expect(await find("蒸馏 speaker:天一 speaker:陈光")).toEqual(["e0:2", "e1:1"]);
    expect(await find("量化 topic:r1 after:2025-02")).toEqual(["e2:1"]);
  });
  it("keeps episodes from a date on and up to the day before another", async () => {
    expect(await find("量化 after:2025-01")).toEqual(["e1:1", "e2:1"]);
    expect(await find("量化 before:2025-03")).toEqual(["e0:1", "e1:1"]);
    expect(await find("量化 year:2025 before:2025-02")).toEqual(["e1:1"]);
  });
  it("holds beside those of the options", async () => {
    expect(await find("蒸馏 topic:MoE", { filters: { year: ["2025"] } })).toEqual(["e1:1"]);
    expect(await find("蒸馏 speaker:天一", { filters: { speaker: ["陈光"] } })).toEqual([]);
  });
  it("is told where it names nobody, and left out", async () => {
    const { notes, episodes: found } = await search("蒸馏 speaker:张三 topic:没有");
    expect(notes.unknown).toEqual([
      { key: "speaker", value: "张三" },
      { key: "topic", value: "没有" },
    ]);
    expect(found).toHaveLength(2);
  });
  it("is told where there is no such day, and left out", async () => {
    const { notes, episodes: found } = await search("蒸馏 after:2025-02-30");
    expect(notes.unknown).toEqual([{ key: "after", value: "2025-02-30" }]);
    expect(found).toHaveLength(2);
    expect((await search("蒸馏 after:2025-0", { prefix: true })).notes.unknown).toEqual([]);
  });
  it("asks for nothing without a value, as do quotes around nothing", async () => {
    for (const query of ["speaker:", "after: ", '""', "“ ”", '" ']) {
      const { episodes: found, notes } = await search(query);
      expect([query, found, notes.unknown, notes.missing]).toEqual([query, [], [], []]);
    }
  });
  it("takes a name by its beginning only while it is typed", async () => {
    expect(await find("蒸馏 speaker:天", { prefix: true })).toEqual(["e0:1"]);
    expect((await search("蒸馏 speaker:天")).notes.unknown).toHaveLength(1);
  });
  it("alone lists the episodes that pass, newest first, with no hit", async () => {
    const { episodes: found } = await search("speaker:天一");
    expect(found.map(({ slug, hits }) => [slug, hits])).toEqual([
      ["e1", 0],
      ["e0", 0],
    ]);
  });
});

describe("an excluded word", () => {
  it("leaves out the episodes in which anybody says it", async () => {
    expect(await find("量化 -蒸馏")).toEqual(["e2:1"]);
    expect(await find("-蒸馏")).toEqual(["e2:0"]);
  });
});

describe("a word that is nowhere", () => {
  it("leaves nothing to be found, unless it may be dropped", async () => {
    expect(await find("蒸馏 没人说过")).toEqual([]);
    const { notes: whole } = await search("蒸馏 和 没人说过 哪个好", { dropMissing: true });
    expect(whole.dropped).toEqual([]);
    const { notes, episodes: found } = await search("蒸馏 没人说过", { dropMissing: true });
    expect([notes.missing, notes.dropped]).toEqual([["没人说过"], ["没人说过"]]);
    expect(found).toHaveLength(2);
  });
  it("is not dropped where no other word is left", async () => {
    const { notes, episodes: found } = await search("没人说过 speaker:天一", { dropMissing: true });
    expect([notes.missing, notes.dropped, found]).toEqual([["没人说过"], [], []]);
  });
});

describe("words that no episode has all of", () => {
  it("are told in the sets that are said together", async () => {
    const { engine: other } = await indexEpisodes([
      [["甲", "蒸馏,量化"]],
      [["甲", "蒸馏,open source"]],
      [["甲", "蒸馏,量化"]],
      [["甲", "剪枝"]],
    ]);
    const { notes } = await other.search('蒸馏 量化 "open source"');
    expect(notes.together).toEqual([
      { words: ["蒸馏", "量化"], query: "蒸馏 量化", episodes: 2 },
      { words: ["蒸馏", "open source"], query: '蒸馏 "open source"', episodes: 1 },
    ]);
  });
});

describe("facets", () => {
  const count = async (query: string, options?: SearchOptions) => {
    const { facets } = (await search(query, options)).notes;
    return Object.fromEntries(
      Object.entries(facets).map(([key, own]) => [key, own.map(({ value, episodes: n }) => `${value}:${n}`)]),
    );
  };
  it("count the episodes of the answer", async () => {
    expect(await count("量化")).toEqual({
      speaker: ["陈光:3", "tianyi:2"],
      topic: ["MoE:2", "R1:2"],
      year: ["2025:2", "2024:1"],
      timing: ["cue:3"],
    });
  });
  it("leave out what is chosen of their own key, and count what is chosen of others", async () => {
    const counted = await count("量化", { filters: { year: ["2025"] } });
    expect([counted["year"], counted["topic"]]).toEqual([
      ["2025:2", "2024:1"],
      ["R1:2", "MoE:1"],
    ]);
  });
  it("count the episodes in which a chosen speaker says the words", async () => {
    expect((await count("量化 speaker:天一"))["topic"]).toEqual(["MoE:1"]);
  });
  it("promise as many episodes as choosing their value gives", async () => {
    const { facets } = (await search("蒸馏")).notes;
    for (const key of ["topic", "year", "timing"] as const) {
      for (const { value, episodes: count } of facets[key])
        expect(await find("蒸馏", { filters: { [key]: [value] } })).toHaveLength(count);
    }
  });
});
