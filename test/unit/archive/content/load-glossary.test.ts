import { describe, expect, test } from "vitest";
import { loadContent } from "../write-content.ts";

async function loadGlossary(text: string) {
  const { archive, printed } = await loadContent({
    "glossary.yaml": text,
    // What the terms of these tests are, so that each is said.
    "episodes/one/transcript.txt": "蒸馏，整流，RL，强化学习。\n",
  });
  return { terms: archive.terms, printed };
}

describe("glossary.yaml", () => {
  test("gives each term its address, its forms and its line", async () => {
    const { terms } = await loadGlossary(
      "- term: 蒸馏\n  also: [知识蒸馏]\n  heard:\n    - 征流\n    - { form: 整流, near: [模型] }\n  note: 教小模型。\n- term: C++\n  slug: cpp\n",
    );
    expect(terms).toEqual([
      {
        term: "蒸馏",
        slug: "蒸馏",
        also: ["知识蒸馏"],
        heard: [{ form: "征流" }, { form: "整流", near: ["模型"] }],
        note: "教小模型。",
        line: 1,
      },
      { term: "C++", slug: "cpp", also: [], heard: [], line: 7 },
    ]);
  });

  test("keeps a term as it stands, though it looks like a number", async () => {
    const { terms } = await loadGlossary("- term: 007\n  also: [3.10, true]\n");
    expect(terms[0]).toMatchObject({ term: "007", also: ["3.10", "true"] });
  });

  test("asks for a slug where two terms have one address", async () => {
    const { printed } = await loadGlossary("- term: C++\n- term: C#\n");
    expect(printed).toEqual([
      'glossary.yaml:2: The terms "C++" and "C#" have the same address, /terms/C/. Give one of them a "slug" of its own, as in slug: cpp.',
    ]);
  });

  test("refuses a slug that can stand in no address", async () => {
    const { printed } = await loadGlossary("- term: C++\n  slug: c plus/plus\n");
    expect(printed).toEqual([expect.stringContaining("Write slug: c-plus-plus.")]);
  });

  test("asks for a slug where a term holds no letters", async () => {
    const { printed } = await loadGlossary('- term: "++"\n');
    expect(printed).toEqual([expect.stringContaining('Add a "slug" of letters.')]);
  });

  test("refuses a term that stands twice, case apart", async () => {
    const { printed } = await loadGlossary("- term: RL\n- term: rl\n");
    expect(printed).toEqual([
      'glossary.yaml:2: The term "rl" stands in line 1 already. Make one entry of the two.',
    ]);
  });

  test("wants near on both of two terms that share a heard form", async () => {
    const { printed } = await loadGlossary(
      "- term: 蒸馏\n  heard:\n    - 征流\n- term: 整流\n  heard:\n    - { form: 征流, near: [电] }\n",
    );
    expect(printed).toEqual([
      'glossary.yaml:6: "征流" is heard for "蒸馏" (line 1) and for "整流". Give both a "near": { form: 征流, near: […] }.',
    ]);
  });

  test("lets two terms share a heard form when both say near what", async () => {
    const { printed } = await loadGlossary(
      "- term: 蒸馏\n  heard: [{ form: 征流, near: [模型] }]\n- term: 整流\n  heard: [{ form: 征流, near: [电] }]\n",
    );
    expect(printed).toEqual([]);
  });

  test("refuses a heard form that is a right name of its own term", async () => {
    const { printed } = await loadGlossary("- term: RL\n  also: [强化学习]\n  heard: [RL, 强化学习]\n");
    expect(printed).toEqual([
      expect.stringContaining('"RL" is a right name of "RL" and cannot be'),
      expect.stringContaining('"强化学习" is a right name of "RL" and cannot be'),
    ]);
  });

  test("refuses a heard form that is a right name of another term, unless it says near what", async () => {
    const { printed } = await loadGlossary(
      "- term: RL\n  heard: [R1, { form: o1, near: [强化学习] }]\n- term: R1\n- term: o1\n",
    );
    expect(printed).toEqual([
      'glossary.yaml:2: "R1" is a right name of "R1" (line 3) and would become "RL" everywhere. Say near which words: { form: R1, near: […] }.',
    ]);
  });

  test("refuses forms that stand twice under one term", async () => {
    const { printed } = await loadGlossary(
      "- term: 蒸馏\n  also: [distillation, distillation]\n  heard: [征流, 征流]\n",
    );
    expect(printed).toEqual([
      expect.stringContaining('"distillation" stands twice among the names of "蒸馏"'),
      expect.stringContaining('"征流" stands twice under "蒸馏"'),
    ]);
  });

  test("warns of another name that is a term of its own", async () => {
    const { printed } = await loadGlossary("- term: RL\n  also: [强化学习]\n- term: 强化学习\n");
    expect(printed).toEqual([
      expect.stringMatching(/^glossary\.yaml:1: Warning: "强化学习" is another name of "RL"/),
    ]);
  });

  test("refuses a near without words", async () => {
    const { printed } = await loadGlossary("- term: 蒸馏\n  heard:\n    - { form: 整流, near: [] }\n");
    expect(printed).toEqual([expect.stringMatching(/^glossary\.yaml:3: The list "near" is empty\./)]);
  });

  test("is a list, and says so", async () => {
    const { printed } = await loadGlossary("蒸馏: 教小模型\n");
    expect(printed).toEqual([
      "glossary.yaml:1: The file is a group of keys. Write a list, as in - term: 蒸馏.",
    ]);
  });

  test("keeps the lines of its terms when one of them is at fault", async () => {
    const { terms } = await loadGlossary("- term: 蒸馏\n- also: [x]\n- term: MoE\n");
    expect(terms.map(({ term, line }) => [term, line])).toEqual([
      ["蒸馏", 1],
      ["MoE", 3],
    ]);
  });
});
