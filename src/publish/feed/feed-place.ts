import { makeFileAddress, makePageAddress } from "../../model/site-address.ts";

/** Where a site stands, so that its feeds can name it to other programs. */
export interface FeedPlace {
  /** `https://example.org`, without a slash at its end. */
  readonly origin: string;
  /** Begins and ends with a slash. */
  readonly base: string;
}

/** The whole address of a page. */
export function locatePage({ origin, base }: FeedPlace, ...parts: readonly string[]): string {
  return origin + makePageAddress(base, ...parts);
}

/** The whole address of a file. */
export function locateFile({ origin, base }: FeedPlace, ...parts: readonly string[]): string {
  return origin + makeFileAddress(base, ...parts);
}

/** The whole address of what is given as an address, or as a path of the site. Signs that no address may hold are encoded. */
export function completeAddress(address: string, { origin }: FeedPlace): string {
  const whole = /^https?:/i.test(address) ? address : origin + address;
  return whole.replace(/[\ud800-\udfff]/gu, "").replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}

/** An attribute of a tag as rehype writes it, up to its value. */
const address = /(\s(?:href|src)=")(?!https?:|mailto:)([^"]*)/g;
const tagWithAddress = /<(?:a|img)(?:\s+[\w-]+(?:="[^"]*")?)*\s*>/g;

/** Sanitised HTML of a page with the addresses in it made whole: a feed is read elsewhere. */
export function completeLinks(html: string, page: string): string {
  const { origin, protocol } = new URL(page);
  const complete = (_: string, before: string, value: string) => {
    if (value.startsWith("//")) return before + protocol + value;
    return before + (value.startsWith("/") ? origin : page) + value;
  };
  return html.replace(tagWithAddress, (tag) => tag.replace(address, complete));
}
