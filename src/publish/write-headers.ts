import { WEB_MANIFEST } from "../model/site-address.ts";
import { OFFLINE_LIST, SERVICE_WORKER } from "./offline-list.ts";

/** What the pages of a site load that other sites do not: its policy allows this and nothing else. */
export interface PolicySources {
  /** Hashes of the inline scripts, `sha256-…`. */
  readonly scripts: readonly string[];
  /** Addresses of pictures, of any site. */
  readonly pictures: readonly string[];
  /** Addresses of recordings, of any site. */
  readonly recordings: readonly string[];
  /** Addresses of the parts of the index that are served from elsewhere. */
  readonly parts: readonly string[];
}

/** Chosen: Cloudflare leaves out a header of more than 2,000 characters. */
const mostHosts = 20;

/**
 * The Content-Security-Policy of all pages of a site, as a page itself can carry it: the router keeps the first page's
 * for those that follow. Recordings and pictures may come from any host once one does, as hosts of podcasts pass a
 * request on to others. A recording's own host may be asked besides why it does not load.
 */
export function writePolicy({ scripts, pictures, recordings, parts }: PolicySources): string {
  const asked = listHosts([...parts, ...recordings]);
  const media = recordings.map((address) => (isElsewhere(address) ? findScheme(address) : "'self'"));
  const directives: Readonly<Record<string, readonly string[]>> = {
    "default-src": ["'none'"],
    "script-src": ["'self'", "'wasm-unsafe-eval'", ...scripts.map((hash) => `'${hash}'`)],
    "style-src": ["'self'"],
    "img-src": ["'self'", ...pictures.filter(isElsewhere).map(findScheme)],
    "media-src": media,
    "connect-src": ["'self'", ...(asked.length > mostHosts ? asked.map(findScheme) : asked)],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
  };
  return Object.entries(directives)
    .filter(([, sources]) => sources.length > 0)
    .map(([name, sources]) => [name, ...[...new Set(sources)].sort()].join(" "))
    .join("; ");
}

/**
 * Has a page of a site carry its policy: the router puts the same element in no second time. A page that is none of
 * ours stays as it is. Bytes, because an archive's pages are some hundred megabytes.
 */
export function insertPolicy(page: Buffer, policy: string): Buffer {
  const at = page.indexOf(CHARSET);
  if (at === -1) return page;
  const end = at + CHARSET.length;
  const element = `<meta http-equiv="content-security-policy" content="${policy}" data-astro-transition-persist="policy">`;
  return Buffer.concat([page.subarray(0, end), Buffer.from(element), page.subarray(end)]);
}

/** Begins the head of each page of ours. Before it nothing loads. */
export const CHARSET = '<meta charset="utf-8">';

/**
 * The `_headers` of Cloudflare and Netlify. Both join what all rules that match say of a header: of each header a path
 * has one rule.
 * @param base the site's base path, with a slash at both ends
 * @param pages paths of the pages' files below it
 */
export function writeHeaders(policy: string, base: string, pages: readonly string[]): string {
  const own = `Content-Security-Policy: ${policy}; frame-ancestors 'none'`;
  // What other pages show in their frames.
  const framed = `Content-Security-Policy: ${policy}; frame-ancestors *`;
  const isFresh = "Cache-Control: public, max-age=0, must-revalidate";
  const isKept = "Cache-Control: public, max-age=31536000, immutable";
  const tops = new Set(pages.map((page) => page.replace(/\/.*/, "/*").replace(/^index\.html$/, "")));
  const rules: readonly (readonly [path: string, ...headers: string[]])[] = [
    [
      "*",
      "X-Content-Type-Options: nosniff",
      "Referrer-Policy: strict-origin-when-cross-origin",
      "Permissions-Policy: camera=(), geolocation=(), microphone=()",
      // Players in other pages fetch transcripts and chapters, and other programs the search.
      "Access-Control-Allow-Origin: *",
    ],
    // Hosts do not know these kinds of files, or not their characters.
    ...Object.entries(contentTypes).map(([path, type]) => [path, `Content-Type: ${type}`] as const),
    ...[...tops].sort().map((path) => [path, path === "embed/*" ? framed : own, isFresh] as const),
    // A worker has its own policy, or none.
    ["search-scripts/*", own, isKept],
    // What names them is asked for anew: a page of yesterday finds the archive of today.
    ...["search-api.js", "search-pointer.json", SERVICE_WORKER, OFFLINE_LIST, WEB_MANIFEST].map(
      (path) => [path, isFresh] as const,
    ),
    ...["_astro/*", "pagefind/*", "search-data/*"].map((path) => [path, isKept] as const),
  ];
  return rules
    .map(([path, ...headers]) => [`${base}${path}`, ...headers].join("\n  "))
    .join("\n\n")
    .concat("\n");
}

const contentTypes: Readonly<Record<string, string>> = {
  "episodes/:slug/transcript.vtt": "text/vtt; charset=utf-8",
  "episodes/:slug/chapters.json": "application/json+chapters",
  "episodes/:slug/index.md": "text/markdown; charset=utf-8",
  "llms.txt": "text/plain; charset=utf-8",
  "feed.xml": "application/rss+xml; charset=utf-8",
  "terms/:slug/feed.xml": "application/rss+xml; charset=utf-8",
  "people/:slug/feed.xml": "application/rss+xml; charset=utf-8",
};

function isElsewhere(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address);
}

/** `https:`, or `http:`, which allows both. */
function findScheme(address: string): string {
  return /^http:/i.test(address) ? "http:" : "https:";
}

/**
 * Origins of the addresses that are elsewhere; of one without a scheme its host, under the page's scheme. A host may
 * be written with what ends a directive or stands for every host: such a one is left out.
 */
function listHosts(addresses: readonly string[]): string[] {
  const hosts = addresses.filter(isElsewhere).flatMap((address) => {
    const url = URL.parse(address, "https://localhost");
    return url === null ? [] : [address.startsWith("//") ? url.host : url.origin];
  });
  return [...new Set(hosts)].filter((host) => /^(?:https?:\/\/)?[\w.-]+(?::\d+)?$/.test(host));
}
