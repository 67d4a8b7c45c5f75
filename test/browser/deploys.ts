import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeOfflineList } from "../../src/integrations/list-offline.ts";

/** What another build of a site has otherwise. */
export interface DeployChange {
  /** One character, that the names of its scripts begin with. */
  readonly mark: string;
  /** Words of the texts, and what stands there instead. */
  readonly words: readonly (readonly [from: string, to: string])[];
}

/**
 * Makes of a built site another build, as a change of words and of the program would: each script of its pages and of its
 * search has another name, and `offline.json` is written anew. The index stays what it is.
 */
export async function deriveBuild(from: string, to: string, { mark, words }: DeployChange): Promise<void> {
  await cp(from, to, { recursive: true, preserveTimestamps: true });
  const scripts = (await readdir(join(to, "_astro"))).filter((name) => name.endsWith(".js"));
  const names = scripts.map((name) => [name, name.replace(/.(?=.{7}\.js$)/, mark)] as const);
  for (const [name, next] of names) await rename(join(to, "_astro", name), join(to, "_astro", next));
  const pointer = JSON.parse(await readFile(join(to, "search-pointer.json"), "utf8"));
  const next = mark + pointer.scripts.slice(1);
  await rename(join(to, "search-scripts", pointer.scripts), join(to, "search-scripts", next));
  await writeFile(join(to, "search-pointer.json"), JSON.stringify({ ...pointer, scripts: next }));
  const files = (await readdir(to, { recursive: true })).filter((file) =>
    /\.(?:html|js)$|transcript\.json$/.test(file),
  );
  for (const file of files) {
    const text = await readFile(join(to, file), "utf8");
    const changed = [...names, ...words].reduce((own, [one, other]) => own.replaceAll(one, other), text);
    if (changed !== text) await writeFile(join(to, file), changed);
  }
  const { episodes } = JSON.parse(await readFile(join(to, "offline.json"), "utf8"));
  writeOfflineList(to, Object.keys(episodes));
}

/** Puts a build in the place of the one that is served, as a clean publication does: nothing of the last one stays. */
export async function publishBuild(build: string, place: string): Promise<void> {
  const next = `${place}.next`;
  await mkdir(next, { recursive: true });
  await cp(build, next, { recursive: true, preserveTimestamps: true });
  await rm(place, { recursive: true, force: true });
  await rename(next, place);
}
