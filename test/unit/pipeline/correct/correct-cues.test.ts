import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HeardForm, Term } from "../../../../src/model/archive.ts";
import type { Corrections } from "../../../../src/model/corrections.ts";
import type { CorrectedCue, Cue, Speaker } from "../../../../src/model/cue.ts";
import { correctCues } from "../../../../src/pipeline/correct/correct-cues.ts";
import { wordProblems } from "../../../word-problems.ts";

const NONE: Corrections = { replace: [], turns: [], keep: [] };

function makeTerm(term: string, heard: readonly (string | HeardForm)[], also: readonly string[] = []): Term {
  const forms = heard.map((form) => (typeof form === "string" ? { form } : form));
  return { term, slug: term, also, heard: forms, line: 1 };
}

function resolveSpeaker(label: string): Speaker {
  return { key: label, name: label, sure: 1 };
}

function correct(cues: readonly Cue[], terms: readonly Term[], corrections: Partial<Corrections> = {}) {
  return correctCues(cues, { terms, corrections: { ...NONE, ...corrections }, resolveSpeaker });
}

function correctLine(text: string, terms: readonly Term[], corrections: Partial<Corrections> = {}): string {
  const { cues } = correct([{ text, line: 1 }], terms, corrections);
  return cues.map((cue) => cue.text).join("|");
}

function readChanges(cues: readonly CorrectedCue[]): string[] {
  return cues.flatMap(({ text, changes }) => changes.map((c) => `${c.heard}→${text.slice(c.from, c.to)}`));
}

const DISTIL = makeTerm("蒸馏", ["征流"]);
const DEEPSEEK = makeTerm("DeepSeek", ["DeepSig", "Deep Seek"]);

