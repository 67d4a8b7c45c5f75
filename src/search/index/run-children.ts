import { type ChildProcess, fork } from "node:child_process";
import type { Fault } from "../../model/problem.ts";
import type { BuildStep } from "../../model/problem-values.ts";
import { FaultError } from "../../model/report.ts";

export interface ChildOptions {
  /** Named where one of them dies. */
  readonly step: BuildStep;
  readonly childCount: number;
  onDone?(done: number): void;
}

/**
 * Gives tasks to processes of their own, one at a time each, and answers in the order of the tasks. What they took
 * of memory is given back when they end. The first task that fails ends all, and none outlives this process.
 *
 * @param module a module that calls `serveTasks`
 * @param begin sent to each process before its first task
 */
export async function runChildren<T, R>(
  module: URL,
  begin: unknown,
  tasks: Iterable<T> | AsyncIterable<T>,
  { step, childCount, onDone = () => undefined }: ChildOptions,
): Promise<R[]> {
  const waiting = Symbol.asyncIterator in tasks ? tasks[Symbol.asyncIterator]() : tasks[Symbol.iterator]();
  const results: R[] = [];
  let begun = 0;
  let done = 0;
  const children: ChildProcess[] = [];
  const work = async () => {
    const child = fork(module, { serialization: "advanced", stdio: ["ignore", "inherit", "inherit", "ipc"] });
    children.push(child);
    child.send({ begin });
    for (;;) {
      const next = await waiting.next();
      if (next.done) break;
      const index = begun++;
      results[index] = await ask<R>(child, next.value, step);
      onDone(++done);
    }
    child.disconnect();
  };
  const endAll = () => {
    for (const child of children) if (child.connected) child.kill();
  };
  process.once("exit", endAll);
  try {
    await Promise.all(Array.from({ length: childCount }, work));
  } finally {
    process.off("exit", endAll);
    endAll();
  }
  return results;
}

type Answer<R> = { readonly result: R } | { readonly fault: Fault } | { readonly error: string };

function ask<R>(child: ChildProcess, task: unknown, step: BuildStep): Promise<R> {
  return new Promise((resolve, reject) => {
    const end = () => reject(nameEarlyEnd(child, step));
    // One that died between two tasks tells nobody any more.
    if (child.exitCode !== null || child.signalCode !== null) return end();
    child.once("exit", end);
    child.once("message", (answer: Answer<R>) => {
      child.off("exit", end);
      if ("fault" in answer) reject(new FaultError(answer.fault));
      else if ("error" in answer) reject(new Error(answer.error));
      else resolve(answer.result);
    });
    // It may be dying: `exit` says of what.
    child.send({ task }, () => undefined);
  });
}

/** That a process of the build has ended before its work. */
export function nameEarlyEnd(
  { exitCode, signalCode }: Pick<ChildProcess, "exitCode" | "signalCode">,
  step: BuildStep,
): FaultError {
  return new FaultError({
    kind: "process-ended-early",
    values: {
      step,
      ...(exitCode === null ? {} : { status: exitCode }),
      ...(signalCode === null ? {} : { signal: signalCode }),
    },
  });
}

/** The other end: answers each task that comes. `open` makes ready what all of them need. */
export function serveTasks<B, T, R>(open: (begin: B) => (task: T) => Promise<R>): void {
  let answer: ((task: T) => Promise<R>) | undefined;
  // Whom it works for has ended, or was killed.
  process.on("disconnect", () => process.exit());
  process.on("message", (message: { begin: B } | { task: T }) => {
    if ("begin" in message) {
      answer = open(message.begin);
      return;
    }
    answer?.(message.task).then(
      (result) => process.send?.({ result }),
      (error: unknown) => process.send?.(describeFailure(error)),
    );
  });
}

function describeFailure(error: unknown): Answer<never> {
  if (error instanceof FaultError) return { fault: error.fault };
  return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
