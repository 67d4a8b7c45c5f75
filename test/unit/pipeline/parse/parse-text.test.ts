import { describe, expect, it } from "vitest";
import { parseString } from "./parse-string.ts";

/** [speaker, start, text] of each cue. */
const read = (text: string, fileName = "transcript.txt") =>
  parseString(fileName, text).cues.map((cue) => [cue.speaker, cue.startTime, cue.text]);

describe("parseText", () => {
  it("makes one cue a paragraph, with its line", () => {
    expect(parseString("transcript.txt", "大家好\n\n  欢迎收听 AI Odyssey \n").cues).toEqual([
      { text: "大家好", line: 1 },
      { text: "欢迎收听 AI Odyssey", line: 3 },
    ]);
  });

  it("reads names before either colon and carries them on", () => {
    expect(read("Ryu: 大家好\n天一：你好\n我是天一\nRyu:欢迎")).toEqual([
      ["Ryu", undefined, "大家好"],
      ["天一", undefined, "你好"],
      ["天一", undefined, "我是天一"],
      ["Ryu", undefined, "欢迎"],
    ]);
  });

  it.each([
    ["[12:34] 天一: 蒸馏"],
    ["[00:12:34] 天一：蒸馏"],
    ["(12:34) 天一: 蒸馏"],
    ["【12:34】天一：蒸馏"],
    ["- [00:12:34] 天一: 蒸馏"],
    ["**天一:** [12:34] 蒸馏"],
    ["**天一**: [12:34] 蒸馏"],
    ["天一 (12:34): 蒸馏"],
    ["天一 [00:12:34.000]: 蒸馏"],
    ["[12:34] **天一：** 蒸馏"],
    ["天一 12:34\n蒸馏"],
    ["天一 (00:12:34):\n\n蒸馏"],
    ["[天一] 12:34\n蒸馏"],
    ["[12:34]\n天一：蒸馏"],
    ["**天一** (12:34)\n蒸馏"],
  ])("reads name and time of %j", (text) => {
    expect(read(text)).toEqual([["天一", 754, "蒸馏"]]);
  });

  it("reads what 通义听悟 and 飞书妙记 export: a name and a time above each paragraph", () => {
    expect(read("发言人1 00:03\n大家好。\n\n发言人 2 01:02:03\n你好: 我说两句。\n")).toEqual([
      ["发言人1", 3, "大家好。"],
      ["发言人 2", 3723, "你好: 我说两句。"],
    ]);
  });

  it("reads the ranges that Whisper prints", () => {
    expect(parseString("transcript.txt", "[00:00:00.000 --> 00:00:04.500]  大家好").cues).toEqual([
      { startTime: 0, endTime: 4.5, text: "大家好", line: 1 },
    ]);
  });

  it("reads times without brackets when they go forward from line to line", () => {
    expect(read("00:03 大家好\n12:50 - 再见\n1:02:03\n真的再见")).toEqual([
      [undefined, 3, "大家好"],
      [undefined, 770, "再见"],
      [undefined, 3723, "真的再见"],
    ]);
  });

  it("leaves a single clock time in its sentence", () => {
    expect(read("10:30 我们开会\n然后回家")).toEqual([
      [undefined, undefined, "10:30 我们开会"],
      [undefined, undefined, "然后回家"],
    ]);
  });

  it.each([
    ["https://example.com: 看这里"],
    ["我想说的是:这个很好"],
    ["好,我说一点:蒸馏"],
    ["比如：蒸馏"],
    ["第一点：便宜"],
    ["比分3:1"],
    ["std::vector 很快"],
    ["There is one thing to say: distillation"],
    ["Note: this is no name"],
    ["So here is what happened: nothing"],
    ["参考：https://example.com"],
  ])("takes %j for a sentence, even when it comes twice", (line) => {
    expect(read(`${line}\n${line}`)).toEqual([
      [undefined, undefined, line],
      [undefined, undefined, line],
    ]);
  });

  it("takes a colon that recurs in a long text without speakers for prose", () => {
    const lines = Array.from({ length: 300 }, (_, index) =>
      index % 150 === 0 ? "北京：一座城市" : `第 ${index} 段话`,
    );
    expect(read(lines.join("\n")).every(([speaker]) => speaker === undefined)).toBe(true);
  });

  it("leaves markup of other kinds as the text it is", () => {
    expect(read("<script>alert(1)</script> ]]> --> *蒸馏*")).toEqual([
      [undefined, undefined, "<script>alert(1)</script> ]]> --> *蒸馏*"],
    ]);
  });

  it("warns of times that go backward", () => {
    expect(parseString("transcript.txt", "[00:10] 一\n[00:05] 二").problems).toEqual([
      expect.objectContaining({ severity: "warning", line: 2 }),
    ]);
  });
});

describe("parseMarkdown", () => {
  const readMarkdown = (text: string) => read(text, "transcript.md");

  it("leaves out front matter, headings, rules, comments and link definitions", () => {
    expect(
      readMarkdown(
        "---\ntitle: 第一期\n---\n# 标题\n\n大家好\n\n---\n\n<!-- 注\n释 -->\n[1]: https://example.com\nTitle\n=====\n再见",
      ),
    ).toEqual([
      [undefined, undefined, "大家好"],
      [undefined, undefined, "再见"],
    ]);
  });

  it.each(["## Transcript", "## 逐字稿", "### 文字稿："])("begins under the heading %j", (heading) => {
    expect(
      readMarkdown(`# 第一期\n\n- Video: https://example.com\n\n${heading}\n\n- [00:00:03] 上课`),
    ).toEqual([[undefined, 3, "上课"]]);
  });

  it("takes off emphasis, links, code marks, escapes and inline tags", () => {
    expect(
      readMarkdown(
        "这是 **蒸馏** 和 _MoE_ 的 [论文](https://a.b/c_(d)) `kv_cache`\\[笑\\] 2\\*3 a_b_c <b>R1</b> &amp; <script>",
      ),
    ).toEqual([[undefined, undefined, "这是 蒸馏 和 MoE 的 论文 kv_cache[笑] 2*3 a_b_c R1 & <script>"]]);
  });

  it("reads bold names, alone or before their words, and escaped times", () => {
    expect(
      readMarkdown(
        "**Jerod Santo:**\n\nWhat up, nerds?\n\n\\[04:10\\] I didn't want it.\n\n**Break**: \\[16:40\\]\n\n**Amal Hussein:** Hi. MORE: yes",
      ),
    ).toEqual([
      ["Jerod Santo", undefined, "What up, nerds?"],
      ["Jerod Santo", 250, "I didn't want it."],
      ["Amal Hussein", undefined, "Hi. MORE: yes"],
    ]);
  });

  it("takes a plain lead-in for no speaker where names are bold", () => {
    expect(readMarkdown("**Jerod Santo:** Hi\n\nMORE IMPORTANTLY: Zelda\n\n**Jerod Santo:** Bye")[1]).toEqual(
      ["Jerod Santo", undefined, "MORE IMPORTANTLY: Zelda"],
    );
  });

  it("takes a heading with a numbered speaker for the speaker", () => {
    expect(readMarkdown("### 发言人2 00:20\n继续\n### 结尾 00:30\n完")).toEqual([
      ["发言人2", 20, "继续"],
      ["发言人2", undefined, "完"],
    ]);
  });
});
