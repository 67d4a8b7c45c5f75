import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTurns } from "../../../../src/search/tokenize/read-turns.ts";
import { readTokens } from "../../../../src/text/normalise.ts";
import { type IndexSettings, indexEpisodes, makePassages, type Said } from "./index-episodes.ts";

async function count(said: readonly Said[], query: string, settings?: IndexSettings, prefix = false) {
  const { engine } = await indexEpisodes([said], settings);
  const { episodes } = await engine.search(query, { prefix });
  return episodes[0]?.hits ?? 0;
}

describe("SearchEngine.search", () => {
  it("finds a word whatever a dictionary would cut there", async () => {
    expect(await count([["甲", "这一段简单说说"]], "段简")).toBe(1);
  });
  it("never takes 苹果 and 公司 apart for 苹果公司", async () => {
    expect(await count([["甲", "苹果很好,公司也好"]], "苹果公司")).toBe(0);
    expect(await count([["甲", "苹果公司"]], "苹果公司")).toBe(1);
  });
  it("does not take 规模及 for 模及", async () => {
    expect(await count([["甲", "模式、规模"]], "规模及")).toBe(0);
  });
  it("counts overlapping places", async () => {
    expect(await count([["甲", "哈哈哈"]], "哈哈")).toBe(2);
  });
  it("finds RL and not RLHF, and its beginning only while it is typed", async () => {
    expect(await count([["甲", "RL 和 RLHF"]], "RL")).toBe(1);
    expect(await count([["甲", "RL 和 RLHF"]], "RL", {}, true)).toBe(2);
  });
  it("finds GPT-4o, o1, C++ and 3.7 and not their parts for them", async () => {
    const said: Said[] = [["甲", "GPT 4o、o1、C++、C#、3.7 和 GPT、C、37"]];
    for (const query of ["GPT-4o", "o1", "C++", "c#", "3.7", "C"])
      expect([query, await count(said, query)]).toEqual([query, 1]);
  });
  it("finds a phrase over a passage's end within one turn, in the passage it begins in", async () => {
    const { engine } = await indexEpisodes([
      [
        ["甲", "这是强化"],
        ["甲", "学习"],
        ["乙", "强化"],
        ["甲", "学习"],
      ],
    ]);
    const answer = await engine.search("强化学习");
    expect(answer.episodes[0]?.hits).toBe(1);
    expect(await engine.listPassages(answer, 0)).toMatchObject([
      { start: 0, anchor: "t=0", speaker: "甲", text: "这是强化", hits: 1, marks: [[2, 4]] },
    ]);
  });
  it("asks every word of an episode and sums their places", async () => {
    const { engine } = await indexEpisodes([[["甲", "蒸馏和量化,量化"]], [["甲", "蒸馏"]]]);
    const { episodes } = await engine.search("蒸馏 量化");
    expect(episodes.map(({ slug, hits }) => [slug, hits])).toEqual([["e0", 3]]);
  });
  it("finds a glossary's other names, each place once", async () => {
    const said: Said[] = [["甲", "知识蒸馏就是蒸馏,distillation"]];
    expect(await count(said, "蒸馏", { aliases: [["蒸馏", "知识蒸馏", "Distillation"]] })).toBe(3);
  });
  it("finds a single character wherever it stands", async () => {
    expect(
      await count(
        [
          ["甲", "蒸馏、蒸 AI蒸"],
          ["乙", "水蒸气"],
        ],
        "蒸",
      ),
    ).toBe(4);
  });
  it("answers alike for Traditional and Simplified, both ways", async () => {
    expect(await count([["甲", "經濟學"]], "经济学")).toBe(1);
    expect(await count([["甲", "经济学"]], "經濟學")).toBe(1);
  });
  it("finds nothing for nothing", async () => {
    expect(await count([["甲", "蒸馏"]], " ,。")).toBe(0);
  });
  it("keeps the places of the speakers asked for", async () => {
    const { engine } = await indexEpisodes([
      [
        ["天一", "蒸馏蒸馏"],
        ["陈光", "蒸馏"],
      ],
      [["陈光", "蒸馏"]],
    ]);
    const { episodes } = await engine.search("蒸馏", { filters: { speaker: ["天一"] } });
    expect(episodes.map(({ slug, hits }) => [slug, hits])).toEqual([["e0", 2]]);
  });
  it("sorts by date when asked", async () => {
    const { engine } = await indexEpisodes([[["甲", "蒸馏"]], [["甲", "蒸馏"]], [["甲", "别的"]]]);
    const slugs = async (sort: "newest" | "oldest") =>
      (await engine.search("蒸馏", { sort })).episodes.map(({ slug }) => slug);
    expect(await slugs("newest")).toEqual(["e1", "e0"]);
    expect(await slugs("oldest")).toEqual(["e0", "e1"]);
  });
  it("ranks 化学 itself over 化学 inside 强化学习", async () => {
    const { engine } = await indexEpisodes([[["甲", "强化学习,强化学习"]], [["甲", "我学化学"]]], {
      words: ["强化学习"],
    });
    expect((await engine.search("化学")).episodes.map(({ slug, hits }) => [slug, hits])).toEqual([
      ["e1", 1],
      ["e0", 2],
    ]);
  });
  it("puts an episode that comes back to a word before one that says it as often in one breath", async () => {
    const other = "说说别的事情".repeat(30);
    const about = Array.from({ length: 4 }, (): Said => ["甲", `蒸馏是这样的${other}`]);
    const breath: Said[] = [["甲", `蒸馏蒸馏蒸馏蒸馏${other.repeat(4)}`]];
    for (const episodes of [
      [about, breath],
      [breath, about],
    ]) {
      const { engine } = await indexEpisodes(episodes);
      const [first] = (await engine.search("蒸馏")).episodes;
      expect(first?.slug).toBe(`e${episodes.indexOf(about)}`);
    }
  });
  it("puts an episode that is long about a word before a short one that mentions it", async () => {
    const other = "说说别的事情".repeat(40);
    const about = Array.from({ length: 12 }, (): Said => ["甲", `蒸馏是这样的${other}`]);
    const mention: Said[] = [["甲", `我们说过蒸馏，蒸馏以后再说，${other}`]];
    const { engine } = await indexEpisodes([about, mention]);
    expect((await engine.search("蒸馏")).episodes.map(({ slug }) => slug)).toEqual(["e0", "e1"]);
  });
  it("ranks words that stand close together first", async () => {
    const far = `蒸馏${"说说别的事情".repeat(60)}量化`;
    const near = `${"说说别的事情".repeat(60)}蒸馏量化`;
    const { engine } = await indexEpisodes([[["甲", far]], [["甲", near]]]);
    expect((await engine.search("蒸馏 量化")).episodes[0]?.slug).toBe("e1");
  });
});

