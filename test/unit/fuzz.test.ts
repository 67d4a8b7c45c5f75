import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { describeFailure, runInputs } from "../fuzz/run-inputs.ts";

const seed = 20261128;
/** Seconds on a machine of its own; a busy one may need as many times more as it has other things to do. */
const mostMs = 120_000;

test(
  "nothing that strangers write makes a reader throw, hang, or make what cannot be",
  async () => {
    const { inputs, failures, slow } = await runInputs({ seed, inputs: 400 });
    expect([...failures, ...slow].map((own) => describeFailure(seed, own))).toEqual([]);
    expect(inputs).toBe(400);
  },
  mostMs,
);

// Files of other people's shows, which lie beside the repository where they may be used and not in it.
const data = join(import.meta.dirname, "../../../shared/data");

test.skipIf(!existsSync(data))(
  "nor do their files, mutated",
  async () => {
    const { failures, slow } = await runInputs({ seed, inputs: 200, folder: data });
    expect([...failures, ...slow].map((own) => describeFailure(seed, own, data))).toEqual([]);
  },
  mostMs,
);

/** A program that stands still at its fourth input, and ends itself at the sixth. */
const faulty = `
  const { from, to } = JSON.parse(process.argv[2]);
  const tell = (message) => new Promise((resolve) => process.send(message, () => resolve()));
  for (let number = from; number < to; number++) {
    await tell({ begun: number });
    while (number === 3);
    if (number === 5) process.abort();
    await tell({ number, kind: "own", ms: 1 });
  }
  process.disconnect();`;

test("an input that does not end is ended and named, and so is one that ends its process", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tingsuo-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const module = join(folder, "faulty.mjs");
  await writeFile(module, faulty);
  const { inputs, failures } = await runInputs({ seed, inputs: 8, child: { module, endedAfterMs: 500 } });
  expect(failures).toMatchObject([
    { number: 3, failure: "It did not end within 0.5 s." },
    { number: 5, failure: expect.stringContaining("It ended its process.") },
  ]);
  expect(inputs).toBe(8);
});
