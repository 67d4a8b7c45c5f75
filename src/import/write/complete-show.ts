import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "../../archive/cache/cached-file.ts";
import { readYaml } from "../../archive/content/read-yaml.ts";
import { showSchema } from "../../model/schema/show-schema.ts";
import { addToGroup } from "../../proofread/edit/edit-list.ts";
import type { FrontEntry } from "../plan/write-front-matter.ts";

/** Adds keys to show.yaml, behind those that are there. False, and nothing is written, where a build could not read it. */
export async function completeShow(contentDir: string, entries: readonly FrontEntry[]): Promise<boolean> {
  const path = join(contentDir, "show.yaml");
  const added = addToGroup(await readFile(path, "utf8"), entries);
  const { value, problems } = readYaml(added);
  if (problems.length > 0 || !showSchema.safeParse(value).success) return false;
  await writeAtomically(path, added);
  return true;
}
