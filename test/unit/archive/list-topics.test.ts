import { describe, expect, it } from "vitest";
import { listTopics, mapTopics } from "../../../src/archive/list-topics.ts";
import type { Episode } from "../../../src/model/archive.ts";

const about = (...topics: string[]) => ({ topics, slug: topics.join("-") }) as unknown as Episode;

describe("listTopics", () => {
  it("puts the topics of most episodes first, each with its episodes", () => {
    const [first, second] = [about("RL", "蒸馏"), about("蒸馏")];
    expect(listTopics([first, second]).map(({ name, episodes }) => [name, episodes])).toEqual([
      ["蒸馏", [first, second]],
      ["RL", [first]],
    ]);
  });

  it("takes spellings that differ in case or width for one topic, named as most write it", () => {
    const topics = listTopics([
      about("deepseek"),
      about("DeepSeek"),
      about("ＤｅｅｐＳｅｅｋ"),
      about("DeepSeek"),
    ]);
    expect(topics).toHaveLength(1);
    expect(topics[0]).toMatchObject({ name: "DeepSeek", slug: "DeepSeek" });
  });

  it("counts an episode once that writes a topic in two ways", () => {
    expect(listTopics([about("RL", "rl")])[0]?.episodes).toHaveLength(1);
  });

  it("gives topics whose slugs would clash different ones", () => {
    const slugs = listTopics([about("C++", "C#", "C")]).map(({ slug }) => slug.toLowerCase());
    expect(new Set(slugs).size).toBe(3);
  });

  it("gives a page only to the most frequent of very many", () => {
    expect(listTopics([about("RL", "蒸馏"), about("蒸馏")], 1).map(({ name }) => name)).toEqual(["蒸馏"]);
  });
});

describe("mapTopics", () => {
  it("leads every spelling to its topic", () => {
    const topics = mapTopics([about("rl"), about("RL"), about("RL")]);
    expect(topics.get("rl")).toBe(topics.get("RL"));
  });
});
