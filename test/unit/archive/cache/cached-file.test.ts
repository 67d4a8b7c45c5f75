import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import {
  clearOld,
  nameFullDisk,
  readCachedValue,
  writeAtomically,
  writeCachedValue,
} from "../../../../src/archive/cache/cached-file.ts";
import { wordError } from "../../../word-problems.ts";

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "tingsuo-cached-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it.skipIf(!existsSync("/dev/full"))(
  "names the file for which a disk had no room, and leaves nothing of it",
  async () => {
    const folder = makeFolder();
    const path = join(folder, "a.cut");
    symlinkSync("/dev/full", `${path}.${process.pid}.new`);
    const error = await writeAtomically(path, "words").catch((own: unknown) => own);
    expect(wordError(error)).toMatch(`The disk is full: ${path} cannot be written. Make room`);
    expect(readdirSync(folder)).toEqual([]);
  },
);

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
