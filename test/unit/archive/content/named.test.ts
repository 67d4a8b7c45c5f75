import { describe, expect, test } from "vitest";
import { loadContent, writeFrontMatter } from "../write-content.ts";

const glossary = "- { term: 蒸馏, also: [distillation] }\n- { term: 量化, heard: [亮化] }\n- term: GPT\n";
const people = "lin: { name: 林晚 }\nzhou: { name: 周一鸣 }\nmaya: { name: Maya }\n";
const one = "episodes/one";

async function nameOf(files: Parameters<typeof loadContent>[0]) {
  const { archive, printed } = await loadContent({
    "glossary.yaml": glossary,
    "people.yaml": people,
    [`${one}/episode.md`]: writeFrontMatter("people: [lin, zhou, maya]"),
    [`${one}/transcript.txt`]: "GPT的蒸馏和量化。\n",
    ...files,
  });
  return {
    terms: archive.named.terms.map(({ term }) => term),
    people: archive.named.people.map(({ id }) => id),
    printed,
  };
}

describe("a term", () => {
  const named = async (transcript: string) => {
    const { terms, printed } = await nameOf({ [`${one}/transcript.txt`]: transcript });
    return { terms, printed };
  };

  test.each([
    ["by its name", "今天聊蒸馏、量化和GPT。\n"],
    ["by another name of it, in any case", "Distillation, 量化, gpt.\n"],
    ["where only the glossary makes it so of what was heard", "GPT的蒸馏和亮化。\n"],
  ])("is named where an episode says it: %s", async (_, transcript) => {
    expect(await named(transcript)).toEqual({ terms: ["蒸馏", "量化", "GPT"], printed: [] });
  });

  test("is told of with its line where none does; a word that only begins so is another", async () => {
    expect(await named("ChatGPT、GPTs，都不是蒸馏。\n")).toEqual({
      terms: ["蒸馏"],
      printed: [
        'glossary.yaml:2: Warning: No episode says "量化", so it has no page. Delete the entry if it is another show\'s; keep it if it is yet to be said.',
        'glossary.yaml:3: Warning: No episode says "GPT", so it has no page. Delete the entry if it is another show\'s; keep it if it is yet to be said.',
      ],
    });
  });
});

describe("a person", () => {
  test.each([
    ["names them", "people: [lin, 周一鸣, maya]".replace("周一鸣", "zhou"), undefined],
    ["has them speak by a label", "people: [lin, maya]\nspeakers: { 甲: zhou }", "甲：GPT的蒸馏和量化。\n"],
  ])("is named where an episode %s", async (_, lines, transcript) => {
    const files = { [`${one}/episode.md`]: writeFrontMatter(lines) };
    const { people: ids, printed } = await nameOf(
      transcript === undefined ? files : { ...files, [`${one}/transcript.txt`]: transcript },
    );
    expect({ ids, printed }).toEqual({ ids: ["lin", "zhou", "maya"], printed: [] });
  });

  test("is named where they may speak, however unsure that is", async () => {
    const { people: ids, printed } = await nameOf({
      [`${one}/episode.md`]: writeFrontMatter("people: [lin, maya]"),
      [`${one}/corrections.yaml`]: "turns: [{ line: 1, speaker: zhou, sure: 0.5 }]\n",
    });
    expect({ ids, printed }).toEqual({ ids: ["lin", "zhou", "maya"], printed: [] });
  });

  test("is told of with their line where none does, though their name is said", async () => {
    const { people: ids, printed } = await nameOf({
      [`${one}/episode.md`]: writeFrontMatter("people: [lin, maya]"),
      [`${one}/transcript.txt`]: "周一鸣说GPT的蒸馏和量化。\n",
    });
    expect({ ids, printed }).toEqual({
      ids: ["lin", "maya"],
      printed: [expect.stringMatching(/^people\.yaml:2: Warning: No episode names "zhou"/)],
    });
  });
});

describe("of an archive that says neither", () => {
  const silent = {
    [`${one}/transcript.txt`]: "今天不聊这些。\n",
    [`${one}/episode.md`]: writeFrontMatter(""),
  };

  test("nothing is told where a draft does; it has no page before the draft is published", async () => {
    const draft = {
      ...silent,
      "episodes/two/episode.md": writeFrontMatter("draft: true\npeople: [lin, zhou, maya]"),
      "episodes/two/transcript.txt": "GPT的蒸馏和量化。\n",
    };
    expect(await nameOf(draft)).toEqual({ terms: [], people: [], printed: [] });
  });

  test("nothing is told where an episode cannot be read: it may", async () => {
    const { printed } = await nameOf({ ...silent, "episodes/two/transcript.txt": "好。\n" });
    expect(printed).toEqual([expect.stringMatching(/^episodes\/two: There is no episode\.md/)]);
  });

  test("nothing is told where there is no episode: that is told", async () => {
    const { printed } = await nameOf({
      [`${one}/transcript.txt`]: undefined,
      [`${one}/episode.md`]: undefined,
    });
    expect(printed).toEqual([expect.stringMatching(/^episodes: Warning: There are no episodes yet/)]);
  });
});
