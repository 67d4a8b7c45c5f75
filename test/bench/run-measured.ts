import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";

/** What a process and all its children took. */
export interface ProcessCost {
  readonly wallSeconds: number;
  /** Of the process and its children; absent on systems without /proc. */
  readonly cpuSeconds?: number;
  /**
   * Most memory that the process tree held, sampled: what several of them share (the program itself, above all) is
   * counted once (Pss of proc_pid_smaps(5)). Absent on systems without /proc.
   */
  readonly peakBytes?: number;
}

export interface MeasuredOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Called with each line that the process prints. */
  onLine?(line: string): void;
}

/** A process that did not end well; holds its exit code and the end of what it printed. */
export class ProcessError extends Error {
  override readonly name = "ProcessError";
  readonly output: string;

  constructor(command: string, code: number | null, output: string) {
    super(`${command} ended with ${code === null ? "a signal" : `status ${code}`}.`);
    this.output = output;
  }
}

const SAMPLE_MS = 100;
/** Memory is asked for at every so many samples: with all of them a build took an eighth longer. */
const SHARE_SAMPLES = 3;
/** Lines kept for the message when the process fails. */
const KEPT_LINES = 40;

/** Runs a process to its end and measures it. Throws a {@link ProcessError} where its status is not 0. */
export async function runMeasured(
  command: string,
  args: readonly string[],
  { cwd, env, onLine }: MeasuredOptions = {},
): Promise<ProcessCost> {
  const begin = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      for (const line of text.split("\n").filter((own) => own.trim() !== "")) {
        lines.push(line);
        if (lines.length > KEPT_LINES) lines.shift();
        onLine?.(line);
      }
    });
  }
  const sampler = existsSync("/proc/self/stat") ? new TreeSampler(child.pid ?? 0) : undefined;
  const timer = setInterval(() => void sampler?.sample(), SAMPLE_MS);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    if (code !== 0) throw new ProcessError([command, ...args].join(" "), code, lines.join("\n"));
  } finally {
    clearInterval(timer);
  }
  const wallSeconds = (performance.now() - begin) / 1000;
  return sampler === undefined ? { wallSeconds } : { wallSeconds, ...sampler.read() };
}

/** Clock ticks a second in /proc: 100 on every Linux that Node runs on. */
const TICKS = 100;

class TreeSampler {
  readonly #root: number;
  /** Most ticks seen of each process: what it used up to the last sample before it ended. */
  readonly #ticks = new Map<number, number>();
  #peakBytes = 0;
  #samples = 0;
  #isSampling = false;

  constructor(root: number) {
    this.#root = root;
  }

  async sample(): Promise<void> {
    if (this.#isSampling) return;
    this.#isSampling = true;
    const processes = await readProcesses();
    const tree = new Set([this.#root]);
    // A child may be listed before its parent, so until nothing is added.
    for (let size = 0; size !== tree.size; ) {
      size = tree.size;
      for (const { pid, parent } of processes) if (tree.has(parent)) tree.add(pid);
    }
    const own = processes.filter(({ pid }) => tree.has(pid));
    for (const { pid, ticks } of own) this.#ticks.set(pid, ticks);
    const sumOf = async (read: (pid: number) => Promise<number>) =>
      (await Promise.all(own.map(({ pid }) => read(pid)))).reduce((sum, bytes) => sum + bytes, 0);
    // Shares take the kernel tens of milliseconds to tell of large processes, which stand still meanwhile.
    if (this.#samples++ % SHARE_SAMPLES === 0 && (await sumOf(readResidentBytes)) > this.#peakBytes)
      this.#peakBytes = Math.max(this.#peakBytes, await sumOf(readShareBytes));
    this.#isSampling = false;
  }

  read(): { cpuSeconds: number; peakBytes: number } {
    const ticks = [...this.#ticks.values()].reduce((sum, own) => sum + own, 0);
    return { cpuSeconds: ticks / TICKS, peakBytes: this.#peakBytes };
  }
}

interface ProcessLine {
  readonly pid: number;
  readonly parent: number;
  /** User and system time. */
  readonly ticks: number;
}

/** 0 for a process that has ended. */
async function readResidentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/^VmRSS:\s*(\d+) kB$/mu.exec(status)?.[1] ?? 0) * 1024;
}

/** What a process holds, of pages that it shares its part; 0 for one that has ended. */
async function readShareBytes(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s*(\d+) kB$/mu.exec(rollup)?.[1] ?? 0) * 1024;
}

async function readProcesses(): Promise<ProcessLine[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const read = await Promise.all(
    pids.map(async (pid): Promise<ProcessLine | undefined> => {
      // A process may end between the listing and the reading.
      const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
      if (line === undefined) return undefined;
      // The name, in parentheses, may hold anything; what follows is numbered from field 3 (proc_pid_stat(5)).
      const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
      const field = (number: number): number => Number(fields[number - 3]);
      return { pid: Number(pid), parent: field(4), ticks: field(14) + field(15) };
    }),
  );
  return read.filter((own) => own !== undefined);
}
