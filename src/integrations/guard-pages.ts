import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
 * @param known what the site loads; pictures that stand in pages are found there
 */
export function guardPages(
  folder: string,
  { base, ...known }: Omit<PolicySources, "scripts"> & { readonly base: string },
): Problem[] {
  const read = (page: string) => readFileSync(join(folder, page), "utf8");
  const pages = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".html") && read(path).includes(CHARSET))
    .sort();
  const allowed = new Set(readMarkup(read(framePage)).scripts);
  const pictures = new Set(known.pictures);
  const problems: Problem[] = [];
  for (const file of pages) {
    const { scripts, pictures: own } = readMarkup(read(file));
    for (const address of own) pictures.add(address);
    for (const script of scripts.filter((one) => !allowed.has(one))) {
      const values = { script: script.trim().slice(0, shownOfScript) };
      problems.push({ severity: "error", file, kind: "script-not-of-the-frame", values });
    }
  }
  if (problems.length > 0) return problems;
  const policy = writePolicy({
    ...known,
    scripts: [...allowed].map(hashScript),
    pictures: [...pictures],
  });
  for (const file of pages) writeFileSync(join(folder, file), insertPolicy(read(file), policy));
  writeFileSync(join(folder, "_headers"), writeHeaders(policy, base, pages));
  return [];
}

/** Attributes, of which quotes may hold what looks like a tag. */
const attributes = `(?:[^"'>]|"[^"]*"|'[^']*')*`;
const markup = new RegExp(
  `<!--[^]*?-->|<script(?<scriptIs>${attributes})>(?<script>[^]*?)</script|<img(?<imageIs>${attributes})>|</?[a-z]${attributes}>`,
  "gi",
);

/** Reads a page that Astro has written. */
export function readMarkup(html: string): PageMarkup {
  const scripts: string[] = [];
  const pictures: string[] = [];
  for (const { groups = {} } of html.matchAll(markup)) {
    const { scriptIs, script = "", imageIs } = groups;
    if (scriptIs !== undefined && !/\ssrc=|\stype="[^"]*json"/i.test(scriptIs)) scripts.push(script);
    const [, address] = /\ssrc="([^"]*)"/i.exec(imageIs ?? "") ?? [];
    if (address !== undefined) pictures.push(address);
  }
  return { scripts, pictures };
}

/** As a policy has it: https://w3c.github.io/webappsec-csp/#match-element-to-source-list. Browsers read CRLF as LF. */
function hashScript(script: string): string {
  return `sha256-${createHash("sha256").update(script.replaceAll("\r\n", "\n")).digest("base64")}`;
}
