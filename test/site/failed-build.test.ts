import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSite, makeBuildFolder } from "./build-sites.ts";

let folder = "";

beforeAll(async () => {
  folder = await makeBuildFolder();
  await cp("test/fixtures/archive", join(folder, "content"), { recursive: true });
  await writeFile(join(folder, "content", "glossary.yaml"), "- term: 蒸馏\n  allso: [知识蒸馏]\n");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a build of content with an error", () => {
  it("says in the language of the show what is wrong in which line, and leaves the last good site where it was", async () => {
    const out = join(folder, "dist");
    await cp("test/fixtures/archive/show.yaml", join(out, "index.html"));
    const failure = await buildSite({ ARCHIVE_CONTENT: join(folder, "content"), ARCHIVE_OUT: out }).then(
      () => undefined,
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
    expect(failure?.code).toBe(1);
    expect(failure?.stdout + (failure?.stderr ?? "")).toMatch(/glossary\.yaml:2: .*“allso”.*also/s);
    expect(await readFile(join(out, "index.html"), "utf8")).toContain("title:");
  });
});
