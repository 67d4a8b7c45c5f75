import { describe, expect, test } from "vitest";
import { addHeardForms } from "../../../../src/proofread/edit/edit-glossary.ts";

const form = { term: "蒸馏", form: "征流" };

describe("addHeardForms", () => {
  test("adds to a list on one line, and keeps every other character", () => {
    expect(addHeardForms("# 词\n- term:  蒸馏\n  heard: [ 帧流 ] # 错\n  note: 教。\n", [form])).toBe(
      "# 词\n- term:  蒸馏\n  heard: [ 帧流 , 征流] # 错\n  note: 教。\n",
    );
  });

  test("adds to a list of lines", () => {
    expect(addHeardForms("- term: 蒸馏\n  heard:\n    - 帧流\n  note: 教。\n", [form])).toBe(
      "- term: 蒸馏\n  heard:\n    - 帧流\n    - 征流\n  note: 教。\n",
    );
  });

  test("makes the list after the other names", () => {
    expect(addHeardForms("- term: 蒸馏\n  also: [distillation]\n  note: 教。\n- term: MoE\n", [form])).toBe(
      "- term: 蒸馏\n  also: [distillation]\n  heard: [征流]\n  note: 教。\n- term: MoE\n",
    );
  });

  test("makes the list in an entry on one line", () => {
    expect(addHeardForms("- { term: 蒸馏, note: 教 }\n", [form])).toBe(
      "- { term: 蒸馏, note: 教, heard: [征流] }\n",
    );
  });

  test("adds several, with the words that must stand near", () => {
    const near = { term: "蒸馏", form: "整流", near: ["模型", "数据"] };
    expect(addHeardForms("- term: 蒸馏", [form, near])).toBe(
      "- term: 蒸馏\n  heard: [征流, { form: 整流, near: [模型, 数据] }]\n",
    );
  });

  test("says that a term is not there", () => {
    expect(() => addHeardForms("- term: MoE\n", [form])).toThrow("There is no term 蒸馏 in the glossary.");
  });
});