describe("the glossary's names", () => {
  const aliases = [["RL", "强化学习", "reinforcement learning"]];
  const episodes: Said[][] = [[["甲", "RL 和强化学习"]], [["甲", "强化学习"]], [["甲", "别的"]]];
  const search = async (query: string, options = {}, settings: IndexSettings = { aliases }) => {
    const { engine } = await indexEpisodes(episodes, settings);
    const { episodes: found, notes } = await engine.search(query, options);
    return {
      hits: found.map(({ slug, hits }) => [slug, hits]),
      aliases: notes.aliases,
      leftOut: notes.leftOut,
    };
  };

  it("are told where they add places, as the glossary writes them", async () => {
    expect(await search("RL")).toMatchObject({ aliases: ["强化学习"], leftOut: [] });
    expect(await search("強化學習")).toMatchObject({ aliases: ["RL"] });
  });
  it("are told of the episodes that are found alone", async () => {
    expect((await search("RL", { filters: { year: ["2021"] } })).aliases).toEqual(["强化学习"]);
    expect((await search("RL -学习")).aliases).toEqual([]);
    expect((await search("强化学习", { filters: { year: ["2021"] } })).aliases).toEqual([]);
  });
  it("are left out when asked, and told", async () => {
    expect(await search("RL", { aliases: false })).toEqual({
      hits: [["e0", 1]],
      aliases: [],
      leftOut: ["强化学习"],
    });
    expect((await search("RL", { aliases: false, filters: { year: ["2022"] } })).leftOut).toEqual([]);
  });
  it("exclude no episode when they are left out", async () => {
    expect((await search("别的 -RL")).hits).toEqual([["e2", 1]]);
    expect((await search("学习 -RL", { aliases: false })).hits).toEqual([["e1", 1]]);
  });
  it("are none where a name stands inside what was typed", async () => {
    const settings = { aliases: [["蒸馏", "知识蒸馏"]] };
    const { engine } = await indexEpisodes([[["甲", "知识蒸馏"]]], settings);
    expect((await engine.search("蒸馏")).notes.aliases).toEqual([]);
  });
});

