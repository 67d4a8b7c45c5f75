import { Worker } from "node:worker_threads";
import { floors } from "../bench/floors.ts";
import type { FuzzTask, TriedInput } from "./try-inputs.ts";

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
  readonly onProgress?: (done: number) => void;
  /** The module of the thread, and how long it may stand still; for tests of what happens then. */
  readonly thread?: { readonly module: URL; readonly endedAfterMs: number };
}

const usualThread = { module: new URL("./try-inputs.ts", import.meta.url), endedAfterMs: ENDED_AFTER_MS };

/** Tries inputs in a thread of their own, which is ended and begun anew where one does not end. */
export async function runInputs({
  seed,
  inputs,
  folder,
  onProgress,
  thread = usualThread,
}: FuzzOptions): Promise<FuzzFigures> {
  const tried: TriedInput[] = [];
  for (let from = 0; from < inputs; ) {
    const task = { seed, from, to: inputs, ...(folder === undefined ? {} : { folder }) };
    const broken = await runThread(thread, task, (own) => {
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

/** Runs a thread to the end of its task; the input that it did not get over, where there is one. */
function runThread(
  { module, endedAfterMs }: NonNullable<FuzzOptions["thread"]>,
  task: Omit<FuzzTask, "current">,
  onTried: (tried: TriedInput) => void,
): Promise<TriedInput | undefined> {
  const current = new SharedArrayBuffer(4);
  const place = new Int32Array(current);
  place[0] = -1;
  const worker = new Worker(module, {
    workerData: { ...task, current } satisfies FuzzTask,
    resourceLimits: { maxOldGenerationSizeMb: 1_500 },
  });
  return new Promise((resolve, reject) => {
    let [last, since] = [-1, performance.now()];
    const watch = setInterval(() => {
      const number = Atomics.load(place, 0);
      if (number !== last) [last, since] = [number, performance.now()];
      else if (performance.now() - since > endedAfterMs)
        end(`It did not end within ${endedAfterMs / 1000} s.`);
    }, 200);
    const end = (failure: string) => {
      clearInterval(watch);
      const number = Atomics.load(place, 0);
      void worker.terminate();
      if (number < 0) reject(new Error(failure));
      else resolve({ number, kind: "ended", ms: endedAfterMs, failure });
    };
    worker.on("message", onTried);
    worker.on("error", (error) => end(String(error)));
    worker.on("exit", (code) => {
      clearInterval(watch);
      if (code === 0) resolve(undefined);
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