describe("the glossary", () => {
  it("replaces what was heard and keeps it", () => {
    const { cues } = correct([{ text: "我们用征流做小模型", line: 1 }], [DISTIL]);
    expect(cues).toEqual([
      {
        text: "我们用蒸馏做小模型",
        line: 1,
        changes: [{ from: 3, to: 5, heard: "征流", source: "glossary", sure: 1 }],
        delivered: {
          text: "我们用征流做小模型",
          line: 1,
          tokensBefore: 0,
          offsets: [
            [0, 0],
            [5, 5],
          ],
        },
      },
    ]);
  });

  it.each([
    ["用DeepSig做", "用DeepSeek做"],
    ["用 deepsig 做", "用 DeepSeek 做"],
    ["DeepSig-R1", "DeepSeek-R1"],
    ["DeepSig's model", "DeepSeek's model"],
    ["DeepSigX", "DeepSigX"],
    ["XDeepSig", "XDeepSig"],
    ["DeepSig2", "DeepSig2"],
    ["éDeepSig", "éDeepSig"],
  ])("makes %s to %s: Latin forms are whole words in any case", (text, corrected) => {
    expect(correctLine(text, [DEEPSEEK])).toBe(corrected);
  });

  it("takes a decimal number for one word", () => {
    expect(correctLine("o 3 和 o 3.5", [makeTerm("o3", ["o 3"])])).toBe("o3 和 o 3.5");
  });

  it("does not take C for C++ or C#", () => {
    expect(correctLine("C 和 C++ 和 C#", [makeTerm("CUDA", ["C"])])).toBe("CUDA 和 C++ 和 C#");
  });

  it("takes the leftmost and then the longest form", () => {
    const terms = [makeTerm("甲", ["一二"]), makeTerm("乙", ["一二三"]), makeTerm("丙", ["二三四"])];
    expect(correctLine("一二三四", terms)).toBe("乙四");
  });

  it("replaces nothing twice", () => {
    expect(correctLine("一", [makeTerm("二", ["一"]), makeTerm("三", ["二"])])).toBe("二");
  });

  it("leaves a right spelling alone, and the parts of it", () => {
    const terms = [makeTerm("馏", ["流"]), makeTerm("征流器", []), makeTerm("RL", ["RO"], ["RO 学习"])];
    expect(correctLine("征流器和流，RO 学习和 RO", terms)).toBe("征流器和馏，RO 学习和 RL");
  });

  it("leaves text that already reads as the term unchanged", () => {
    const { cues } = correct(
      [{ text: "DeepSeek 和 deepseek", line: 1 }],
      [makeTerm("DeepSeek", ["deepseek"])],
    );
    expect(readChanges(cues)).toEqual(["deepseek→DeepSeek"]);
  });

  it("replaces a form with near only within 30 characters of one of its words", () => {
    const terms = [makeTerm("蒸馏", [{ form: "整流", near: ["模型", "数据"] }])];
    const far = "的".repeat(31);
    expect(correctLine(`整流${far.slice(1)}模型`, terms)).toBe(`蒸馏${far.slice(1)}模型`);
    expect(correctLine(`整流${far}模型`, terms)).toBe(`整流${far}模型`);
    expect(correctLine(`数据${far.slice(1)}整流`, terms)).toBe(`数据${far.slice(1)}蒸馏`);
    expect(correctLine(`数据${far}整流`, terms)).toBe(`数据${far}整流`);
  });

  it("takes a shorter form where the longer one is not near its words", () => {
    const terms = [makeTerm("甲", [{ form: "一二三", near: ["远"] }]), makeTerm("乙", ["一二"])];
    expect(correctLine("一二三", terms)).toBe("乙三");
  });

  it("reports a place that two terms claim, and leaves it", () => {
    const terms = [
      makeTerm("蒸馏", [{ form: "整流", near: ["模型"] }]),
      makeTerm("整理", [{ form: "整流", near: ["数据"] }]),
    ];
    const { cues, problems } = correct([{ text: "模型整流数据", line: 7 }], terms);
    expect(cues[0]?.text).toBe("模型整流数据");
    expect(problems).toMatchObject([{ severity: "error", in: "transcript", line: 7 }]);
    expect(wordProblems(problems)[0]?.message).toContain("蒸馏 (line 1) and 整理 (line 1)");
  });

  it("ignores a line break inside a form and keeps it behind the form", () => {
    const { cues } = correct([{ text: "我们用征\n流做 Deep\nSeek 模型", line: 4 }], [DISTIL, DEEPSEEK]);
    expect(cues[0]?.text).toBe("我们用蒸馏\n做 DeepSeek\n 模型");
    expect(readChanges(cues)).toEqual(["征流→蒸馏", "Deep Seek→DeepSeek"]);
  });

  it("puts a form over two cues wholly into the first", () => {
    const cues: Cue[] = [
      { startTime: 0, endTime: 2, text: "我们用征", line: 3 },
      { startTime: 2, endTime: 4, text: "流做模型", line: 6 },
    ];
    expect(correct(cues, [DISTIL]).cues).toMatchObject([
      { startTime: 0, endTime: 2, text: "我们用蒸馏", line: 3 },
      { startTime: 2, endTime: 4, text: "做模型", line: 6, changes: [] },
    ]);
  });

  it("drops a cue that a form uses up and keeps its end", () => {
    const cues: Cue[] = [
      { startTime: 0, endTime: 2, text: "我们用征", line: 3 },
      { startTime: 2, endTime: 4, text: "流", line: 6 },
    ];
    expect(correct(cues, [DISTIL]).cues).toMatchObject([{ startTime: 0, endTime: 4, text: "我们用蒸馏" }]);
  });

  it("does not replace over a change of speaker", () => {
    const cues: Cue[] = [
      { text: "我们用征", line: 1, speaker: "甲" },
      { text: "流做模型", line: 2, speaker: "乙" },
    ];
    expect(correct(cues, [DISTIL]).cues.map(({ text }) => text)).toEqual(["我们用征", "流做模型"]);
  });

  it("joins the times of words that it replaces together", () => {
    const words = [
      { text: "用", startTime: 1, endTime: 1.2 },
      { text: "征", startTime: 1.2, endTime: 1.4 },
      { text: "流", startTime: 1.4, endTime: 1.8 },
      { text: "做", startTime: 1.8 },
    ];
    expect(correct([{ text: "用征流做", line: 1, words }], [DISTIL]).cues[0]?.words).toEqual([
      { text: "用", startTime: 1, endTime: 1.2, offset: 0 },
      { text: "蒸馏", startTime: 1.2, endTime: 1.8, offset: 1 },
      { text: "做", startTime: 1.8, offset: 3 },
    ]);
  });
});

