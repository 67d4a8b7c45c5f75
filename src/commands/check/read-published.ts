import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { readPageAddress } from "../../archive/list-addresses.ts";
import { fetchFile } from "../../import/gather/fetch-file.ts";
import { FaultError } from "../../model/report.ts";

/** Of one file; nearly what a sitemap may have (https://www.sitemaps.org/protocol.html). */
const mostBytes = 50_000_000;
/** Chosen: of sitemaps, and of pages of the list of episodes. */
const mostFiles = 1_000;

interface Patience {
  /** Of each file. */
  readonly timeoutMs?: number;
}

/** A site that is published, at an address or in a folder. */
interface Published {
  /** Of the site, with a slash at its end; of a folder, one that stands for it. */
  readonly url: URL;
  /** What an owner is told of a file below it. */
  nameFile(path: string): string;
  /** A file below it as text; undefined where there is none. Throws a FaultError where that cannot be told. */
  load(path: string): Promise<string | undefined>;
}

/**
 * The paths of the pages of a published site, below its base as of `listPagePaths`: those of its sitemap, else what its
 * list of episodes and its index pages link to. Throws a FaultError where the site cannot be read.
 * @param address of the site, as one types it, or its folder
 */
export async function readPublished(address: string, options: Patience = {}): Promise<string[]> {
  const site = await open(address, options);
  const index = await site.load("sitemap-index.xml");
  const paths = index === undefined ? await readLinks(site) : await readSitemaps(site, index);
  if (paths.length === 0)
    throw new FaultError({ kind: "published-empty", values: { address: site.nameFile("") } });
  return [...new Set(paths)];
}

async function open(given: string, { timeoutMs = 20_000 }: Patience): Promise<Published> {
  const isAddress = /^https?:\/\//i.test(given);
  if (!isAddress && (await stat(given).catch(() => undefined))?.isDirectory() === true) {
    const load = async (path: string) => readFile(join(given, path), "utf8").catch(() => undefined);
    return { url: new URL("http://localhost/"), nameFile: (path) => join(given, path), load };
  }
  const url = isAddress ? URL.parse(given) : null;
  if (url === null) throw new FaultError({ kind: "published-address-invalid", values: { given } });
  // The address of a file of the site will do: `…/sitemap-index.xml`.
  url.pathname = url.pathname.replace(/\/[^/]*\.[^/]*$/, "/").replace(/\/*$/, "/");
  url.search = "";
  url.hash = "";
  return {
    url,
    nameFile: (path) => new URL(path, url).href,
    load: (path) => fetchText(new URL(path, url), timeoutMs),
  };
}

async function fetchText(url: URL, timeoutMs: number): Promise<string | undefined> {
  try {
    const limits = { timeoutMs, mostBytes, isLocalAllowed: true, mayBePage: true };
    return Buffer.from((await fetchFile(url.href, limits)).bytes).toString();
  } catch (error) {
    const { kind, values } = error instanceof FaultError ? error.fault : {};
    if (kind === "published-refused" && [404, 410].includes(Number(values?.["status"]))) return undefined;
    throw error;
  }
}

async function readSitemaps(site: Published, index: string): Promise<string[]> {
  const name = "sitemap-index.xml";
  if (/<urlset[\s>]/.test(index))
    return readLocations(index).flatMap((url) => readPath(url, site.url.pathname));
  if (!/<sitemapindex[\s>]/.test(index)) throw refuse(site, name, "XML");
  const paths: string[] = [];
  for (const location of readLocations(index).slice(0, mostFiles)) {
    // What the sitemap calls the site, which may be served under another address.
    const base = new URL(".", location).pathname;
    const file = location.pathname.slice(base.length);
    const sitemap = await site.load(file);
    if (sitemap === undefined) {
      throw new FaultError({
        kind: "published-refused",
        values: { address: site.nameFile(file), status: 404 },
      });
    }
    if (!/<urlset[\s>]/.test(sitemap)) throw refuse(site, file, "XML");
    for (const url of readLocations(sitemap)) paths.push(...readPath(url, base));
  }
  return paths;
}

function refuse(site: Published, file: string, expected: "XML" | "JSON"): FaultError {
  const address = site.nameFile(file);
  return new FaultError({ kind: "published-not-readable", values: { address, expected } });
}

function readLocations(xml: string): URL[] {
  return [...xml.matchAll(/<loc>\s*(?:<!\[CDATA\[)?\s*([^\s<\]]+)/g)].flatMap(
    ([, address = ""]) => URL.parse(unescapeMarkup(address)) ?? [],
  );
}

const namedCharacters: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function unescapeMarkup(text: string): string {
  return text.replace(/&(#x?[\da-f]{1,6}|\w{2,4});/gi, (all: string, name: string) => {
    if (!name.startsWith("#")) return namedCharacters[name] ?? all;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/** The path of a page below the base; none for what is elsewhere, and for a file. */
function readPath({ pathname }: URL, base: string): string[] {
  if (!`${pathname}/`.startsWith(base)) return [];
  const parts = readPageAddress(pathname, base)?.parts;
  return parts === undefined || parts.at(-1)?.includes(".") === true ? [] : [parts.join("/")];
}

/** What a site without a sitemap links to. */
async function readLinks(site: Published): Promise<string[]> {
  const paths = new Set<string>();
  const list = await site.load("episodes.json");
  for (const address of list === undefined ? [] : readListed(site, list))
    for (const path of readPath(address, site.url.pathname)) paths.add(path);
  const waiting = ["", "episodes/", "people/", "terms/", "topics/"];
  const isListPage = (path: string) => /^episodes\/(?:page|year)\/[^/]+$/.test(path);
  for (let at = 0; at < Math.min(waiting.length, mostFiles); at++) {
    const page = waiting[at] as string;
    const html = await site.load(page);
    if (html === undefined) continue;
    paths.add(page.replace(/\/$/, ""));
    for (const [, href = ""] of html.matchAll(/<a\s(?:[^>]*?\s)?href\s*=\s*["']?([^"'\s>]+)/gi)) {
      const url = URL.parse(unescapeMarkup(href), new URL(page, site.url));
      if (url === null || url.origin !== site.url.origin) continue;
      for (const path of readPath(url, site.url.pathname)) {
        if (!paths.has(path) && isListPage(path)) waiting.push(`${path}/`);
        paths.add(path);
      }
    }
  }
  return [...paths];
}

function readListed(site: Published, text: string): URL[] {
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) throw new SyntaxError();
    return list.flatMap((entry: { readonly url?: unknown } | null) =>
      typeof entry?.url === "string" ? (URL.parse(entry.url, site.url) ?? []) : [],
    );
  } catch {
    throw refuse(site, "episodes.json", "JSON");
  }
}
