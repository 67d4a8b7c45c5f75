import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { lockFolder } from "../../../src/archive/folder-lock.ts";
import { wordError } from "../../word-problems.ts";

function makePlace(): { site: string; lock: string; parent: string } {
  const parent = mkdtempSync(join(tmpdir(), "tingsuo-lock-"));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  return { parent, site: join(parent, "site"), lock: join(parent, "site.lock") };
}

function tryLock(folder: string): string {
  try {
    lockFolder(folder).release();
    return "locked";
  } catch (error) {
    return wordError(error);
  }
}

const oldEnough = new Date(Date.now() - 3_600_000);

it("is held by one process at a time, whatever slash the folder ends with, and given back without a trace", () => {
  const { site, parent } = makePlace();
  const lock = lockFolder(site);
  expect(tryLock(`${site}/`)).toBe(
    `Another build is writing ${site} (process ${process.pid}). Wait until it is done, or name another folder for this one. If no build is running there, delete ${site}.lock.`,
  );
  lock.confirm();
  lock.release();
  expect(tryLock(site)).toBe("locked");
  expect(readdirSync(parent)).toEqual([]);
});

it("is no obstacle where its process is gone", () => {
  const { site, lock } = makePlace();
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(lock, JSON.stringify({ host: hostname(), pid, started: "1" }));
  expect(tryLock(site)).toBe("locked");
});

it("is no obstacle where another process has been given the number", () => {
  const { site, lock } = makePlace();
  writeFileSync(lock, JSON.stringify({ host: hostname(), pid: process.pid, started: "another time" }));
  expect(tryLock(site)).toBe("locked");
});

it("is held by a process that was killed no longer than until it is", async () => {
  const { site, lock } = makePlace();
  const module = new URL("../../../src/archive/folder-lock.ts", import.meta.url).href;
  const holding = `import(${JSON.stringify(module)}).then(({ lockFolder }) => { lockFolder(${JSON.stringify(site)}); setInterval(() => {}, 1000); console.log("held"); })`;
  const child = spawn(process.execPath, ["-e", holding], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  expect(tryLock(site)).toContain(`(process ${child.pid})`);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(existsSync(lock)).toBe(true);
  expect(tryLock(site)).toBe("locked");
});

it("holds for another machine as long as that writes it, and no longer", () => {
  const { site, lock } = makePlace();
  writeFileSync(lock, JSON.stringify({ host: "elsewhere", pid: 1, started: "1" }));
  expect(tryLock(site)).toContain("(process 1 on elsewhere)");
  utimesSync(lock, oldEnough, oldEnough);
  expect(tryLock(site)).toBe("locked");
});

it("is no obstacle where it is damaged", () => {
  const { site, lock } = makePlace();
  writeFileSync(lock, '{"host":');
  expect(tryLock(site)).toBe("locked");
});

it("tells whom it was taken from, and leaves it to the other", () => {
  const { site, lock } = makePlace();
  const own = lockFolder(site);
  const other = JSON.stringify({ host: "elsewhere", pid: 7 });
  writeFileSync(lock, other);
  expect(() => own.confirm()).toThrow("elsewhere");
  own.release();
  expect(readFileSync(lock, "utf8")).toBe(other);
});
