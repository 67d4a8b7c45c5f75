import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import {
  clearOld,
  nameFullDisk,
  readCachedValue,
  writeCachedValue,
} from "../../../../src/archive/cache/cached-file.ts";
import { wordError } from "../../../word-problems.ts";

const writeFile = vi.fn();

/** The module as it is where a disk has no room for "too much". Other files share the module that is loaded already. */
async function loadOnSmallDisk() {
  const own = await vi.importActual<typeof import("node:fs/promises")>("node:fs/promises");
  writeFile.mockImplementation(async (...given: Parameters<typeof own.writeFile>) => {
    await own.writeFile(...given);
    if (given[1] === "too much") throw new Error("ENOSPC: no space left on device, write");
  });
  vi.resetModules();
  vi.doMock("node:fs/promises", () => ({ ...own, writeFile }));
  onTestFinished(() => {
    vi.doUnmock("node:fs/promises");
    vi.resetModules();
  });
  return await import("../../../../src/archive/cache/cached-file.ts");
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tingsuo-cached-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it("names the file for which a disk had no room, and leaves nothing of it", async () => {
  const folder = makeFolder();
  const path = join(folder, "a.cut");
  const small = await loadOnSmallDisk();
  await expect(small.writeAtomically(path, "too much")).rejects.toMatchObject({
    fault: { kind: "disk-full", values: { path } },
  });
  expect(readdirSync(folder)).toEqual([]);
});

it("writes through no link that stands in its way, but in the place of one that is its goal", async () => {
  const folder = makeFolder();
  const [path, goal] = [join(folder, "a.yaml"), join(folder, "goal.yaml")];
  writeFileSync(goal, "old");
  symlinkSync(goal, path);
  const { writeAtomically } = await loadOnSmallDisk();
  await writeAtomically(path, "new");
  expect([readFileSync(goal, "utf8"), readFileSync(path, "utf8")]).toEqual(["old", "new"]);
  const [[beside, , options] = []] = writeFile.mock.calls.slice(-1);
  expect([String(beside), options]).toEqual([expect.stringMatching(/a\.yaml\.\w{12}\.new$/), { flag: "wx" }]);
});

it.each([
  ["ENOSPC: no space left on device, write", "dist"],
  ["EDQUOT: disk quota exceeded, open 'a'", "dist"],
  ["Failed to write file: No space left on device (os error 28)", "dist"],
])("knows a full disk in %j", (message, path) => {
  expect(wordError(nameFullDisk(new Error(message), path))).toContain(`${path} cannot be written`);
});

it("leaves every other error as it is", () => {
  for (const error of [new Error("EACCES: permission denied, open 'a'"), new Error("os error 2"), "ENOSPC"])
    expect(nameFullDisk(error, "dist")).toBe(error);
});

it("keeps what is used from a build that clears what is old and has no use for it", async () => {
  const folder = makeFolder();
  const hourAgo = new Date(Date.now() - 7_200_000);
  for (const name of ["used", "unused"]) {
    await writeCachedValue(join(folder, name), name);
    utimesSync(join(folder, name), hourAgo, hourAgo);
  }
  expect(readCachedValue(join(folder, "used"))).toBe("used");
  await clearOld(folder, new Set());
  expect(readdirSync(folder)).toEqual(["used"]);
});
