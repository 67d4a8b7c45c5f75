import { mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { FaultError } from "../../model/report.ts";
import type { FeedShow } from "../gather/read-feed-show.ts";
import { listShowEntries } from "../plan/plan-show.ts";
import { writeEntries } from "../plan/write-front-matter.ts";

/** What stands at the place of a content folder: nothing, the example that the project comes with, or somebody's archive. */
export type ContentState = "nothing" | "example" | "archive";

const example = {
  folder: "ai-odyssey",
  title: /^title: AI Odyssey\s*$/m,
  episodes: ["deepseek-r1"],
} as const;

/** Looks at a content folder. */
export async function inspectContent(contentDir: string): Promise<ContentState> {
  const show = await readFile(join(contentDir, "show.yaml"), "utf8").catch(() => undefined);
  const episodes = await readdir(join(contentDir, "episodes")).catch(() => []);
  const folders = episodes.filter((name) => !name.startsWith("."));
  if (show === undefined) return folders.length === 0 ? "nothing" : "archive";
  const isExample = example.title.test(show) && folders.join() === example.episodes.join();
  return isExample ? "example" : "archive";
}

/** Where the example goes. */
export function nameExampleFolder(contentDir: string): string {
  return join(dirname(contentDir), "examples", example.folder);
}

/** Moves the example out of the content folder, as a whole. Throws a FaultError where something is there already. */
export async function moveExample(contentDir: string): Promise<void> {
  const folder = nameExampleFolder(contentDir);
  if ((await stat(folder).catch(() => undefined)) !== undefined)
    throw new FaultError({ kind: "examples-folder-taken", values: { folder } });
  await mkdir(dirname(folder), { recursive: true });
  await rename(contentDir, folder);
}

/** A show as its owner or a feed describes it. */
export interface NewShow extends FeedShow {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly description: string;
}

/** What fresh files say of themselves, in the owner's language: lines that begin with `#`. */
export interface FreshFiles {
  readonly show: string;
  readonly people: string;
  readonly glossary: string;
}

/** Writes the files of an empty archive; none takes the place of another. show.yaml comes last: it makes it one. */
export async function writeShow(contentDir: string, show: NewShow, heads: FreshFiles): Promise<void> {
  await mkdir(join(contentDir, "episodes"), { recursive: true });
  const files = [
    ["people.yaml", heads.people],
    ["glossary.yaml", heads.glossary],
    ["show.yaml", `${heads.show}${writeEntries(listShowEntries(show))}`],
  ] as const;
  for (const [name, text] of files)
    await writeFile(join(contentDir, name), text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
}