describe("an episode's title, topics and chapters", () => {
  const headed = (title: string, topics: string[] = [], chapters: [string, number][] = []) => ({
    title,
    topics,
    chapters: chapters.map(([name, firstPassage]) => ({
      title: name,
      start: firstPassage * 10,
      isEstimated: false,
      firstPassage,
    })),
  });
  const same: Said[][] = [[["甲", "说说蒸馏"]], [["甲", "说说蒸馏"]], [["甲", "说说别的"]]];

  it("put the episode that is about a word before one that only says it", async () => {
    for (const about of [headed("知识蒸馏"), headed("别的", ["蒸馏"]), headed("别的", [], [["蒸馏", 0]])]) {
      const { engine } = await indexEpisodes(same, { headed: [about, headed("别的"), headed("别的")] });
      expect((await engine.search("蒸馏")).episodes.map(({ slug }) => slug)).toEqual(["e0", "e1"]);
    }
  });
  it("are never hits: an episode that does not say a word is not found", async () => {
    const { engine } = await indexEpisodes(same, { headed: same.map(() => headed("蒸馏", ["蒸馏"])) });
    expect((await engine.search("蒸馏")).episodes.map(({ slug, hits }) => [slug, hits])).toEqual([
      ["e1", 1],
      ["e0", 1],
    ]);
  });
  it("do not run on into one another or into what is said first", async () => {
    const { engine } = await indexEpisodes([[["甲", "习惯"]]], { headed: [headed("强化", ["学"])] });
    expect((await engine.search("强化学")).episodes).toEqual([]);
    expect((await engine.search("学习惯")).episodes).toEqual([]);
  });
  it("put the passages of the chapter that is called so first", async () => {
    const said: Said[] = [
      ["甲", "蒸馏蒸馏"],
      ["乙", "说说别的"],
      ["甲", "先说蒸馏"],
    ];
    const chapters: [string, number][] = [
      ["开场", 0],
      ["什么是蒸馏", 1],
    ];
    const { engine } = await indexEpisodes([said], { headed: [headed("别的", [], chapters)] });
    const passages = await engine.listPassages(await engine.search("蒸馏"), 0);
    expect(passages.map(({ text }) => text)).toEqual(["先说蒸馏", "蒸馏蒸馏"]);
  });
  it("are not heard as what sounds like a query", async () => {
    const { engine } = await indexEpisodes([[["甲", "别的"]], [["甲", "整流"]]], {
      headed: [headed("整流"), headed("别的")],
      sound: {},
    });
    const { episodes } = await engine.search("蒸馏", { tiers: ["sound"] });
    expect(episodes.map(({ slug, hits }) => [slug, hits])).toEqual([["e1", 1]]);
  });
});

