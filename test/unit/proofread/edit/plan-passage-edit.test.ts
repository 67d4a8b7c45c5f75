import { writeFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadArchive } from "../../../../src/archive/content/load-archive.ts";
import { findEditedPlace } from "../../../../src/proofread/edit/find-edited-place.ts";
import { planEverywhere } from "../../../../src/proofread/edit/plan-everywhere.ts";
import {
  planReplacement,
  planRestoring,
  planTurn,
} from "../../../../src/proofread/edit/plan-passage-edit.ts";
import { loadWordKnowledge } from "../../../../src/proofread/suggest/word-knowledge.ts";
import { type Files, writeContent } from "../../archive/write-content.ts";

/** An archive of one episode, whose owner edits it on its page. */
async function openShow(transcript: string, files: Files = {}) {
  const contentDir = await writeContent({ "episodes/one/transcript.txt": transcript, ...files });
  const load = () => loadArchive({ contentDir, keepFiles: true });
  const show = async () => (await load()).archive.episodes[0]?.passages ?? [];
  /** Selects words as the page shows them; the second of several with `nth: 1`. */
  const select = async (text: string, nth = 0) => {
    const loaded = await load();
    for (const { anchor, text: shown } of loaded.archive.episodes[0]?.passages ?? []) {
      let from = shown.indexOf(text);
      for (let index = 0; index < nth && from !== -1; index += 1) from = shown.indexOf(text, from + 1);
      if (from === -1) continue;
      return findEditedPlace(loaded, { slug: "one", anchor, from, to: from + text.length, text });
    }
    throw new Error(`${text} is not shown.`);
  };
  return {
    contentDir,
    load,
    select,
    read: async () => (await show()).map(({ text }) => text).join("\n"),
    speakers: async () => (await show()).map(({ speaker, text }) => `${speaker?.key}: ${text}`),
    replace: async (text: string, meant: string, nth = 0) =>
      keep(await planReplacement(contentDir, await select(text, nth), meant)),
    restore: async (text: string) => keep(await planRestoring(contentDir, await select(text))),
    turn: async (text: string, speaker: string, alone = false) =>
      keep(await planTurn(contentDir, await select(text), { speaker, alone })),
    everywhere: async (text: string, typed: string) => {
      const edited = await select(text);
      const words = await loadWordKnowledge();
      const plan = await planEverywhere(contentDir, await load(), edited, { typed, words });
      for (const change of plan.changes) await keep(change);
      return plan;
    },
  };
}

async function keep({ path, after }: { readonly path: string; readonly after: string }): Promise<string> {
  await writeFile(path, after);
  return after;
}

const fault = (kind: string) => expect.objectContaining({ fault: expect.objectContaining({ kind }) });

