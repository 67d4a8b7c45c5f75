import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FoundName } from "../../../../../src/search/api/search-types.ts";
import { readTokens } from "../../../../../src/text/normalise.ts";
import { type IndexSettings, indexEpisodes, type Said } from "../index-episodes.ts";

interface Titled {
  readonly title: string;
  readonly topics?: readonly string[];
  readonly chapters?: readonly string[];
}

/** An archive of episodes in which `said` is said, three passages each, a chapter a passage. */
async function openTitled(titled: readonly Titled[], settings: IndexSettings = {}, text = "大家好") {
  const said: Said[] = [
    ["甲", text],
    ["乙", text],
    ["甲", text],
  ];
  return await indexEpisodes(
    titled.map(() => said),
    {
      headed: titled.map(({ title, topics = [], chapters = [] }) => ({
        title,
        topics,
        chapters: chapters.map((chapter, k) => ({
          title: chapter,
          start: k * 10,
          isEstimated: false,
          firstPassage: k,
        })),
      })),
      ...settings,
    },
  );
}

async function find(titled: readonly Titled[], query: string, settings?: IndexSettings) {
  const { engine } = await openTitled(titled, settings);
  return (await engine.search(query)).named;
}

/** What is marked of each title. */
function readMarks({ title, marks }: FoundName): string[] {
  return marks.map(([from, to]) => title.slice(from, to));
}

const titles = async (texts: readonly string[], query: string, settings?: IndexSettings) =>
  (
    await find(
      texts.map((title) => ({ title })),
      query,
      settings,
    )
  ).names.map(({ title }) => title);

