import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describeFailure, runInputs } from "../fuzz/run-inputs.ts";

const seed = 20261128;

test("nothing that strangers write makes a reader throw, hang, or make what cannot be", async () => {
  const { inputs, failures, slow } = await runInputs({ seed, inputs: 600 });
  expect([...failures, ...slow].map((own) => describeFailure(seed, own))).toEqual([]);
  expect(inputs).toBe(600);
});

// Files of other people's shows, which lie beside the repository where they may be used and not in it.
const data = join(import.meta.dirname, "../../../shared/data");

test.skipIf(!existsSync(data))("nor do their files, mutated", async () => {
  const { failures, slow } = await runInputs({ seed, inputs: 300, folder: data });
  expect([...failures, ...slow].map((own) => describeFailure(seed, own, data))).toEqual([]);
});

/** A thread that stands still at its fourth input, and does not come to its end at the sixth. */
const faulty = `
  import { parentPort, workerData } from "node:worker_threads";
  for (let number = workerData.from; number < workerData.to; number++) {
    Atomics.store(new Int32Array(workerData.current), 0, number);
    while (number === 3);
    if (number === 5) throw new Error("out of order");
    parentPort.postMessage({ number, kind: "own", ms: 1 });
  }`;

test("an input that does not end is ended and named, and so is one that ends its thread", async () => {
  const module = new URL(`data:text/javascript,${encodeURIComponent(faulty)}`);
  const { inputs, failures } = await runInputs({ seed, inputs: 8, thread: { module, endedAfterMs: 500 } });
  expect(failures).toMatchObject([
    { number: 3, failure: "It did not end within 0.5 s." },
    { number: 5, failure: "Error: out of order" },
  ]);
  expect(inputs).toBe(8);
});