describe("a stretch of a passage that is corrected here", () => {
  test("becomes an entry with its line and words, and reads so", async () => {
    const show = await openShow("林晚：大家好。\n\n林晚：今天聊征流，再聊征流。");
    expect(await show.replace("征流", "蒸馏", 1)).toBe(
      "replace:\n  - { line: 3, heard: 征流, nth: 2, meant: 蒸馏 }\n",
    );
    expect(await show.read()).toContain("今天聊征流，再聊蒸馏。");
  });

  test("keeps comments and entries as they stand", async () => {
    const text = "# 手写的\nreplace:\n  - { line: 1, heard: 整理, meant: 蒸馏 } # 听过\n";
    const show = await openShow("今天聊整理，还有低费。", { "episodes/one/corrections.yaml": text });
    expect(await show.replace("低费", "DeepSeek")).toBe(
      `${text}  - { line: 1, heard: 低费, meant: DeepSeek }\n`,
    );
  });

  test("changes the correction that stands there, and what is unsure is sure then", async () => {
    const show = await openShow("今天聊征流。", {
      "episodes/one/corrections.yaml":
        "replace:\n  - { line: 1, heard: 征流, meant: 真流, sure: 0.4 } # 存疑\n",
    });
    expect(await show.replace("真流", "蒸馏")).toBe(
      "replace:\n  - { line: 1, heard: 征流, meant: 蒸馏 } # 存疑\n",
    );
  });

  test("confirms an unsure correction by the same words", async () => {
    const show = await openShow("今天聊征流。", {
      "episodes/one/corrections.yaml": "replace:\n  - { line: 1, heard: 征流, meant: 蒸馏, sure: 0.4 }\n",
    });
    expect(await show.replace("蒸馏", "蒸馏")).toBe("replace:\n  - { line: 1, heard: 征流, meant: 蒸馏 }\n");
  });

  test("takes a corrected word whole, with what is shown beside the selected part of it", async () => {
    const show = await openShow("今天聊低费的模型。", {
      "episodes/one/corrections.yaml": "replace:\n  - { line: 1, heard: 低费, meant: DeepSik }\n",
    });
    expect(await show.replace("Sik的模", "Seek的大模")).toBe(
      "replace:\n  - { line: 1, heard: 低费的模, meant: DeepSeek的大模 }\n",
    );
    expect(await show.read()).toBe("今天聊DeepSeek的大模型。");
  });

  test("is found over lines that are joined, in capitals and beside spaces", async () => {
    const show = await openShow("We talk about deep\nseek today.");
    expect(await show.replace(" deep seek ", "DeepSeek")).toBe(
      "replace:\n  - { line: 1, heard: deep seek, meant: DeepSeek }\n",
    );
    expect(await show.read()).toBe("We talk about DeepSeek today.");
  });

  test("stands in the place of a keep, which holds elsewhere on its line", async () => {
    const show = await openShow("整理一下整理。", {
      "episodes/one/corrections.yaml": "keep:\n  - { line: 1, heard: 整理 }\n",
    });
    await show.replace("整理", "蒸馏", 1);
    expect(await show.read()).toBe("整理一下蒸馏。");
    const { files, problems } = await show.load();
    expect(problems).toEqual([]);
    expect(files[0]?.corrections.keep).toMatchObject([{ heard: "整理", nth: 1 }]);
  });

  test("is clear from then on, and what is unclear elsewhere on its line stays so", async () => {
    const show = await openShow("整理一下整理。", {
      "episodes/one/corrections.yaml": "unclear:\n  - { line: 1, heard: 整理 }\n",
    });
    expect(await show.replace("整理", "蒸馏", 1)).toBe(
      "unclear:\n  - { line: 1, heard: 整理, nth: 1 }\nreplace:\n  - { line: 1, heard: 整理, nth: 2, meant: 蒸馏 }\n",
    );
    expect(await show.read()).toBe("整理一下蒸馏。");
    expect((await show.load()).problems).toEqual([]);
  });

  test("is a longer stretch where corrections.yaml cannot name it alone", async () => {
    const show = await openShow("哈哈哈，好。");
    await show.replace("哈哈", "呵呵", 1);
    expect(await show.read()).toBe("哈呵呵，好。");
  });

  test("takes a word away with one beside it", async () => {
    const show = await openShow("今天嗯聊蒸馏。");
    await show.replace("嗯聊", "聊");
    expect(await show.read()).toBe("今天聊蒸馏。");
    await expect(show.replace("今天", " ")).rejects.toEqual(fault("edit-without-meant"));
  });

  test("is refused where nothing would change, or the page is older than the files", async () => {
    const show = await openShow("今天聊征流。");
    await expect(show.replace("征流", "征流")).rejects.toEqual(fault("edit-changes-nothing"));
    const loaded = await show.load();
    const passage = loaded.archive.episodes[0]?.passages[0];
    const from = 3;
    for (const selection of [
      { anchor: passage?.anchor ?? "", from, to: 5, text: "蒸馏" },
      { anchor: "p99", from, to: 5, text: "征流" },
      { anchor: passage?.anchor ?? "", from: 5, to: 5, text: "" },
    ])
      expect(() => findEditedPlace(loaded, { slug: "one", ...selection })).toThrow(/edit-page-outdated/);
  });

  test("reads as it was typed, wherever it is selected", async () => {
    const word = fc.constantFrom(
      "我们",
      "聊",
      "征流",
      "哈哈",
      "DeepSig",
      " 3.5 ",
      "，",
      "。",
      "\n",
      "C++",
      "😀",
    );
    const text = fc.array(word, { minLength: 2, maxLength: 12 }).map((words) => words.join(""));
    await fc.assert(
      fc.asyncProperty(text, fc.nat(20), fc.integer({ min: 1, max: 6 }), async (source, at, length) => {
        fc.pre(/\p{L}/u.test(source));
        const show = await openShow(source);
        const [passage] = (await show.load()).archive.episodes[0]?.passages ?? [];
        const shown = passage?.text ?? "";
        const from = at % Math.max(1, shown.length);
        const selected = shown.slice(from, from + length);
        fc.pre(/[\p{L}\p{N}]/u.test(selected) && !/\p{Cs}/u.test(selected));
        const loaded = await show.load();
        const selection = { slug: "one", anchor: passage?.anchor ?? "", from, to: from + selected.length };
        const edited = findEditedPlace(loaded, { ...selection, text: selected });
        await keep(await planReplacement(show.contentDir, edited, "蒸馏"));
        const lead = selected.length - selected.trimStart().length;
        const trail = selected.length - selected.trimEnd().length;
        const expected = `${shown.slice(0, from + lead)}蒸馏${shown.slice(from + selected.length - trail)}`;
        const squeeze = (own: string) => own.replace(/\s+/g, "");
        expect(squeeze(await show.read())).toBe(squeeze(expected));
        expect((await show.load()).problems.filter(({ severity }) => severity === "error")).toEqual([]);
      }),
      { numRuns: 150, seed: 13 },
    );
  });
});

