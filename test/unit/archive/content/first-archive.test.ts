import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadArchive } from "../../../../src/archive/content/load-archive.ts";
import type { Passage } from "../../../../src/model/passage.ts";
import { findPassage } from "../../../../src/text/find-passage.ts";
import { readTokens } from "../../../../src/text/normalise.ts";
import { parseFragment } from "../../../../src/text/time.ts";

const readWords = (passages: readonly Passage[]) =>
  passages.flatMap(({ text }) => readTokens(text).map((token) => token.text));

const placeOf = ({ start, line, isEstimated, lineAnchor }: Passage) => {
  const place = parseFragment(lineAnchor);
  return { start, line, isEstimated, tokens: place?.kind === "line" ? place.tokens : 0 };
};

describe("the first archive, punctuated", () => {
  let passages: readonly Passage[] = [];
  let plain: readonly Passage[] = [];
  let problems: readonly string[] = [];

  beforeAll(async () => {
    const loaded = await loadArchive({ contentDir: "content" });
    passages = loaded.archive.episodes[0]?.passages ?? [];
    problems = loaded.problems.map(({ kind }) => kind);
    const folder = await mkdtemp(join(tmpdir(), "tingsuo-"));
    const filter = (path: string) => basename(path) !== "punctuated.txt";
    await cp("content", folder, { recursive: true, filter });
    plain = (await loadArchive({ contentDir: folder })).archive.episodes[0]?.passages ?? [];
    await rm(folder, { recursive: true });
    return undefined;
  });

  test("has the words that it had, and nothing to tell of", () => {
    expect(problems).toEqual([]);
    expect(readWords(plain).length).toBeGreaterThan(15_000);
    expect(readWords(passages)).toEqual(readWords(plain));
  });

  test("has them said by whom they were said", () => {
    const bySpeaker = (own: readonly Passage[]) =>
      own.map((passage) => [passage.speaker?.key, readWords([passage]).join(" ")] as const);
    const join = (own: readonly (readonly [string | undefined, string])[]) =>
      own.map(([key, words], index) => (key === own[index - 1]?.[0] ? words : `${key}: ${words}`)).join(" ");
    expect(join(bySpeaker(passages))).toBe(join(bySpeaker(plain)));
  });

  test("has passages that end with a sentence and are read at one go", () => {
    for (const { text } of passages) {
      expect(text).toMatch(/[。？！…][”’]?$/);
      expect(text.length).toBeLessThanOrEqual(310);
    }
  });

  test("opens each address of before at the passage that holds its words", () => {
    let before = 0;
    const starts = passages.map((passage) => {
      const start = before;
      before += readWords([passage]).length;
      return start;
    });
    let at = 0;
    for (const passage of plain) {
      const opened = findPassage(passage.lineAnchor, passages.map(placeOf)) ?? -1;
      expect(starts[opened], passage.lineAnchor).toBeLessThanOrEqual(at);
      expect(starts[opened + 1] ?? before, passage.lineAnchor).toBeGreaterThan(at);
      at += readWords([passage]).length;
    }
  });
});
