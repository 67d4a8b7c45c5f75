import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { makeQueries } from "../bench/make-queries.ts";
import { type ExactFigures, measureExact } from "../bench/measure-exact.ts";
import { makePlainArchive } from "../bench/plain-archive.ts";
import { makeRandom } from "../bench/random.ts";
import { readSource } from "../bench/read-source.ts";
import { openPage } from "../browser/open-page.ts";

// The real archive, asked the bench's own queries. Its text is short enough for every answer to be compared.

let page: Page;
let figures: ExactFigures;

beforeAll(async () => {
  const siteDir = inject("odysseyDir");
  const source = await readSource("content", siteDir);
  page = await openPage(inject("odysseyUrl"));
  figures = await measureExact(makeQueries(source.episodes, makeRandom(1)), {
    archive: makePlainArchive(source.episodes),
    aliases: source.aliases,
    siteDir,
    page,
    random: makeRandom(1),
    onProgress: () => undefined,
  });
}, 240_000);

afterAll(() => page?.close());

it("asks enough queries of every kind", () => {
  for (const kind of ["title", "run", "mixed", "latin"] as const)
    expect(figures.byKind[kind]?.queries).toBeGreaterThanOrEqual(20);
});

it("answers every query with the episodes and hits of a plain search", () => {
  expect(figures.wrong).toEqual([]);
});

it("shows every hit in one passage, at its time and address, with the query marked", () => {
  expect(figures.passages.passages).toBeGreaterThan(100);
  expect(figures.passages.faults).toEqual([]);
});
