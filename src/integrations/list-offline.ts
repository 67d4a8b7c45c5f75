import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { WEB_MANIFEST } from "../model/site-address.ts";
import {
  HASH_LENGTH,
  isNamedByContent,
  listEpisodeFiles,
  MOST_SHELL_BYTES,
  OFFLINE_LIST,
  type OfflineEpisode,
  type OfflineList,
  type OfflineShell,
} from "../publish/offline-list.ts";
import { POINTER_FILE, SCRIPT_FOLDER, type SearchPointer } from "../search/format/manifest.ts";
import { PAGEFIND_VERSION } from "../search/format/pagefind-file.ts";

/** Writes what a browser has to keep of a finished site, which is as it will be served, to be read without a network. */
export function writeOfflineList(folder: string, slugs: readonly string[]): void {
  const textFolders = new Map(
    readdirSync(join(folder, "search-data")).map((name) => [name.slice(0, name.lastIndexOf(".")), name]),
  );
  const episodes = slugs.map((slug) => {
    const texts = textFolders.get(slug);
    if (texts === undefined) throw new Error(`The search has no texts of ${slug}.`);
    return [slug, describeEpisode(folder, slug, texts)] as const;
  });
  const list: OfflineList = { shell: describeShell(folder), episodes: Object.fromEntries(episodes) };
  writeFileSync(join(folder, OFFLINE_LIST), JSON.stringify(list));
}

function describeEpisode(folder: string, slug: string, texts: string): OfflineEpisode {
  const own = join(folder, "episodes", slug);
  const pictures = readdirSync(own).filter((name) => /-\d+\.(?:webp|jpg)$/.test(name));
  const textCount = readdirSync(join(folder, "search-data", texts)).length;
  const transcript = readFileSync(join(own, "transcript.json"));
  const page = readFileSync(join(own, "index.html"));
  const files = listEpisodeFiles(slug, { texts, textCount, pictures });
  return {
    name: hash(page, transcript),
    bytes: files.reduce((sum, path) => sum + statSync(locate(folder, path)).size, 0),
    texts,
    textCount,
    transcript: hash(transcript),
    pictures,
  };
}

/** What every page needs comes first; of what the search box offers as much as there is room for. */
function describeShell(folder: string): OfflineShell {
  const listAll = (path: string) => readdirSync(join(folder, path)).map((name) => `${path}/${name}`);
  const pointer: SearchPointer = JSON.parse(readFileSync(join(folder, POINTER_FILE), "utf8"));
  const archive = `search-data/archive.${pointer.archive}`;
  const needed = [
    "",
    "search/",
    "kept/",
    ...listAll("_astro"),
    "search-api.js",
    POINTER_FILE,
    ...listAll(`${SCRIPT_FOLDER}/${pointer.scripts}`),
    ...listAll(`pagefind/${PAGEFIND_VERSION}`),
    `${archive}/manifest.json`,
    WEB_MANIFEST,
    ...readdirSync(folder).filter((name) => /^(?:favicon|cover-\d+)\.(?:png|webp|jpg)$/.test(name)),
  ].filter((path) => existsSync(locate(folder, path)));
  const sizeOf = (path: string) => statSync(locate(folder, path)).size;
  const offered = listAll(archive)
    .filter((path) => !needed.includes(path))
    .sort((a, b) => sizeOf(a) - sizeOf(b));
  const files: string[] = [];
  let bytes = 0;
  for (const path of [...needed, ...offered]) {
    if (bytes + sizeOf(path) > MOST_SHELL_BYTES) continue;
    files.push(path);
    bytes += sizeOf(path);
  }
  const contents = files.map((path) => [path, hash(readFileSync(locate(folder, path)))] as const);
  return {
    name: hash(JSON.stringify(contents)),
    bytes,
    files: files.map((path) => encodeURI(path)),
    // Hosts put scripts of theirs into pages, and make pictures smaller.
    hashes: Object.fromEntries(
      contents.filter(([path]) => !isNamedByContent(path) && /\.(?:js|json)$/.test(path)),
    ),
  };
}

/** The file on the disk of a path as `offline.json` has it. */
function locate(folder: string, path: string): string {
  return join(folder, decodeURIComponent(path.replace(/(^|\/)$/, "$1index.html")));
}

function hash(...contents: readonly (Buffer | string)[]): string {
  const own = createHash("sha256");
  for (const content of contents) own.update(content);
  return own.digest("base64url").slice(0, HASH_LENGTH);
}
