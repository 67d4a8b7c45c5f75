import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listTopics, makeTopicSlug, mapTopics } from "../../../src/archive/list-topics.ts";
import type { Episode } from "../../../src/model/archive.ts";

const about = (...topics: string[]) => ({ topics, slug: topics.join("-") }) as unknown as Episode;
const list = (...episodes: Episode[]) => listTopics({ episodes, terms: [] });

describe("listTopics", () => {
  it("puts the topics of most episodes first, each with its episodes", () => {
    const [first, second] = [about("RL", "蒸馏"), about("蒸馏")];
    expect(list(first, second).map(({ name, episodes }) => [name, episodes])).toEqual([
      ["蒸馏", [first, second]],
      ["RL", [first]],
    ]);
  });

  it("takes spellings that differ in case or width for one topic, named as most write it", () => {
    const topics = list(about("deepseek"), about("DeepSeek"), about("ＤｅｅｐＳｅｅｋ"), about("DeepSeek"));
    expect(topics).toHaveLength(1);
    expect(topics[0]).toMatchObject({ name: "DeepSeek", slug: "deepseek" });
  });

  it("counts an episode once that writes a topic in two ways", () => {
    expect(list(about("RL", "rl"))[0]?.episodes).toHaveLength(1);
  });

  it("lists every topic, however many there are", () => {
    expect(list(...Array.from({ length: 2_000 }, (_, n) => about(`题${n}`)))).toHaveLength(2_000);
  });

  it("gives a topic its address by its name alone, whatever else is in the archive", () => {
    const topic = fc.constantFrom("C", "C++", "C#", "c", "RL", "蒸馏", "Scaling Law", "ＲＬ");
    fc.assert(
      fc.property(fc.array(fc.array(topic, { maxLength: 4 }), { maxLength: 8 }), (episodes) => {
        for (const { slug, spellings } of list(...episodes.map((own) => about(...own)))) {
          for (const name of spellings) expect(makeTopicSlug(name, [])).toBe(slug);
        }
      }),
    );
  });
});

describe("makeTopicSlug", () => {
  it.each([
    ["C", "c"],
    ["C++", "cplusplus"],
    ["C#", "csharp"],
    ["Scaling Law", "scaling-law"],
    ["蒸馏", "蒸馏"],
  ])("makes %s to %s", (name, slug) => {
    expect(makeTopicSlug(name, [])).toBe(slug);
  });

  it("takes the slug that the glossary gives to the term of that name", () => {
    const terms = [{ term: "C++", slug: "cpp" }];
    expect(makeTopicSlug("c++", terms)).toBe("cpp");
    expect(makeTopicSlug("C#", terms)).toBe("csharp");
  });

  it("is not moved by a term of that name without a slug of its own", () => {
    expect(makeTopicSlug("DeepSeek", [{ term: "DeepSeek", slug: "DeepSeek" }])).toBe("deepseek");
  });
});

describe("mapTopics", () => {
  it("leads every spelling to its topic", () => {
    const topics = mapTopics({ episodes: [about("rl"), about("RL"), about("RL")], terms: [] });
    expect(topics.get("rl")).toBe(topics.get("RL"));
  });
});
