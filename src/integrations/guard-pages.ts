import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { KeptPage } from "../archive/cache/page-cache.ts";
import type { Problem } from "../model/problem.ts";
import {
  CHARSET,
  insertPolicy,
  type PolicySources,
  writeHeaders,
  writePolicy,
} from "../publish/write-headers.ts";

/** What of a page's markup a policy has to know. */
export interface PageMarkup {
  /** Of scripts that stand in the page and are run. */
  readonly scripts: readonly string[];
  /** Addresses. */
  readonly pictures: readonly string[];
}

/** The page that shows the frame of all pages and next to nothing else. */
const framePage = "404.html";
/** Chosen: a line of it tells which it is. */
const shownOfScript = 60;

/**
 * Gives a finished site the policy that it needs: in each of its pages, and in `_headers`. The scripts that may stand
 * in a page are those of the frame, as the build has made it; another one is a problem, wherever it comes from.
 * @param sources what the site loads; pictures that stand in pages are found there
 * @param known pages whose markup was read before; those that are not in the folder yet are put there
 */
export function guardPages(
  folder: string,
  { base, ...sources }: Omit<PolicySources, "scripts"> & { readonly base: string },
  known: readonly KeptPage<PageMarkup>[] = [],
): Problem[] {
  const pages = [...known, ...readOthers(folder, new Set(known.map(({ file }) => file)))].sort((a, b) =>
    a.file < b.file ? -1 : 1,
  );
  const frame = pages.find(({ file }) => file === framePage);
  const allowed = new Set(frame?.known.scripts);
  const pictures = new Set(sources.pictures);
  const problems: Problem[] = [];
  for (const { file, known: markup } of pages) {
    for (const address of markup.pictures) pictures.add(address);
    for (const script of markup.scripts.filter((one) => !allowed.has(one))) {
      const values = { script: Buffer.from(script, "latin1").toString().trim().slice(0, shownOfScript) };
      problems.push({ severity: "error", file, kind: "script-not-of-the-frame", values });
    }
  }
  if (problems.length > 0) return problems;
  const policy = writePolicy({
    ...sources,
    scripts: [...allowed].map(hashScript),
    pictures: [...pictures],
  });
  for (const { file, read } of pages) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, insertPolicy(read(), policy));
  }
  const headers = writeHeaders(
    policy,
    base,
    pages.map(({ file }) => file),
  );
  writeFileSync(join(folder, "_headers"), headers);
  return [];
}

/** The pages of ours in a folder; an owner's own have no part in the site. */
function readOthers(folder: string, known: ReadonlySet<string>): KeptPage<PageMarkup>[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html") && !known.has(file))
    .flatMap((file) => {
      const read = () => readFileSync(join(folder, file));
      const page = read();
      return page.includes(CHARSET) ? [{ file, known: readMarkup(page), read }] : [];
    });
}

const telling = /<(script|img)[\s>]/iy;
const endOfScript = /<\/script/gi;

/** Reads a page that Astro has written. By hand: an expression that knows tags and quotes takes six times as long. */
export function readMarkup(page: Buffer): PageMarkup {
  // Bytes as they are: what is looked for is ASCII.
  const html = page.toString("latin1");
  const scripts: string[] = [];
  const pictures: string[] = [];
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at)) {
    const start = at;
    at = findTagEnd(html, start);
    telling.lastIndex = start;
    const [, name] = telling.exec(html) ?? [];
    if (name === undefined) continue;
    const tag = html.slice(start, at);
    const [, address] = /\ssrc="?([^"\s>]*)/i.exec(tag) ?? [];
    if (name.toLowerCase() === "img") {
      if (address !== undefined) pictures.push(address);
      continue;
    }
    endOfScript.lastIndex = at;
    const end = endOfScript.exec(html)?.index ?? html.length;
    if (address === undefined && !/\stype="[^"]*json"/i.test(tag)) scripts.push(html.slice(at, end));
    at = end;
  }
  // A copy: pieces of the page would keep all of it in memory.
  return structuredClone({ scripts, pictures });
}

/** The place after a tag, or a comment, that begins with the `<` at `start`; quotes may hold what looks like tags. */
function findTagEnd(html: string, start: number): number {
  if (html.startsWith("<!--", start)) return findAfter(html, "-->", start);
  if (!/[a-z/!]/i.test(html.charAt(start + 1))) return start + 1;
  for (let at = start + 1; at < html.length; at++) {
    const sign = html.charAt(at);
    if (sign === ">") return at + 1;
    if (sign === '"' || sign === "'") at = findAfter(html, sign, at + 1) - 1;
  }
  return html.length;
}

function findAfter(html: string, text: string, from: number): number {
  const at = html.indexOf(text, from);
  return at === -1 ? html.length : at + text.length;
}

/**
 * A script of a page read as latin1, as a policy has it: https://w3c.github.io/webappsec-csp/#match-element-to-source-list.
 * Browsers read CRLF as LF.
 */
function hashScript(script: string): string {
  return `sha256-${createHash("sha256").update(script.replaceAll("\r\n", "\n"), "latin1").digest("base64")}`;
}