describe("words with times", () => {
  it("keep their text behind a form that runs over a line break", () => {
    const words = ["征", "流", "模型", "好"].map((text, index) => ({ text, startTime: index }));
    expect(correct([{ text: "征\n流模型\n好", line: 1, words }], [DISTIL]).cues[0]?.words).toEqual([
      { text: "蒸馏", startTime: 0, offset: 0 },
      { text: "模型", startTime: 2, offset: 3 },
      { text: "好", startTime: 3, offset: 6 },
    ]);
  });

  it("go with the part of the cue that they stand in", () => {
    const words = ["好", "对"].map((text, index) => ({ text, startTime: index }));
    const turns = [{ line: 1, from: "对", speaker: "leo", sure: 1, sourceLine: 1 }];
    const { cues } = correct([{ text: "好对", line: 1, words }], [], { turns });
    expect(cues.map((cue) => cue.words)).toEqual([
      [{ text: "好", startTime: 0, offset: 0 }],
      [{ text: "对", startTime: 1, offset: 0 }],
    ]);
  });
});

describe("corrections", () => {
  const entry = { line: 1, heard: "整理", meant: "蒸馏", sure: 1, sourceLine: 3 };

  it("replaces the first of several on a line unless nth says which", () => {
    expect(correctLine("整理和整理", [], { replace: [entry] })).toBe("蒸馏和整理");
    expect(correctLine("整理和整理", [], { replace: [{ ...entry, nth: 2 }] })).toBe("整理和蒸馏");
  });

  it("keeps how sure it is and who decided", () => {
    const { cues } = correct([{ text: "整理", line: 1 }], [], {
      replace: [{ ...entry, sure: 0.8, by: "leo" }],
    });
    expect(cues[0]?.changes).toEqual([
      { from: 0, to: 2, heard: "整理", source: "correction", sure: 0.8, by: "leo" },
    ]);
  });

  it("goes before the glossary, which leaves its place alone", () => {
    const replace = [{ ...entry, heard: "征流", meant: "整流" }];
    expect(correctLine("征流和征流", [DISTIL], { replace })).toBe("整流和蒸馏");
  });

  it("matches the text of the file, not what another correction made of it", () => {
    const replace = [entry, { ...entry, heard: "蒸馏", meant: "剪枝", sourceLine: 4 }];
    expect(correct([{ text: "整理", line: 1 }], [], { replace }).problems).toHaveLength(1);
  });

  it("prefers a whole Latin word and takes a part of one where there is none", () => {
    const replace = [{ ...entry, heard: "A", meant: "Agent" }];
    expect(correctLine("AI 和 A 站", [], { replace })).toBe("AI 和 Agent 站");
    expect(correctLine("用AI", [], { replace })).toBe("用AgentI");
  });

  it("finds a place by the time that the page shows for it", () => {
    const cues: Cue[] = [
      { startTime: 700, text: "整理", line: 1 },
      { startTime: 750.6, text: "我们", line: 2 },
      { startTime: 753, text: "整理", line: 3 },
    ];
    const { line: _, ...untimed } = entry;
    const { cues: corrected } = correct(cues, [], { replace: [{ ...untimed, time: 750 }] });
    expect(corrected.map(({ text }) => text)).toEqual(["整理", "我们", "蒸馏"]);
  });

  it("reports an entry that does not match, with the line's text and where the words stand", () => {
    const cues: Cue[] = [
      { text: `${"前".repeat(50)}我们把整里做好${"后".repeat(50)}`, line: 1 },
      { text: "这里有整理", line: 2 },
    ];
    const { problems } = correct(cues, [], { replace: [entry] });
    expect(problems).toMatchObject([{ severity: "error", in: "corrections", line: 3 }]);
    expect(wordProblems(problems)[0]?.message).toContain("Line 1 does not hold “整理”; it reads “…");
    expect(wordProblems(problems)[0]?.message).toContain("我们把整里做好");
    expect(wordProblems(problems)[0]?.message).toContain("It stands in line 2");
    expect(wordProblems(problems)[0]?.message.length).toBeLessThan(200);
  });

  it.each([
    [9, "The transcript has no speech in line 9; it ends in line 3."],
    [2, "Line 2 of the transcript holds no speech; the next that does is 3."],
  ])("reports line %i, which holds no speech", (line, message) => {
    const cues: Cue[] = [
      { text: "一", line: 1 },
      { text: "三", line: 3 },
    ];
    const { problems } = correct(cues, [], { replace: [{ ...entry, line }] });
    expect(wordProblems(problems)[0]?.message).toContain(message);
  });

  it("reports a time where the transcript has none", () => {
    const { line: _, ...untimed } = entry;
    const { problems } = correct([{ text: "整理", line: 1 }], [], { replace: [{ ...untimed, time: 5 }] });
    expect(wordProblems(problems)[0]?.message).toBe("The transcript has no times. Give the line instead.");
  });

  it("reports an nth that the line does not have", () => {
    const { problems } = correct([{ text: "整理", line: 1 }], [], { replace: [{ ...entry, nth: 2 }] });
    expect(wordProblems(problems)[0]?.message).toContain("“整理” stands once, so there is no nth: 2");
  });

  it("reports two entries that decide about one place, and lets the first stand", () => {
    const replace = [entry, { ...entry, heard: "理好", meant: "理顺", sourceLine: 4 }];
    const { cues, problems } = correct([{ text: "整理好", line: 1 }], [], { replace });
    expect(cues[0]?.text).toBe("蒸馏好");
    expect(problems).toMatchObject([{ line: 4 }]);
    expect(wordProblems(problems)[0]?.message).toContain("Line 3 of this file");
  });

  it("keeps a place from the glossary", () => {
    const keep = [{ line: 1, heard: "征流", nth: 2, sourceLine: 5 }];
    expect(correctLine("征流和征流", [DISTIL], { keep })).toBe("蒸馏和征流");
    expect(correctLine("征流和征流", [DISTIL], { keep: [{ line: 1, heard: "征流", sourceLine: 5 }] })).toBe(
      "征流和征流",
    );
  });

  it("leaves what is unclear as it was heard, and says so", () => {
    const unclear = { line: 1, heard: "征流", isUnclear: true, sourceLine: 5 } as const;
    const { cues, problems } = correct([{ text: "征流和征流", line: 1 }], [DISTIL], { keep: [unclear] });
    expect(problems).toEqual([]);
    expect(cues[0]?.text).toBe("征流和征流");
    expect(cues[0]?.changes).toEqual([
      { from: 0, to: 2, heard: "征流", source: "unclear", sure: 0 },
      { from: 3, to: 5, heard: "征流", source: "unclear", sure: 0 },
    ]);
    expect(correctLine("征流和征流", [DISTIL], { keep: [{ ...unclear, nth: 1 }] })).toBe("征流和蒸馏");
  });

  it("reports a place that is unclear and kept, replaced or unclear already", () => {
    const unclear = { line: 1, heard: "整理", isUnclear: true, sourceLine: 6 } as const;
    const kept = { line: 1, heard: "整理好", sourceLine: 5 };
    for (const corrections of [
      { keep: [kept, unclear] },
      { keep: [{ ...kept, isUnclear: true as const }, unclear] },
      { replace: [entry], keep: [unclear] },
    ]) {
      const { problems } = correct([{ text: "整理好", line: 1 }], [], corrections);
      expect(problems).toMatchObject([{ line: 6, kind: "place-decided-twice" }]);
    }
  });

  it("reports a place that is both replaced and kept", () => {
    const keep = [{ line: 1, heard: "整理", sourceLine: 5 }];
    const { problems } = correct([{ text: "整理", line: 1 }], [], { replace: [entry], keep });
    expect(problems).toMatchObject([{ line: 5, in: "corrections" }]);
  });
});

