import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKeptMarkdown, writeKeptMarkdown } from "../../../../src/browser/keep/kept-markdown.ts";
import type { KeptPassage } from "../../../../src/browser/keep/kept-passages.ts";

const passage: KeptPassage = {
  slug: "第一期",
  title: "蒸馏 [上] & 其他",
  anchor: "t=754",
  time: "12:34",
  speaker: "林晚",
  texts: ["蒸馏是*什么*？", "> 就是老师教学生。"],
  note: "查一下\n# 再听",
};
const address = (slug: string) => `https://pod.example/a/episodes/${encodeURIComponent(slug)}/`;
const write = (passages: readonly KeptPassage[]) => writeKeptMarkdown(passages, "茶余", address);

describe("kept passages as Markdown", () => {
  test("have a heading an episode, a quote with its link a passage, and the note below", () => {
    expect(write([passage])).toBe(`# 茶余

## [蒸馏 \\[上\\] & 其他](<https://pod.example/a/episodes/%E7%AC%AC%E4%B8%80%E6%9C%9F/>)

> 蒸馏是\\*什么\\*？
>
> \\> 就是老师教学生。
>
> — 林晚, [12:34](<https://pod.example/a/episodes/%E7%AC%AC%E4%B8%80%E6%9C%9F/#t=754>)

查一下
\\# 再听
`);
  });

  test("stand in the order of their time, whatever was kept first", () => {
    const early = { ...passage, anchor: "t=9.2", time: "0:09" };
    expect(readKeptMarkdown(write([passage, early]))).toEqual([early, passage]);
  });

  const line = fc
    .string({ unit: fc.constantFrom(..."a 蒸—>#[]()<>*_`\\|&amp;1.-+=~,") })
    .map((text) => text.trim());
  const words = line.filter((text) => text !== "");
  const anything: fc.Arbitrary<KeptPassage> = fc.record({
    slug: fc.constantFrom("one", "第一期", "a_b"),
    title: fc.constant("一"),
    anchor: fc.constantFrom("t=1", "t=754.2", "p12", "p12.340"),
    time: fc.constantFrom("0:01", "≈12:30"),
    speaker: line,
    texts: fc.array(words, { minLength: 1, maxLength: 3 }),
    note: fc.array(line, { maxLength: 3 }).map((lines) => lines.join("\n").trim()),
  });

  test("are the same when they are read in again", () => {
    fc.assert(
      fc.property(anything, (one) => {
        expect(readKeptMarkdown(write([one]))).toEqual([one]);
      }),
      { numRuns: 500 },
    );
  });

  test("are read from a file with Windows' line ends, and from another address of the site", () => {
    const markdown = write([passage]).replaceAll("https://pod.example/a/", "http://localhost:4321/");
    expect(readKeptMarkdown(markdown.replaceAll("\n", "\r\n"))).toEqual([passage]);
  });

  test("are not made of what is none", () => {
    for (const text of [
      "",
      "# Notes\n\n> a quote\n\ntext",
      "> — [1:00](<https://x.example/>)",
      "> ".repeat(99_999),
    ])
      expect(readKeptMarkdown(text)).toEqual([]);
  });
});
