import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PageCache } from "../../../../src/archive/cache/page-cache.ts";

let folder = "";
let builds = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tingsuo-pages-"));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const file = "episodes/a/index.html";

/** Builds a site of one page; tells whether the page was made anew, and what it is. */
async function build(
  data: unknown,
  page: string,
  settings: { code?: string; assets?: string[]; kept?: string } = {},
) {
  const outDir = join(folder, `out-${builds++}`);
  for (const asset of ["_astro/style.css", ...(settings.assets ?? [])]) await write(join(outDir, asset), "");
  const cache = new PageCache({
    folder: join(folder, settings.kept ?? "kept"),
    outDir,
    code: settings.code ?? "1",
  });
  const isKept = cache.takeKept(file, data);
  if (!isKept) await write(join(outDir, file), page);
  await cache.finish();
  return { isKept, page: await readFile(join(outDir, file), "utf8"), listed: cache.listKept() };
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

describe("PageCache", () => {
  it("gives a page back whose data have not changed, and lists its address", async () => {
    await build({ title: "一" }, "<p>一");
    expect(await build({ title: "一" }, "another")).toEqual({
      isKept: true,
      page: "<p>一",
      listed: ["episodes/a/"],
    });
  });

  it("has a page made anew when its data or the program change", async () => {
    await build({ title: "二" }, "<p>二");
    expect(await build({ title: "二 " }, "new")).toMatchObject({ isKept: false, page: "new", listed: [] });
    expect(await build({ title: "二" }, "new", { code: "2" })).toMatchObject({ isKept: false, page: "new" });
  });

  it("has a page made anew whose styles are not those of this build", async () => {
    const page = '<link href="/_astro/own.css">';
    await build("三", page, { assets: ["_astro/own.css"] });
    expect((await build("三", "new")).isKept).toBe(false);
  });

  it("has a page made anew of which what is kept is damaged", async () => {
    await build("四", "<p>四", { kept: "damaged" });
    for (const name of await readdir(join(folder, "damaged")))
      await writeFile(join(folder, "damaged", name), "<p>");
    expect(await build("四", "new", { kept: "damaged" })).toMatchObject({ isKept: false, page: "new" });
  });
});