const glossary = "# 词表\n- term: 蒸馏 # 常说\n  heard: [征流]\n- term: DeepSeek\n";

describe("a place that is shown as it was heard again", () => {
  test("loses its correction", async () => {
    const show = await openShow("今天聊整理。", {
      "episodes/one/corrections.yaml":
        "replace:\n  - { line: 1, heard: 今天, meant: 明天 }\n  - { line: 1, heard: 整理, meant: 蒸馏 }\n",
    });
    expect(await show.restore("蒸馏")).toBe("replace:\n  - { line: 1, heard: 今天, meant: 明天 }\n");
    await expect(show.restore("整理")).rejects.toEqual(fault("edit-changes-nothing"));
  });

  test("is kept from the glossary, also by typing what was heard", async () => {
    const show = await openShow("今天聊征流，征流。", { "glossary.yaml": glossary });
    expect(await show.restore("蒸馏")).toBe("keep:\n  - { line: 1, heard: 征流, nth: 1 }\n");
    expect(await show.replace("蒸馏", "征流")).toContain("nth: 2");
    expect(await show.read()).toBe("今天聊征流，征流。");
  });
});

describe("a correction of every place", () => {
  test("goes into the glossary where the term is, comments kept, and away from corrections", async () => {
    const show = await openShow("今天聊低菲客，低菲客。", {
      "glossary.yaml": glossary,
      "episodes/one/corrections.yaml": "replace:\n  - { line: 1, heard: 低菲客, meant: DeepSik }\n",
      "episodes/two/episode.md": "---\ntitle: 第二期\ndate: 2025-03-04\n---\n",
      "episodes/two/transcript.txt": "还有低菲客。",
    });
    const plan = await show.everywhere("DeepSik", "DeepSeek");
    expect(plan.changes.map(({ after }) => after)).toEqual([`${glossary}  heard: [低菲客]\n`, "replace:\n"]);
    expect(plan).toMatchObject({ placeCount: 3, episodeCount: 2 });
    expect(await show.read()).toBe("今天聊DeepSeek，DeepSeek。");
  });

  test("is refused for a usual word, what is no term, and an archive with errors", async () => {
    const show = await openShow("今天聊整理，低菲客。", { "glossary.yaml": glossary });
    await expect(show.everywhere("整理", "蒸馏")).rejects.toEqual(fault("edit-form-usual"));
    await expect(show.everywhere("低菲客", "DeepSeek，对吧")).rejects.toEqual(fault("edit-term-unfit"));
    await expect(show.everywhere("低菲客", "长".repeat(61))).rejects.toEqual(fault("edit-term-unfit"));
    await expect(show.everywhere("低菲客", "低菲客")).rejects.toEqual(fault("edit-changes-nothing"));
    const broken = await openShow("低菲客。", { "glossary.yaml": glossary, "people.yaml": "a: [" });
    await expect(broken.everywhere("低菲客", "DeepSeek")).rejects.toEqual(fault("edit-content-at-fault"));
  });
});