describe("turns", () => {
  const turn = { line: 1, speaker: "leo", sure: 1, sourceLine: 2 };

  it("hold until the next turn", () => {
    const cues: Cue[] = [1, 2, 3].map((line) => ({ text: "好", line }));
    const { cues: spoken } = correct(cues, [], { turns: [turn, { ...turn, line: 3, speaker: "tianyi" }] });
    expect(spoken.map(({ speaker }) => speaker?.key)).toEqual(["leo", "leo", "tianyi"]);
  });

  it("split a cue at the words of the file, and leave the second part without a time", () => {
    const cues: Cue[] = [{ startTime: 10, endTime: 20, text: "对 是的\n如果低费要是", line: 17 }];
    const turns = [
      { ...turn, line: 17 },
      { ...turn, line: 18, from: "低费要是", speaker: "曹伟", sure: 0.5 },
    ];
    const { cues: spoken } = correct(cues, [makeTerm("DeepSeek", ["低费"])], { turns });
    expect(spoken).toMatchObject([
      { startTime: 10, text: "对 是的\n如果", line: 17, speaker: { key: "leo", sure: 1 } },
      { endTime: 20, text: "DeepSeek要是", line: 18, speaker: { key: "曹伟", sure: 0.5 } },
    ]);
    expect(spoken[0]).not.toHaveProperty("endTime");
    expect(spoken[1]).not.toHaveProperty("startTime");
  });

  it("give the second part of a cue the time of its first word where there is one", () => {
    const words = [
      { text: "对", startTime: 10 },
      { text: "如果", startTime: 11 },
    ];
    const turns = [{ ...turn, from: "如果", speaker: "曹伟" }];
    const { cues } = correct([{ startTime: 10, text: "对如果", line: 1, words }], [], { turns });
    expect(cues.map(({ startTime }) => startTime)).toEqual([10, 11]);
  });

  it("end where the transcript changes its label", () => {
    const cues: Cue[] = [
      { text: "好", line: 1, speaker: "发言人1" },
      { text: "好", line: 2, speaker: "发言人1" },
      { text: "好", line: 3, speaker: "发言人2" },
    ];
    const { cues: spoken } = correct(cues, [], { turns: [turn] });
    expect(spoken.map(({ speaker }) => speaker?.key)).toEqual(["leo", "leo", "发言人2"]);
  });

  it("report words that the line does not hold", () => {
    const { problems } = correct([{ text: "我们开始", line: 1 }], [], { turns: [{ ...turn, from: "他们" }] });
    expect(problems).toMatchObject([{ severity: "error", in: "corrections", line: 2 }]);
  });

  it("report a second turn at the same place", () => {
    const turns = [turn, { ...turn, speaker: "tianyi", sourceLine: 3 }];
    expect(correct([{ text: "好", line: 1 }], [], { turns }).problems).toMatchObject([{ line: 3 }]);
  });
});

