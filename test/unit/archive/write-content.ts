import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import {
  type LoadedArchive,
  type LoadOptions,
  loadArchive,
} from "../../../src/archive/content/load-archive.ts";
import { describeProblem } from "../../../src/wording/problems/describe-problem.ts";

/** Text or bytes by path; undefined takes a file away. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

/** The files of the smallest archive there can be. */
const smallest: Readonly<Record<string, string>> = {
  "show.yaml": "title: 小样\ndescription: 测试\nlanguage: zh-CN\nauthor: 林晚\n",
  "episodes/one/episode.md": "---\ntitle: 第一期\ndate: 2025-03-05\n---\n",
  "episodes/one/transcript.txt": "今天聊聊蒸馏。\n",
};

/** Writes an archive into a folder that goes away with the test, and returns its path. */
export async function writeContent(files: Files = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tingsuo-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ ...smallest, ...files })) {
    if (text === undefined) continue;
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  return folder;
}

/** Loads the smallest archive with these files over it. Problems are as printed in English, without the folder's own path. */
export async function loadContent(
  files: Files,
  options: Partial<LoadOptions> = {},
): Promise<LoadedArchive & { printed: string[] }> {
  const contentDir = await writeContent(files);
  const loaded = await loadArchive({ contentDir, ...options });
  return {
    ...loaded,
    printed: loaded.problems.map((problem) =>
      describeProblem(problem, "en").replaceAll(`${contentDir}/`, ""),
    ),
  };
}

/** An episode.md with these lines after a title and a date; `extra` begins in line 4. */
export function writeFrontMatter(extra: string, notes = ""): string {
  return `---\ntitle: 第一期\ndate: 2025-03-05\n${extra}\n---\n${notes}`;
}