describe("a correction of every place to what is no term yet", () => {
  test.each([
    ["none", undefined, "- term: Kimi\n  heard: [凯咪]\n"],
    ["one of comments", "# 词表\n", "# 词表\n- term: Kimi\n  heard: [凯咪]\n"],
    ["one that ends in a comment", "- term: MoE\n# 完", "- term: MoE\n- term: Kimi\n  heard: [凯咪]\n# 完\n"],
    ["an empty list", "# 词\n[] # 空\n", "# 词\n # 空\n- term: Kimi\n  heard: [凯咪]\n"],
    [
      "a list that is indented",
      "  - term: MoE\n    note: 专家。\n",
      "  - term: MoE\n    note: 专家。\n  - term: Kimi\n    heard: [凯咪]\n",
    ],
    ["a list on one line", "[{ term: MoE }]\n", "[{ term: MoE }, { term: Kimi, heard: [凯咪] }]\n"],
    [
      "an entry with a list last",
      "- term: MoE\n  heard:\n    - 摸一\n",
      "- term: MoE\n  heard:\n    - 摸一\n- term: Kimi\n  heard: [凯咪]\n",
    ],
    ["a byte order mark", "\ufeff- term: MoE\n", "\ufeff- term: MoE\n- term: Kimi\n  heard: [凯咪]\n"],
  ])("makes it one, in a glossary that is %s", async (_, before, after) => {
    const show = await openShow("今天聊凯咪。", before === undefined ? {} : { "glossary.yaml": before });
    const plan = await show.everywhere("凯咪", "Kimi");
    expect(plan).toMatchObject({ newTerm: "Kimi", placeCount: 1, changes: [{ after }] });
    expect(await show.read()).toBe("今天聊Kimi。");
    expect((await show.load()).problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("is refused where the glossary has it under another name, or its address is taken", async () => {
    const own = "- term: 蒸馏\n  also: [distillation]\n- term: C\n";
    const show = await openShow("今天聊低菲客，细加加。", { "glossary.yaml": own });
    await expect(show.everywhere("低菲客", "distillation")).rejects.toEqual(fault("edit-form-claimed"));
    await expect(show.everywhere("细加加", "C++")).rejects.toEqual(fault("edit-form-claimed"));
  });
});

const people = "lin: { name: 林晚 }\nzhou: { name: 周明 }\n";

describe("who speaks", () => {
  test("is written from the selected words on, by a person's id", async () => {
    const show = await openShow("林晚：你好吗？我很好。\n\n林晚：那就好。", { "people.yaml": people });
    expect(await show.turn("我很好", "周明")).toBe(
      "turns:\n  - { line: 1, from: 我很好。, speaker: zhou }\n",
    );
    expect(await show.speakers()).toEqual(["lin: 你好吗？", "zhou: 我很好。那就好。"]);
  });

  test("goes back after the selected words where they are meant alone", async () => {
    const show = await openShow("林晚：你好吗？我很好。那就好。", { "people.yaml": people });
    await show.turn("我很好", "王五", true);
    expect(await show.speakers()).toEqual(["lin: 你好吗？", "王五: 我很好。", "lin: 那就好。"]);
  });

  test("changes the turn that begins there, its comment kept", async () => {
    const text = "turns:\n  - { line: 1, from: 我很好, speaker: 谁, sure: 0.5 } # 听不清\n";
    const show = await openShow("林晚：你好吗？我很好。", {
      "people.yaml": people,
      "episodes/one/corrections.yaml": text,
    });
    expect(await show.turn("我很好", "周明")).toBe(
      "turns:\n  - { line: 1, from: 我很好, speaker: zhou } # 听不清\n",
    );
    await expect(show.turn("我很好", "zhou")).rejects.toEqual(fault("edit-changes-nothing"));
    await expect(show.turn("我很好", " ")).rejects.toEqual(fault("edit-without-speaker"));
  });

  test("begins before a corrected word whose part is selected, and never cuts one", async () => {
    const show = await openShow("林晚：你好。我聊征流的事。", {
      "people.yaml": people,
      "glossary.yaml": glossary,
    });
    await show.turn("馏的事", "周明");
    expect(await show.speakers()).toEqual(["lin: 你好。我聊", "zhou: 蒸馏的事。"]);
  });

  test("cannot go back to somebody whom nobody knows", async () => {
    const show = await openShow("你好吗？我很好。那就好。");
    await expect(show.turn("我很好", "周明", true)).rejects.toEqual(fault("edit-speaker-after-unknown"));
  });
});
