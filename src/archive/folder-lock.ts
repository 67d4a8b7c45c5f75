import { execFileSync } from "node:child_process";
import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { z } from "zod";
import { FaultError } from "../model/report.ts";

/** That a folder is written by this process alone. */
export interface FolderLock {
  /** Throws a FaultError where another process has taken the lock: this one was thought to be gone. */
  confirm(): void;
  release(): void;
}

/** Who holds a lock. */
interface Holder {
  readonly host: string;
  readonly pid: number;
  /** When the process began, as its system says it: a number that is given again does not pass for the same process. */
  readonly started?: string | undefined;
}

const holderSchema = z.object({ host: z.string(), pid: z.number(), started: z.string().optional() });

const MS_BETWEEN_BEATS = 10_000;
/** A lock of another machine that has not been written for this long is of a build that is gone. Chosen: a build keeps
 * its process busy for seconds at a time. */
const MS_TO_DEATH = 180_000;

/**
 * Locks a folder with a file beside it, `<folder>.lock`. A lock whose process is gone is no obstacle; on another machine
 * that is one which is written no more. Throws a FaultError where the folder is locked.
 */
export function lockFolder(folder: string): FolderLock {
  const name = folder.replace(/(?<=[^/\\])[/\\]+$/, "");
  const path = `${name}.lock`;
  const own = JSON.stringify({ host: hostname(), pid: process.pid, started: readStart(process.pid) });
  mkdirSync(dirname(path), { recursive: true });
  for (;;) {
    const now = create(path, own);
    if (now === undefined) break;
    const found = readLock(path);
    if (found === undefined) continue;
    const { holder, text, beat } = found;
    if (holder !== undefined && isHeld(holder, now - beat)) refuse(name, holder);
    takeAway(path, text);
  }
  const beating = setInterval(() => {
    if (readLock(path)?.text === own) writeFileSync(path, own, { flag: "r+" });
  }, MS_BETWEEN_BEATS).unref();
  return {
    confirm: () => {
      const found = readLock(path);
      if (found?.text !== own) refuse(name, found?.holder);
    },
    release: () => {
      clearInterval(beating);
      if (readLock(path)?.text === own) rmSync(path, { force: true });
    },
  };
}

function refuse(folder: string, { pid, host }: Partial<Holder> = {}): never {
  throw new FaultError({
    kind: "output-in-use",
    values: {
      folder,
      lock: `${folder}.lock`,
      ...(pid === undefined ? {} : { pid }),
      ...(host === undefined || host === hostname() ? {} : { host }),
    },
  });
}

/** Makes a lock, whole or not at all. Where there is one already: the time, by the clock of its disk. */
function create(path: string, text: string): number | undefined {
  const beside = `${path}.${process.pid}`;
  writeFileSync(beside, text);
  const { mtimeMs } = statSync(beside);
  const place = (write: () => void): boolean => {
    try {
      write();
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
      throw error;
    }
  };
  try {
    let isOurs: boolean;
    try {
      isOurs = place(() => linkSync(beside, path));
    } catch {
      // A disk without hard links.
      isOurs = place(() => copyFileSync(beside, path, constants.COPYFILE_EXCL));
    }
    return isOurs ? undefined : mtimeMs;
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Undefined where there is none. One without a holder is damaged. */
function readLock(path: string): { text: string; beat: number; holder?: Holder } | undefined {
  try {
    const [text, { mtimeMs: beat }] = [readFileSync(path, "utf8"), statSync(path)];
    const { data: holder } = holderSchema.safeParse(parseJson(text));
    return { text, beat, ...(holder === undefined ? {} : { holder }) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isHeld({ host, pid, started }: Holder, msSilent: number): boolean {
  const isBeating = msSilent < MS_TO_DEATH;
  if (host !== hostname()) return isBeating;
  if (!isRunning(pid)) return false;
  const found = readStart(pid);
  return started === undefined || found === undefined ? isBeating : started === found;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process began; undefined where the system does not say. Of one that has ended and is still listed, "". */
function readStart(pid: number): string | undefined {
  try {
    // Its name, in parentheses, may hold anything; what follows begins with field 3, the state (proc_pid_stat(5)).
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? "" : fields[22 - 3];
  } catch {
    return askStart(pid);
  }
}

function askStart(pid: number): string | undefined {
  try {
    const said = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return said.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Removes a lock that was judged by its text; one that another build has put there since then stays. */
function takeAway(path: string, judged: string): void {
  const aside = `${path}.${process.pid}.old`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, "utf8") !== judged) linkSync(aside, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Another build was quicker.
    if (code !== "ENOENT" && code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
