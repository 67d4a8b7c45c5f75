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
    describe: (own) => `${own.length} bytes`,
  });
  const isKept = cache.takeKept(file, data);
  if (!isKept) await write(join(outDir, file), page);
  const made = await cache.finish();
  const pages = [...cache.listKept(), ...made].map(({ read, ...own }) => ({ ...own, page: `${read()}` }));
  return { isKept, pages };
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

describe("PageCache", () => {
  it("gives a page back whose data have not changed, with what is known of it", async () => {
    const pages = [{ file, known: "6 bytes", page: "<p>一" }];
    expect(await build({ title: "一" }, "<p>一")).toEqual({ isKept: false, pages });
    expect(await build({ title: "一" }, "another")).toEqual({ isKept: true, pages });
  });

  it("has a page made anew when its data or the program change", async () => {
    await build({ title: "二" }, "<p>二");
    expect(await build({ title: "二 " }, "new")).toMatchObject({ isKept: false, pages: [{ page: "new" }] });
    expect(await build({ title: "二" }, "new", { code: "2" })).toMatchObject({
      isKept: false,
      pages: [{ page: "new" }],
    });
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
    expect(await build("四", "new", { kept: "damaged" })).toMatchObject({
      isKept: false,
      pages: [{ page: "new" }],
    });
  });

  it("puts a kept file that is no page in its place", async () => {
    const transcript = "episodes/a/transcript.json";
    const options = { folder: join(folder, "files"), code: "1", describe: () => undefined };
    const first = new PageCache({ ...options, outDir: join(folder, "files-1") });
    expect(first.takeKept(transcript, "五")).toBe(false);
    await write(join(folder, "files-1", transcript), "[]");
    expect(await first.finish()).toEqual([]);
    const second = new PageCache({ ...options, outDir: join(folder, "files-2") });
    expect(second.takeKept(transcript, "五")).toBe(true);
    expect(await readFile(join(folder, "files-2", transcript), "utf8")).toBe("[]");
    expect(second.listKept()).toEqual([]);
  });
});
