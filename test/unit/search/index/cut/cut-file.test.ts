import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EpisodeCut } from "../../../../../src/search/index/cut/cut-episode.ts";
import { readCut, writeCut } from "../../../../../src/search/index/cut/cut-file.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tingsuo-cut-"));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const cut: EpisodeCut = {
  exact: {
    terms: ["化学ǁ", "学ǀ"],
    termAt: Uint32Array.of(1, 2, 0),
    firstPositions: [0],
    headings: [],
    headingLength: 0,
    tokenCount: 2,
  },
  sound: { terms: [], termAt: new Uint32Array(0) },
  said: { terms: ["化", "学"], termAt: Uint32Array.of(1, 2, 0) },
  words: { words: ["化学"], forms: ["化學"], counts: Uint16Array.of(1), contentWords: [] },
};

async function keep(name: string): Promise<string> {
  const path = join(folder, name);
  await writeCut(path, cut);
  return path;
}

describe("readCut", () => {
  it("gives back the sections that are asked for", async () => {
    const path = await keep("whole");
    const { terms, termAt, ...head } = cut.exact;
    expect(readCut(path, "head", "words", "said", "exact", "sound")).toEqual({
      head: { ...head, positionCount: 3 },
      words: cut.words,
      said: cut.said,
      exact: { terms, termAt },
      sound: cut.sound,
    });
    expect(readCut(path, "words")).toEqual({ words: cut.words });
  });

  it("gives nothing of a file that is missing, cut short or of another kind", async () => {
    expect(readCut(join(folder, "missing"), "exact")).toBeUndefined();
    const short = await keep("short");
    await truncate(short, (await readFile(short)).length - 5);
    expect(readCut(short, "words")).toBeUndefined();
    const other = join(folder, "other");
    await writeFile(other, "TSCUT, but something else altogether, and long enough to be read as one");
    expect(readCut(other, "exact")).toBeUndefined();
  });

  it("gives nothing where any one bit is wrong", async () => {
    const path = await keep("bit");
    const bytes = await readFile(path);
    for (let at = 0; at < bytes.length; at++) {
      const wrong = Buffer.from(bytes);
      wrong[at] = (wrong[at] as number) ^ 1;
      await writeFile(path, wrong);
      expect(readCut(path, "words")).toBeUndefined();
    }
  });
});
