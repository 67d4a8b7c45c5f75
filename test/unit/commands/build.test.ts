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

async function build(args: readonly string[], contentDir = "test/fixtures/archive") {
  const printed: string[] = [];
  const errors: string[] = [];
  const asked: { args: readonly string[]; parts: string | undefined }[] = [];
  const status = await runBuild(args, {
    env: { ARCHIVE_CONTENT: contentDir },
    print: (text) => printed.push(text),
    printError: (text) => errors.push(text),
    runAstro: (own, env) => {
      asked.push({ args: own, parts: env["ARCHIVE_PARTS"] });
      return 0;
    },
  });
  return { status, printed: printed.join("\n"), errors: errors.join("\n"), asked };
}

describe("npm run build", () => {
  it("builds the site with what it is given", async () => {
    const { status, asked } = await build(["--silent"]);
    expect(status).toBe(0);
    expect(asked).toEqual([{ args: ["--silent"], parts: undefined }]);
  });

  it("writes a part, and builds a site of parts", async () => {
    const part = join(folder, "2024");
    const { status, printed, asked } = await build(["--part", "year:2024", "--to", part]);
    expect({ status, asked }).toEqual({ status: 0, asked: [] });
    expect(printed).toMatch(/holds 1 of 7 episodes/);
    expect((await readdir(part)).sort()).toEqual(["cuts", "parts", "tingsuo-part.json"]);
    const site = await build(["--parts", part, `${part}=https://cdn.example/2024`, "--verbose"]);
    expect(site.asked).toEqual([{ args: ["--verbose"], parts: `${part}\n${part}=https://cdn.example/2024` }]);
  });

  it("ends with 2 where the command line is at fault, and begins nothing", async () => {
    const other = join(folder, "other");
    await mkdir(other);
    await writeFile(join(other, "notes.txt"), "mine");
    for (const [args, message] of [
      [["--part", "year:1999", "--to", join(folder, "none")], /no episode of year 1999/],
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
});
