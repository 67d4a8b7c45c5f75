import { describe, expect, it } from "vitest";
import type { Archive } from "../../../../../src/model/archive.ts";
import { chooseNames } from "../../../../../src/search/completion/make/choose-names.ts";

const archive = {
  named: {
    terms: [
      { term: "蒸馏", slug: "蒸馏", also: ["distillation"], heard: [{ form: "征流" }], line: 1 },
      { term: 'a "quoted" one', slug: "a", also: [], heard: [], line: 2 },
    ],
    people: [{ id: "lin", slug: "lin", name: "林晚", aliases: ["小林"], links: {} }],
  },
  episodes: [{ people: [{ name: "林晚" }, { name: "周一鸣" }], topics: ["RL", "蒸馏"] }],
} as unknown as Archive;

describe("chooseNames", () => {
  it("takes terms, people, topics and keywords, each once, those of most episodes first", () => {
    const words = new Map([
      ["数据", 2],
      ["模型", 7],
      ["Distillation", 9],
      ["rl", 9],
    ]);
    expect(chooseNames(archive, words).map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "term 蒸馏",
      "person 林晚",
      "person 周一鸣",
      "topic RL",
      "keyword 模型",
      "keyword 数据",
    ]);
  });

  it("keeps a name's other forms", () => {
    expect(chooseNames(archive, new Map()).slice(0, 2)).toMatchObject([
      { also: ["distillation"], heard: ["征流"] },
      { also: ["小林"], heard: [] },
    ]);
  });
});
