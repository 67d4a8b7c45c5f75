import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockFolder } from "../../src/archive/folder-lock.ts";
import { killBuild, readTree } from "../kill-build.ts";
import { buildSite, makeBuildFolder } from "./build-sites.ts";

let folder = "";
const inFolder = (name: string) => join(folder, name);
const settings = () => ({
  ARCHIVE_CONTENT: inFolder("content"),
  ARCHIVE_OUT: inFolder("site"),
  ARCHIVE_CACHE: inFolder("cache"),
  ARCHIVE_SITE: "https://archive.example",
  ARCHIVE_LANG: "en",
});

type Failure = { code: number; stdout: string; stderr: string };
const failToBuild = (environment: Record<string, string>): Promise<Failure | undefined> =>
  buildSite(environment).then(
    () => undefined,
    (error: Failure) => error,
  );

beforeAll(async () => {
  folder = await makeBuildFolder();
  await mkdir(inFolder("content/episodes"), { recursive: true });
  for (const name of ["show.yaml", "people.yaml"])
    await cp(`test/fixtures/archive/${name}`, inFolder(`content/${name}`));
  await cp("test/fixtures/archive/episodes/001-distillation", inFolder("content/episodes/001"), {
    recursive: true,
  });
  await buildSite({ ...settings(), ARCHIVE_OUT: inFolder("whole"), ARCHIVE_CACHE: inFolder("whole-cache") });
}, 180_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Puts a site in place that is told from the one that is built. */
async function putLastSite(): Promise<void> {
  for (const name of ["site", "site.last"]) await rm(inFolder(name), { recursive: true, force: true });
  await mkdir(inFolder("site"));
  await writeFile(inFolder("site/index.html"), "the last site");
}

const listSiblings = async () => (await readdir(folder)).filter((name) => name.startsWith("site"));

describe("a build that is killed between its last two steps", () => {
  it("leaves the last site, which the next build puts back before it reads the content", async () => {
    await putLastSite();
    const { isKilled, said } = await killBuild(settings(), { at: "site:before" });
    expect(isKilled).toBe(true);
    expect(said).toMatch(/A process was killed while putting the site together \(SIGKILL\): .*memory/);
    expect(await readFile(inFolder("site.last/index.html"), "utf8")).toBe("the last site");
    const glossary = inFolder("content/glossary.yaml");
    await writeFile(glossary, "- term: 蒸馏\n  allso: [知识蒸馏]\n");
    expect((await failToBuild(settings()))?.code).toBe(1);
    await rm(glossary);
    expect(await readFile(inFolder("site/index.html"), "utf8")).toBe("the last site");
    expect(await listSiblings()).toEqual(["site"]);
  }, 180_000);

  it.each(["site:before", "site:after"])(
    "is put right by the next one: %s",
    async (at) => {
      await putLastSite();
      expect((await killBuild(settings(), { at })).isKilled).toBe(true);
      const whole = await readTree(inFolder("whole"));
      if (at === "site:after") expect(await readTree(inFolder("site"))).toEqual(whole);
      await buildSite(settings());
      expect(await readTree(inFolder("site"))).toEqual(whole);
      expect(await listSiblings()).toEqual(["site"]);
    },
    180_000,
  );
});

/** Mounts a small disk; undefined where this user may not. */
function mountDisk(place: string, size: string): (() => void) | undefined {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", place], { stdio: "ignore" });
    return () => execFileSync("umount", [place]);
  } catch {
    return undefined;
  }
}

describe("a disk that fills up", () => {
  it("is told in a sentence with the file, and only the last site is left on it", async ({ skip }) => {
    const disk = await mkdtemp(join(tmpdir(), "tingsuo-disk-"));
    const unmount = mountDisk(disk, "200k");
    if (unmount === undefined) return skip("only root may mount a disk");
    try {
      await mkdir(join(disk, "site"));
      await writeFile(join(disk, "site/index.html"), "the last site");
      const failure = await failToBuild({ ...settings(), ARCHIVE_OUT: join(disk, "site") });
      expect(failure?.code).toBe(1);
      expect(`${failure?.stdout}${failure?.stderr}`).toMatch(
        /The disk is full: \S+site\.building\/\S+ cannot be written\. Make room on its disk/,
      );
      expect(await readTree(disk)).toEqual({ "site/index.html": expect.any(String) });
    } finally {
      unmount();
      await rm(disk, { recursive: true });
    }
  }, 180_000);
});

describe("builds beside one another", () => {
  it("are refused the same output with a sentence, and leave the first one what it has written", async () => {
    await putLastSite();
    const lock = lockFolder(inFolder("site"));
    await mkdir(inFolder("site.building"));
    const failure = await failToBuild(settings());
    expect(failure?.code).toBe(1);
    expect(`${failure?.stdout}${failure?.stderr}`).toMatch(
      new RegExp(`Another build is writing .*site \\(process ${process.pid}\\)\\. Wait until it is done`),
    );
    expect(await listSiblings()).toEqual(["site", "site.building", "site.lock"]);
    lock.release();
  }, 180_000);

  it("both succeed with other outputs, outside the checkout too", async () => {
    const outside = await mkdtemp(join(tmpdir(), "tingsuo-outside-"));
    const build = (name: string) =>
      buildSite({
        ...settings(),
        ARCHIVE_OUT: join(outside, name),
        ARCHIVE_CACHE: join(outside, `${name}-cache`),
      });
    await Promise.all([build("a"), build("b")]);
    const whole = await readTree(inFolder("whole"));
    for (const name of ["a", "b"]) expect(await readTree(join(outside, name))).toEqual(whole);
    await rm(outside, { recursive: true });
  }, 180_000);
});