describe("names of an answer", () => {
  it("are episodes whose titles hold the words in any order, however they are written", async () => {
    const { names } = await find(
      [{ title: "Vol.3 和孟岩聊聊：長期主義与 AI" }, { title: "孟岩的一天" }],
      "ai 长期主义",
    );
    expect(names.map(({ title }) => title)).toEqual(["Vol.3 和孟岩聊聊：長期主義与 AI"]);
    expect(names.flatMap(readMarks)).toEqual(["長期主義", "AI"]);
    expect(names[0]).toMatchObject({ kind: "episode", path: "episodes/e0/" });
  });

  it("are episodes of that title first, then those in which it stands early, then the shorter ones", async () => {
    const texts = ["我看蒸馏", "蒸馏是怎么回事", "蒸馏", "No.7：蒸馏", "蒸馏的故事"];
    expect(await titles(texts, "蒸馏")).toEqual([
      "蒸馏",
      "No.7：蒸馏",
      "蒸馏的故事",
      "蒸馏是怎么回事",
      "我看蒸馏",
    ]);
  });

  it.each([
    "No.56：做一个废物也是没那么容易的",
    "做一个废物也是没那么容易的",
    "no 56 做一个废物 也是没那么容易的",
    "做一个废物，也是没那么容易的？",
  ])("have the episode first whose title is typed as %s", async (query) => {
    const texts = ["废物的自白", "No.56：做一个废物也是没那么容易的", "No.56：容易的事"];
    expect((await titles(texts, query))[0]).toBe("No.56：做一个废物也是没那么容易的");
  });

  it("have a title from whose middle the number is left out", async () => {
    const title = "EP 57.【听友会实录2】创始人出海实战分享";
    const { names } = await find([{ title }], "听友会实录创始人出海实战分享");
    expect(names.flatMap(readMarks)).toEqual(["听友会实录", "创始人出海实战分享"]);
  });

  it("have a title whose LLM+ and Wi-Fi are typed as LLM and WiFi", async () => {
    const texts = ["深度解读LLM+强化学习与Wi-Fi"];
    expect(await titles(texts, "深度解读LLM强化学习与WiFi")).toEqual(texts);
  });

  it("never take C++ for C, nor AI in Kaiser", async () => {
    expect(await titles(["C++入门", "Kaiser"], "C")).toEqual([]);
    expect(await titles(["C++入门", "Kaiser"], "AI")).toEqual([]);
  });

  it.each(["第12期", "12", "EP12", "ep 12", "#12", "第十二期"])(
    "are the episodes with the number of %s, by front matter or title",
    async (query) => {
      const texts = ["去海边", "EP 12 | 回家", "EP 13 | 出发"];
      const found = await titles(texts, query, { numbers: [12, 2, 3] });
      expect(found.sort()).toEqual(["EP 12 | 回家", "去海边"]);
    },
  );

  it("ask the season too where the query names it", async () => {
    expect(await titles(["S1E2 | 回家", "S2E2 | 出发"], "s2e2")).toEqual(["S2E2 | 出发"]);
  });

  it("ask for the other words beside a number", async () => {
    expect(await titles(["第12期 回家", "第12期 出发"], "EP12 出发")).toEqual(["第12期 出发"]);
  });

  it("are people, terms and topics by all their names, and mark only what is shown", async () => {
    const { names } = await find([{ title: "去海边", topics: ["强化学习"] }], "RL", {
      aliases: [["强化学习", "RL"]],
      named: {
        people: [["lu", "陆天一", "RL老师"]],
        terms: [["强化学习", "强化学习", "RL"]],
      },
    });
    expect(names.map(({ kind, title, path, marks }) => [kind, title, path, marks])).toEqual([
      ["person", "陆天一", "people/lu/", []],
      ["term", "强化学习", `terms/${encodeURIComponent("强化学习")}/`, []],
      ["topic", "强化学习", `topics/${encodeURIComponent("强化学习")}/`, [[0, 4]]],
    ]);
  });

  it("are chapters that hold every word, with their episode and moment", async () => {
    const { names } = await find(
      [
        { title: "去海边", topics: ["蒸馏"], chapters: ["开场", "量化与蒸馏", "蒸馏"] },
        { title: "蒸馏", chapters: ["量化"] },
      ],
      "蒸馏 量化",
    );
    expect(names).toEqual([
      {
        kind: "chapter",
        title: "量化与蒸馏",
        path: "episodes/e0/#t=10",
        marks: [
          [0, 2],
          [3, 5],
        ],
        episode: "去海边",
      },
    ]);
  });

  it("are few of each kind, and say how many more there are", async () => {
    const many = Array.from({ length: 30 }, (_, k) => ({ title: `蒸馏之${k + 1}`, chapters: ["蒸馏"] }));
    const { names, moreNames } = await find(many, "蒸馏");
    const count = (kind: string) => names.filter((own) => own.kind === kind).length;
    expect([count("episode"), count("chapter")]).toEqual([5, 5]);
    expect(moreNames).toEqual({ episode: 25, chapter: 25 });
  });

  it("are of episodes that pass the filters", async () => {
    const texts = ["蒸馏一", "蒸馏二"];
    expect(await titles(texts, "蒸馏 after:2021", { dates: ["2020-01-01", "2022-01-01"] })).toEqual([
      "蒸馏二",
    ]);
  });

  it("have a title that is typed in full, though it reads as if it left out a word or were a filter", async () => {
    const texts = ["深夜食堂 -大家好", "话题：大家好 before:2019"];
    for (const text of texts) expect(await titles(texts, text)).toEqual([text]);
    expect(await titles(texts, "深夜 -大家好")).toEqual([]);
  });

  it("are none where nothing is asked for, or only a filter", async () => {
    expect(await titles(["蒸馏"], " ，")).toEqual([]);
    expect(await titles(["蒸馏"], "after:2020")).toEqual([]);
  });

  it("match the beginning of a Latin word only while it is typed", async () => {
    const { engine } = await openTitled([{ title: "Kubernetes 入门" }]);
    expect((await engine.search("kuber")).named.names).toEqual([]);
    const [found] = (await engine.search("kuber", { prefix: true })).named.names;
    expect(found === undefined ? [] : readMarks(found)).toEqual(["Kubernetes"]);
  });
});

