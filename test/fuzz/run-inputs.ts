import { fork } from "node:child_process";
import { join } from "node:path";
import { floors } from "../bench/floors.ts";
import type { FuzzMessage, FuzzTask, TriedInput } from "./try-inputs.ts";

/** What many inputs came to. */
export interface FuzzFigures {
  readonly seed: number;
  readonly inputs: number;
  /** As given. */
  readonly folder?: string;
  /** By kind, how many were tried, and the slowest. */
  readonly kinds: Readonly<Record<string, { readonly inputs: number; readonly slowest: TriedInput }>>;
  /** Those that threw, came to what cannot be, or did not end. */
  readonly failures: readonly TriedInput[];
  /** Those that took longer than the floor, and those that did not end. */
  readonly slow: readonly TriedInput[];
}

/** An input that takes longer by the clock is ended: other processes may have had the processor for most of it. */
const ENDED_AFTER_MS = 30_000;

export interface FuzzOptions {
  readonly seed: number;
  readonly inputs: number;
  /** A folder whose files are mutated too. */
  readonly folder?: string;
  /** Names of kinds that are tried alone: of so many inputs those that are of them. */
  readonly only?: readonly string[];
  readonly onProgress?: (done: number) => void;
  /** The module of the process, and how long it may stand still; for tests of what happens then. */
  readonly child?: { readonly module: string; readonly endedAfterMs: number };
}

const usualChild = { module: join(import.meta.dirname, "try-inputs.ts"), endedAfterMs: ENDED_AFTER_MS };

/** Tries inputs in a process of their own, which is ended and begun anew where one does not end, or ends it. */
export async function runInputs({
  seed,
  inputs,
  folder,
  only,
  onProgress,
  child = usualChild,
}: FuzzOptions): Promise<FuzzFigures> {
  const tried: TriedInput[] = [];
  for (let from = 0; from < inputs; ) {
    const task = {
      ...{ seed, from, to: inputs },
      ...(folder === undefined ? {} : { folder }),
      ...(only === undefined ? {} : { only }),
    };
    const broken = await runChild(child, task, (own) => {
      tried.push(own);
      onProgress?.(tried.length);
    });
    if (broken === undefined) break;
    tried.push(broken);
    from = broken.number + 1;
  }
  const kinds: Record<string, { inputs: number; slowest: TriedInput }> = {};
  for (const own of tried) {
    const { inputs: count, slowest } = kinds[own.kind] ?? { inputs: 0, slowest: own };
    kinds[own.kind] = { inputs: count + 1, slowest: own.ms > slowest.ms ? own : slowest };
  }
  return {
    seed,
    ...(folder === undefined ? {} : { folder }),
    inputs: tried.length,
    kinds,
    failures: tried.filter(({ failure }) => failure !== undefined),
    slow: tried.filter(({ ms }) => ms > floors.fuzzMs.most),
  };
}

/** Runs a process to the end of its task; gives the input that it did not get over, where there is one. */
function runChild(
  { module, endedAfterMs }: NonNullable<FuzzOptions["child"]>,
  task: FuzzTask,
  onTried: (tried: TriedInput) => void,
): Promise<TriedInput | undefined> {
  const child = fork(module, [JSON.stringify(task)], {
    execArgv: ["--max-old-space-size=1500", "--no-warnings"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let [number, since, printed, isEnded] = [-1, performance.now(), "", false];
  child.on("message", (message: FuzzMessage) => {
    if ("begun" in message) [number, since] = [message.begun, performance.now()];
    else onTried(message);
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    printed = (printed + text).slice(-2_000);
  });
  const watch = setInterval(() => {
    if (number < 0 || performance.now() - since < endedAfterMs) return;
    isEnded = true;
    child.kill("SIGKILL");
  }, 200);
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      clearInterval(watch);
      const failure = isEnded
        ? `It did not end within ${endedAfterMs / 1000} s.`
        : `It ended its process. ${printed.trim()}`;
      if (code === 0) resolve(undefined);
      else if (number < 0) reject(new Error(printed));
      else resolve({ number, kind: "ended", ms: performance.now() - since, failure });
    });
  });
}

/** How a failing input is tried again, and the beginning of what it threw. */
export function describeFailure(
  seed: number,
  { number, kind, failure = "" }: TriedInput,
  folder?: string,
): string {
  const again = `node test/fuzz/try-inputs.ts ${seed} ${number}${folder === undefined ? "" : ` ${folder}`}`;
  return `${again} (${kind}): ${failure.split("\n").slice(0, 4).join(" ").slice(0, 400)}`;
}
