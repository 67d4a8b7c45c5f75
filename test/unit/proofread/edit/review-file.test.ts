import { describe, expect, test } from "vitest";
import { readReview, writeReview } from "../../../../src/proofread/edit/review-file.ts";
import { wordProblems } from "../../../word-problems.ts";

const groups = [
  {
    about: "蒸馏",
    heard: "征流",
    meant: "蒸馏",
    sure: 0.98,
    why: "It sounds the same: 100 %.",
    places: [
      { slug: "one", place: { line: 6, heard: "征流" }, context: "…用【征流】的方式…" },
      { slug: "two", place: { line: 8, heard: "征流", nth: 2 }, context: "…{ # 【征流】, 的…" },
    ],
  },
  {
    about: "C++",
    heard: "C 加加",
    meant: "C++",
    sure: 0.4,
    why: "Why: so.",
    places: [{ slug: "one", place: { line: 1, heard: "C 加加" }, context: "…【C 加加】…" }],
  },
];

describe("the review file", () => {
  test("is read back as it was written", () => {
    expect(readReview(writeReview(groups, "# head"), "s.yaml")).toEqual({
      decisions: [],
      open: groups,
      problems: [],
    });
  });

  test("gives a form's decision to all its places, and a place's own before it", () => {
    const text = writeReview(groups, "# head")
      .replace("decide:\n  sure: 0.98", "decide: yes\n  sure: 0.98")
      .replace("at: two:8#2,", "at: two:8#2, decide: no,");
    const { decisions, open } = readReview(text, "s.yaml");
    expect(decisions).toEqual([
      {
        slug: "one",
        place: { line: 6, heard: "征流" },
        about: "蒸馏",
        meant: "蒸馏",
        verdict: "yes",
        sourceLine: 11,
      },
      {
        slug: "two",
        place: { line: 8, heard: "征流", nth: 2 },
        about: "蒸馏",
        meant: "蒸馏",
        verdict: "no",
        sourceLine: 12,
      },
    ]);
    expect(open.map(({ about }) => about)).toEqual(["C++"]);
  });

  test("says what is wrong with its line, and what to write", () => {
    const text =
      "- term: 蒸馏\n  heard: 征流\n  meant: 蒸馏\n  decide: maybe\n  places:\n    - { at: one }\n";
    expect(wordProblems(readReview(text, "s.yaml").problems)).toEqual([
      expect.objectContaining({
        file: "s.yaml",
        line: 4,
        message: expect.stringContaining("Write yes, here, or no."),
      }),
      expect.objectContaining({
        file: "s.yaml",
        line: 6,
        message: expect.stringContaining("as in deepseek-r1:6"),
      }),
    ]);
  });
});