describe("titles that are loaded", () => {
  async function listLoaded(texts: readonly string[], query: string, settings: IndexSettings = {}) {
    const loaded: string[] = [];
    const onLoad = (file: string) => loaded.push(file);
    const { engine } = await openTitled(
      texts.map((title) => ({ title })),
      { sound: {}, ...settings, onLoad },
    );
    await engine.search(query);
    return [...new Set(loaded)].sort();
  }
  const others = Array.from({ length: 7 }, (_, k) => `${"去".repeat(k + 5)}看蒸馏`);

  it("are those of the episodes that are listed", async () => {
    const texts = [...others, "No.7：蒸馏"];
    expect(await listLoaded(texts, "蒸馏")).toEqual(["table 0", "table 1", "table 2", "table 3", "table 7"]);
    expect((await titles(texts, "蒸馏"))[0]).toBe("No.7：蒸馏");
  });

  it.each(["海边", "海边 大家好", "大家好 大家", "海边大家"])(
    "are none for %s, which stands in no title",
    async (query) => {
      expect(await listLoaded(others, query)).toEqual([]);
    },
  );

  it.each(["zhengliu", "GPT4", "第3期", "看蒸馏 -大家好", "看蒸馏 after:2019", "去去去说说蒸馏"])(
    "are all for %s, which a title may have in other letters",
    async (query) => {
      expect(await listLoaded(others, query)).toContain("titles");
    },
  );
});

describe("names in pinyin", () => {
  const settings: IndexSettings = { sound: {}, named: { terms: [["蒸馏", "蒸馏"]] } };

  it.each(["zhengliu", "zl", "zheng liu", "ZhengLiu"])("are found by %s", async (query) => {
    expect(await titles(["去海边"], query, settings)).toEqual(["蒸馏"]);
  });

  it("are found beside written words, and their characters marked", async () => {
    const { names } = await find([{ title: "模型的蒸馏" }], "模型 zhengliu", settings);
    expect(names.flatMap(readMarks)).toEqual(["模型", "蒸馏"]);
  });

  it("ask for no readings where a word is said, or is no pinyin", async () => {
    const { engine } = await openTitled([{ title: "蒸馏" }], settings, "I can zl");
    const names = async (query: string) => (await engine.search(query)).named.names;
    expect(await names("zl")).toEqual([]);
    expect(await names("kubernetes")).toEqual([]);
  });

  it("are no episodes by two initials alone", async () => {
    expect(await titles(["蒸馏的一"], "zl", { sound: {} })).toEqual([]);
    const texts = ["蒸馏的一", "EP12：蒸馏的一"];
    expect(await titles(texts, "zld", { sound: {} })).toEqual(texts);
  });
});

describe("every title", () => {
  const part = fc.constantFrom(
    ..."蒸馏强化学習的一人生AI".split(""),
    ...["：", " | ", "，", "「", "」", " ", "·", "-", '"'],
    ...["E12", "GPT-4o", "C++", "第12期", "#3", "Vol.7", "2024", "é", "𠮷"],
  );
  const title = fc
    .array(part, { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join("").trim())
    .filter((text) => readTokens(text).length > 0);

  it("finds itself first, also in other letters and without punctuation", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(title, { minLength: 1, maxLength: 4 }), async (texts) => {
        const { engine } = await openTitled(texts.map((own) => ({ title: own })));
        const joined = (text: string) =>
          readTokens(text)
            .map((token) => token.text)
            .join("");
        for (const text of texts) {
          const spaced = text.replace(/[^\p{L}\p{M}\p{N}+#]+/gu, " ");
          for (const query of [text, text.toLowerCase(), text.toUpperCase(), spaced]) {
            const [first] = (await engine.search(query)).named.names;
            expect([query, joined(first?.title ?? "")]).toEqual([query, joined(text)]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("answers alike in capital and small letters", async () => {
    await fc.assert(
      fc.asyncProperty(title, title, async (own, query) => {
        const { engine } = await openTitled([{ title: own, chapters: [own] }]);
        const { named } = await engine.search(query);
        expect((await engine.search(query.toLowerCase())).named).toEqual(named);
      }),
      { numRuns: 60 },
    );
  });
});