describe("correctCues", () => {
  it("gives back the file's text where every change is undone", () => {
    const line = fc.string({ unit: fc.constantFrom("征", "流", "用", "D", "S", " ", "，"), maxLength: 8 });
    const terms = [DISTIL, makeTerm("深度", ["DS", "用D"]), makeTerm("A", ["流"])];
    fc.assert(
      fc.property(fc.array(fc.array(line, { minLength: 1, maxLength: 3 }), { maxLength: 6 }), (lines) => {
        const cues = lines.map((parts, index) => ({ text: parts.join("\n"), line: index * 4 + 1 }));
        const undone = correct(cues, terms).cues.map(({ text, changes }) =>
          changes.reduceRight((t, { from, to, heard }) => t.slice(0, from) + heard + t.slice(to), text),
        );
        const squeeze = (text: string): string => text.replace(/\s/g, "");
        expect(squeeze(undone.join(""))).toBe(squeeze(cues.map(({ text }) => text).join("")));
      }),
    );
  });

  it("leaves every unchanged character on its line of the file", () => {
    const { cues } = correct([{ text: "征\n流\n好", line: 5 }], [DISTIL]);
    expect(cues).toMatchObject([{ text: "蒸馏\n\n好", line: 5 }]);
  });

  it("reads a line of a million characters", () => {
    const { cues } = correct([{ text: "用征流做，".repeat(200_000), line: 1 }], [DISTIL]);
    expect(cues[0]?.changes).toHaveLength(200_000);
  });
});
