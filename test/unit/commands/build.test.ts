import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runBuild } from "../../../src/commands/build.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tingsuo-build-"));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function build(
  args: readonly string[],
  { contentDir = "test/fixtures/archive", language = ["--lang", "en"], env = {} } = {},
) {
  const printed: string[] = [];
  const errors: string[] = [];
  const asked: { args: readonly string[]; parts: string | undefined; language: string | undefined }[] = [];
  const status = await runBuild([...args, ...language], {
    env: { ARCHIVE_CONTENT: contentDir, ...env },
    print: (text) => printed.push(text),
    printError: (text) => errors.push(text),
    runAstro: (own, env) => {
      asked.push({ args: own, parts: env["ARCHIVE_PARTS"], language: env["ARCHIVE_LANG"] });
      return 0;
    },
  });
  return { status, printed: printed.join("\n"), errors: errors.join("\n"), asked };
}

describe("npm run build", () => {
  it("builds the site with what it is given", async () => {
    const { status, asked } = await build(["--silent"]);
    expect(status).toBe(0);
    expect(asked).toEqual([{ args: ["--silent"], parts: undefined, language: "en" }]);
  });

  it("writes a part, and builds a site of parts", async () => {
    const part = join(folder, "2024");
    const { status, printed, asked } = await build(["--part", "year:2024", "--to", part]);
    expect({ status, asked }).toEqual({ status: 0, asked: [] });
    expect(printed).toMatch(/holds 1 of 7 episodes/);
    expect((await readdir(part)).sort()).toEqual(["cuts", "parts", "tingsuo-part.json"]);
    const site = await build(["--parts", part, `${part}=https://cdn.example/2024`, "--verbose"]);
    expect(site.asked).toEqual([
      { args: ["--verbose"], parts: `${part}\n${part}=https://cdn.example/2024`, language: "en" },
    ]);
  });

  it("ends with 2 where the command line is at fault, and begins nothing", async () => {
    const other = join(folder, "other");
    await mkdir(other);
    await writeFile(join(other, "notes.txt"), "mine");
    for (const [args, message] of [
      [["--part", "year:1999", "--to", join(folder, "none")], /no episode of year:1999/],
      [["--part", "year:2024", "--to", other], /holds other files \(notes\.txt\)/],
      [["--parts", other], /holds no part of an archive/],
      [["--parts", `${other}=ftp://cdn.example/`], /no address that a browser can read/],
    ] as const) {
      const { status, errors, asked } = await build(args);
      expect({ status, asked }).toEqual({ status: 2, asked: [] });
      expect(errors).toMatch(message);
      expect(errors).toMatch(/See npm run build -- --help\.$/);
    }
    expect(await readdir(folder)).not.toContain("none");
    expect(await readdir(other)).toEqual(["notes.txt"]);
  });

  it("ends with 1 where the list names what there is not", async () => {
    const list = join(folder, "list.txt");
    await writeFile(list, "004-taipei\n004-taipe\n");
    const to = join(folder, "listed");
    const { status, errors } = await build(["--part", `list:${list}`, "--to", to]);
    expect(status).toBe(1);
    expect(errors).toContain(`${list}:2: `);
    expect(await readdir(folder)).not.toContain("listed");
  });

  it("hands the language on to Astro, and says no setting of its own where none is asked for", async () => {
    expect((await build([], { language: ["--lang", "zh"] })).asked).toMatchObject([{ language: "zh" }]);
    expect((await build([], { language: [] })).asked).toMatchObject([{ args: [], language: undefined }]);
  });

  it("refuses settings before Astro begins", async () => {
    const { status, errors, asked } = await build([], { env: { ARCHIVE_SITE: "example.org" } });
    expect({ status, asked }).toEqual({ status: 2, asked: [] });
    expect(errors).toMatch(/^ARCHIVE_SITE is "example\.org".*See npm run build -- --help\.$/);
  });

  it("speaks the language of the show", async () => {
    const inChinese = (...args: string[]) => build(args, { language: [] });
    expect((await inChinese("--part", "year:2024", "--to", join(folder, "zh"))).printed).toMatch(
      /档案的7期节目，1期写进了.*zh。$/,
    );
    expect((await inChinese("--part", "1999", "--to", "x")).errors).toBe(
      "看不出“1999”选的是哪些节目。请写season:2、year:2024、year:2020-2022或list:<文件>。用法：npm run build -- --help",
    );
    expect((await inChinese("--help")).printed).toMatch(/退出状态：0 构建好了/);
  });
});