const character = fc.constantFrom(
  ..."的是我哈蒸馏强化学習a1R+#%é.,，\u0301 がゔ𐤀ǀƻ𠮷한ก\u0e48\u0e33著着".split(""),
  "GPT",
  " ",
  "ǁ",
  "𠮷",
);
const said = fc.array(
  fc.tuple(
    fc.constantFrom("甲", "乙"),
    fc.array(character, { maxLength: 12 }).map((own) => own.join("")),
  ),
  { minLength: 1, maxLength: 5 },
);

describe("any run of 1 to 8 tokens within a turn", () => {
  it("is found at its place, and nowhere else", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(0, 1, 2, 1_000),
        fc.constantFrom(1, 2, 1_000),
        async (episodes, at, length, frequentPair, pairList) => {
          const turns = episodes.flatMap((own, episode) =>
            readTurns(makePassages(own)).flatMap((turn) =>
              turn.tokens.length > 0 ? [{ ...turn, episode }] : [],
            ),
          );
          if (turns.length === 0) return;
          const { tokens } = turns[at % turns.length] as (typeof turns)[number];
          const from = (at >> 3) % tokens.length;
          const run = tokens.slice(from, from + length).map(({ text }) => text);
          const { engine } = await indexEpisodes(episodes, { frequentPair, pairList });
          const answer = await engine.search(`"${run.join(" ")}"`);
          const expected = new Map<string, number>();
          for (const turn of turns) {
            const own = turn.tokens.filter((_, k) =>
              run.every((text, j) => turn.tokens[k + j]?.text === text),
            );
            if (own.length > 0)
              expected.set(`e${turn.episode}`, (expected.get(`e${turn.episode}`) ?? 0) + own.length);
          }
          expect(new Map(answer.episodes.map(({ slug, hits }) => [slug, hits]))).toEqual(expected);
          for (const { index } of answer.episodes) {
            for (const { text, marks } of await engine.listPassages(answer, index)) {
              for (const [start, end] of marks) {
                const written = readTokens(text.slice(start, end)).map((token) => token.text);
                expect(written.slice(0, run.length)).toEqual(run.slice(0, written.length));
              }
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe("a character that is everywhere", () => {
  const said = fc.array(fc.tuple(fc.constantFrom("甲", "乙"), fc.stringMatching(/^[的我一AI，]{1,12}$/u)), {
    minLength: 1,
    maxLength: 4,
  });
  const headed = {
    title: "的",
    topics: ["我的"],
    chapters: [{ firstPassage: 0, start: 0, isEstimated: false, title: "一的" }],
  };

  /** All that an engine says of a query, with the passages and times of each episode. */
  async function ask(episodes: Said[][], query: string, settings: IndexSettings) {
    const { engine } = await indexEpisodes(episodes, { ...settings, headed: episodes.map(() => headed) });
    const answer = await engine.search(query, { tiers: ["exact", "variant"] });
    const exact = answer.episodes.filter(({ tier }) => tier === "exact");
    return {
      episodes: answer.episodes,
      notes: answer.notes,
      passages: await Promise.all(exact.map(({ index }) => engine.listPassages(answer, index))),
      times: await Promise.all(exact.map(({ index }) => engine.locateHits(answer, index))),
    };
  }

  it("is answered by counts as it is by places: the same episodes, hits, passages and times", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(said, { minLength: 1, maxLength: 3 }),
        fc.constantFrom("的", "我", "一", "的 -一", "speaker:甲 的"),
        async (episodes, query) => {
          const counted = await ask(episodes, query, { commonCharacter: 0 });
          expect(counted).toEqual(await ask(episodes, query, {}));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("counts beside other words in the episodes that have them all", async () => {
    const episodes: Said[][] = [
      [
        ["甲", "我的AI"],
        ["乙", "我"],
      ],
      [["甲", "AI"]],
      [["甲", "我"]],
    ];
    const { engine } = await indexEpisodes(episodes, { commonCharacter: 0 });
    const answer = await engine.search("我 AI");
    expect(answer.episodes.map(({ slug, hits }) => [slug, hits])).toEqual([["e0", 3]]);
    const passages = await engine.listPassages(answer, 0);
    expect(passages.map(({ marks }) => marks)).toEqual([
      [
        [0, 1],
        [2, 4],
      ],
      [[0, 1]],
    ]);
  });

  it("asks for no place of the index", async () => {
    const asked: string[] = [];
    const { engine } = await indexEpisodes(
      [[["甲", "我的AI"]]],
      { commonCharacter: 0 },
      async ([postings]) => ({
        findPositions: async (_, prefix) => {
          asked.push(prefix);
          return [];
        },
        countFiles: async () => 1,
        loadPairList: async () => [],
        loadCharacterCounts: async (_, character) => postings?.characterCounts[character] ?? [],
      }),
    );
    const answer = await engine.search("我");
    expect(answer.episodes.map(({ hits }) => hits)).toEqual([1]);
    expect(asked).toEqual([]);
  });
});

describe("a query of very much", () => {
  it("asks for the rarest words, and says which it leaves out", async () => {
    const rare = [..."甲乙丙丁戊己庚辛壬癸子丑"];
    const { engine } = await indexEpisodes([[["甲", `${rare.join("")}${"的我的我".repeat(30)}`]]]);
    const { notes, episodes } = await engine.search(["的", "我", ...rare].join(" "));
    expect(notes.unasked).toEqual(["的", "我"]);
    expect(episodes.map(({ hits }) => hits)).toEqual([rare.length]);
  });
  it("finds a long phrase by its first forty tokens", async () => {
    const text = Array.from({ length: 300 }, (_, k) => String.fromCodePoint(0x4e00 + k)).join("");
    const { engine } = await indexEpisodes([[["甲", text]]]);
    const { notes, episodes } = await engine.search(text);
    expect([episodes[0]?.hits, notes.unasked]).toEqual([1, [text.slice(40)]]);
  });
});

describe("SearchEngine.locateHits", () => {
  it("leaves a sentence's words of grammar out, which still count", async () => {
    const { engine } = await indexEpisodes([
      [
        ["Ann", "I think I do"],
        ["Bea", "why should you use TypeScript"],
        ["Ann", "I use it"],
      ],
    ]);
    const answer = await engine.search("why should I use TypeScript");
    expect(answer.episodes[0]?.hits).toBe(8);
    const { moments } = await engine.locateHits(answer, 0);
    expect(moments.map(({ hits }) => hits)).toEqual([2, 1]);
    const plain = await engine.search("I use");
    expect((await engine.locateHits(plain, 0)).moments.map(({ hits }) => hits)).toEqual([2, 1, 2]);
  });
  it("says when the hits are, passage by passage in their order, and reads no text", async () => {
    const { engine } = await indexEpisodes([
      [
        ["甲", "蒸馏和量化"],
        ["乙", "没有"],
        ["甲", "量化,蒸馏,蒸馏"],
      ],
    ]);
    const answer = await engine.search("蒸馏 量化");
    expect(await engine.locateHits(answer, 0)).toEqual({
      title: "Episode",
      heights: [0, 1],
      duration: 100,
      talk: 50,
      moments: [
        { start: 0, anchor: "t=0", hits: 2 },
        { start: 20, anchor: "t=20", hits: 3 },
      ],
    });
  });

  it("counts every hit of the episode once", async () => {
    const { engine } = await indexEpisodes([
      [
        ["甲", "哈哈哈"],
        ["甲", "哈"],
      ],
    ]);
    const answer = await engine.search("哈哈");
    const { moments } = await engine.locateHits(answer, 0);
    expect(moments.reduce((sum, { hits }) => sum + hits, 0)).toBe(answer.episodes[0]?.hits);
  });
});
