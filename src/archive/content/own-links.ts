import { makeFileAddress, makePageAddress } from "../../model/site-address.ts";
import { type PageAddress, readPageAddress } from "../list-addresses.ts";

/** Where the notes stand in which a link is written. */
export interface NotesPlace {
  /** Begins and ends with a slash. */
  readonly base: string;
  /** The episode's. */
  readonly slug: string;
}

/**
 * What a link of show notes leads to on the site itself, below its base path: written with that path (`/podcast/terms/`),
 * without it (`/terms/`), or from the episode's page (`../042/`). Undefined for all that leads elsewhere, and within the
 * page (`#t=754`).
 */
export function readOwnLink(href: string, { base, slug }: NotesPlace): PageAddress | undefined {
  if (/^\s*(?:[?#]|$)/.test(href)) return undefined;
  // As a browser reads it, to which `//`, `\\` and a tab between the letters of a scheme are all the same.
  const page = `http://here.invalid${makePageAddress(base, "episodes", slug)}`;
  const url = URL.parse(href, page);
  if (url?.origin !== "http://here.invalid") return undefined;
  return readPageAddress(url.pathname + url.search + url.hash, base);
}

/** True for the address of a file: no page has a dot in its name. */
export function isFileAddress({ parts }: PageAddress): boolean {
  return parts.at(-1)?.includes(".") ?? false;
}

/** The root-relative address, base path included, of what a link leads to on the site. */
export function writeOwnLink(address: PageAddress, base: string): string {
  const write = isFileAddress(address) ? makeFileAddress : makePageAddress;
  return write(base, ...address.parts) + address.rest;
}
