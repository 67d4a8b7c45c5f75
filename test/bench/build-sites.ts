import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { type FolderSize, measureFolder } from "./measure-folder.ts";
import type { SourceCue, SourceEpisode } from "./read-source.ts";
import { type ProcessCost, runMeasured } from "./run-measured.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A folder of `count` of the episodes, evenly spread, and all else of the content folder. */
export async function takeSample(contentDir: string, count: number, sampleDir: string): Promise<void> {
  await mkdir(join(sampleDir, "episodes"), { recursive: true });
  for (const entry of await readdir(contentDir)) {
    if (entry !== "episodes") await cp(join(contentDir, entry), join(sampleDir, entry), { recursive: true });
  }
  const folders = (await readdir(join(contentDir, "episodes"))).sort();
  const step = Math.max(1, folders.length / count);
  for (let at = 0; at < folders.length && Math.round(at / step) < count; at += step) {
    const folder = folders[Math.floor(at)];
    if (folder === undefined) break;
    await cp(join(contentDir, "episodes", folder), join(sampleDir, "episodes", folder), { recursive: true });
  }
}

/** Adds to a sample what looks like a new episode: a copy of one of its episodes under another address. */
export async function addEpisode(sampleDir: string): Promise<void> {
  const [folder] = await readdir(join(sampleDir, "episodes"));
  if (folder === undefined) return;
  const episodes = join(sampleDir, "episodes");
  await cp(join(episodes, folder), join(episodes, `${folder}-added`), { recursive: true });
}

export interface ArchiveBuild {
  readonly cost: ProcessCost;
  readonly site: FolderSize;
  /** `pagefind/`: the index. */
  readonly index: FolderSize;
  /** `search-data/`: tables and texts. */
  readonly data: FolderSize;
}

/** Where an archive is, where its site goes, and what is kept from one build to the next. */
export interface BuildFolders {
  readonly contentDir: string;
  readonly siteDir: string;
  readonly cacheDir: string;
}

/** Builds an archive as `npm run build` does. Throws a ProcessError where the content is at fault. */
export async function buildArchive(
  { contentDir, siteDir, cacheDir }: BuildFolders,
  onLine: (line: string) => void,
): Promise<ArchiveBuild> {
  const args = ["--env-file=astro.env", "node_modules/astro/bin/astro.mjs", "build"];
  // The bench reads the site at the root of its own server, whatever address it is published under.
  const env = {
    ARCHIVE_CONTENT: contentDir,
    ARCHIVE_OUT: siteDir,
    ARCHIVE_CACHE: cacheDir,
    ARCHIVE_BASE: "/",
    ARCHIVE_PARTS: undefined,
    NO_COLOR: "1",
  };
  const cost = await runMeasured(process.execPath, args, { cwd: root, env, onLine });
  return {
    cost,
    site: await measureFolder(siteDir),
    index: await measureFolder(join(siteDir, "pagefind")),
    data: await measureFolder(join(siteDir, "search-data")),
  };
}

export interface StockBuild {
  readonly cost: ProcessCost;
  /** Pagefind's whole output. */
  readonly index: FolderSize;
  /** Slug of each page, by Pagefind's name of it. */
  readonly slugs: ReadonlyMap<string, string>;
}

/** Writes one page an episode and lets Pagefind index them as it comes. Only Pagefind's own run is measured. */
export async function buildStock(
  episodes: readonly SourceEpisode[],
  siteDir: string,
  onLine: (line: string) => void,
): Promise<StockBuild> {
  await mkdir(siteDir, { recursive: true });
  await writeFile(join(siteDir, "index.html"), makePage("Stock Pagefind", ""));
  const slugs = episodes.map(({ slug }) => slug);
  for (const [index, { title, cues }] of episodes.entries()) {
    const paragraphs = joinTurns(cues).map((text) => `<p>${escapeText(text)}</p>`);
    await mkdir(join(siteDir, "e", String(index)), { recursive: true });
    await writeFile(
      join(siteDir, "e", String(index), "index.html"),
      makePage(
        title,
        `<main data-pagefind-body>\n<h1>${escapeText(title)}</h1>\n${paragraphs.join("\n")}\n</main>`,
      ),
    );
  }
  const runner = join(root, "node_modules/pagefind/lib/runner/bin.cjs");
  const cost = await runMeasured(process.execPath, [runner, "--site", siteDir], { cwd: siteDir, onLine });
  const pagefindDir = join(siteDir, "pagefind");
  return { cost, index: await measureFolder(pagefindDir), slugs: await nameFragments(pagefindDir, slugs) };
}

/** Reads every fragment, so that a search's answer can be named without loading fragments through the browser. */
async function nameFragments(pagefindDir: string, slugs: readonly string[]): Promise<Map<string, string>> {
  const named = new Map<string, string>();
  for (const file of await readdir(join(pagefindDir, "fragment"))) {
    // Pagefind puts the word "pagefind_dcd" before the JSON of its unpacked files.
    const text = gunzipSync(await readFile(join(pagefindDir, "fragment", file))).toString("utf8");
    const { url } = JSON.parse(text.slice(text.indexOf("{"))) as { url: string };
    const slug = slugs[Number(/\/e\/(\d+)\//u.exec(url)?.[1])];
    if (slug !== undefined) named.set(file.replace(/\.pf_fragment$/u, ""), slug);
  }
  return named;
}

/** What each speaker says without a break. */
function joinTurns(cues: readonly SourceCue[]): string[] {
  const turns: string[] = [];
  for (const [index, { speaker, text }] of cues.entries()) {
    const last = turns.at(-1);
    if (last === undefined || cues[index - 1]?.speaker !== speaker) turns.push(text);
    else turns[turns.length - 1] = last + (/\p{Script=Latin}$/u.test(last) ? " " : "") + text;
  }
  return turns;
}

function makePage(title: string, body: string): string {
  return `<!doctype html>\n<html lang="zh">\n<head><meta charset="utf-8"><title>${escapeText(title)}</title></head>\n<body>\n${body}\n</body>\n</html>\n`;
}

function escapeText(text: string): string {
  return text.replace(/[&<]/gu, (character) => (character === "&" ? "&amp;" : "&lt;"));
}
