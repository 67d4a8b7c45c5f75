import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { runChildren } from "../../../../src/search/index/run-children.ts";
import { wordError } from "../../../word-problems.ts";

const indexProcess = new URL("../../../../src/search/index/bundle/index-process.ts", import.meta.url);

const one = { step: "cut", childCount: 1 } as const;

it("hands on the fault that a process of the build meets, for the owner's language", async () => {
  const task = { tier: "exact", cuts: ["nowhere/a.cut"], folder: "nowhere" };
  const error = await runChildren(indexProcess, undefined, [task], one).catch((own: unknown) => own);
  expect(wordError(error, "zh")).toBe("构建的时候，nowhere/a.cut被改动了。请重新构建。");
});

it("says that a process ended early, and what to do", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tingsuo-children-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "ending.mjs"), "process.exit(7)");
  const error = await runChildren(pathToFileURL(join(folder, "ending.mjs")), undefined, [{}], one).catch(
    (own: unknown) => own,
  );
  expect(wordError(error)).toMatch(
    /^A process ended early \(status 7\) while cutting words\. Memory was probably short/,
  );
});

it.each([
  ["process.kill(process.pid, 'SIGKILL')", /^A process was killed while indexing \(SIGKILL\): .*--part/],
  // For what V8 does when its heap is full.
  [
    "process.kill(process.pid, 'SIGABRT')",
    /^A process reached the limit .* while indexing\. .*--max-old-space-size=/,
  ],
])("says what to do where memory ran out: %s", async (ending, sentence) => {
  const folder = await mkdtemp(join(tmpdir(), "tingsuo-children-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "ending.mjs"), ending);
  const module = pathToFileURL(join(folder, "ending.mjs"));
  const error = await runChildren(module, undefined, [{}], { step: "index", childCount: 1 }).catch(
    (own: unknown) => own,
  );
  expect(wordError(error)).toMatch(sentence);
});
