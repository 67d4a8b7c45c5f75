import type { Archive } from "../model/archive.ts";
import { decodePercent } from "../text/decode-percent.ts";
import { listTopics } from "./list-topics.ts";

/** Episodes on one page of the list. Chosen: a page stays under 100 KB and 1,000 episodes make 20 pages. */
export const episodesOnPage = 50;

/**
 * The paths, below the base, of all pages that a build makes of an archive: decoded, without a slash at either end, the
 * home page's empty. Drafts have none, and what `moved.yaml` leads on is not among them.
 */
export function listPagePaths({
  episodes,
  named,
  terms,
}: Pick<Archive, "episodes" | "named" | "terms">): string[] {
  const shown = episodes.filter(({ isDraft }) => !isDraft);
  const years = new Set(shown.map(({ date }) => date.slice(0, 4)));
  const listed = Math.ceil(shown.length / episodesOnPage);
  return [
    ...["", "episodes", "search", "terms", "people", "topics", "kept", "embed"],
    ...Array.from({ length: Math.max(0, listed - 1) }, (_, index) => `episodes/page/${index + 2}`),
    ...[...years].map((year) => `episodes/year/${year}`),
    ...shown.map(({ slug }) => `episodes/${slug}`),
    ...named.terms.map(({ slug }) => `terms/${slug}`),
    ...named.people.map(({ slug }) => `people/${slug}`),
    ...listTopics({ episodes: shown, terms }).map(({ slug }) => `topics/${slug}`),
  ];
}

/** A path as people write an address: `/topics/蒸馏/`. */
export function writePagePath(path: string): string {
  return path === "" ? "/" : `/${path}/`;
}

/** An address of a page below the base, of its parts alone: `["topics", "蒸馏"]`. */
export interface PageAddress {
  readonly parts: readonly string[];
  /** What follows, with its `?` or `#`. */
  readonly rest: string;
}

/**
 * Reads an address of this site however it is written: with the base path or without, percent-encoded or not, with or
 * without slashes at its ends and `index.html`. Undefined where it names a host, leads out of the site, or holds what
 * no path can.
 * @param base begins and ends with a slash
 */
export function readPageAddress(address: string, base: string): PageAddress | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(address)) return undefined;
  const [path = ""] = /^[^?#]*/.exec(address) ?? [];
  const parts = splitPath(path);
  const own = splitPath(base);
  const isBelow = path.startsWith("/") && own.every((part, index) => part === parts[index]);
  const below = isBelow ? parts.slice(own.length) : parts;
  if (below.some((part) => part === ".." || /[\u0000-\u001f\u007f/\\]/.test(part))) return undefined;
  if (below.at(-1) === "index.html") below.pop();
  return { parts: below, rest: address.slice(path.length) };
}

function splitPath(path: string): string[] {
  return path
    .split("/")
    .map((part) => decodePercent(part).normalize("NFC"))
    .filter((part) => part !== "" && part !== ".");
}
