/**
 * Root-relative address of a page: `makePageAddress("/pod/", "episodes", "第一期")` is
 * `/pod/episodes/%E7%AC%AC%E4%B8%80%E6%9C%9F/`. The base may come with or without its last slash, and
 * percent-encoded or not.
 */
export function makePageAddress(base: string, ...parts: readonly string[]): string {
  const path = parts.map((part) => `${encodeURIComponent(part)}/`).join("");
  return `${base.replace(/\/+$/, "").replace(/[^\0-\x7f]+/g, encodeURIComponent)}/${path}`;
}

/** Root-relative address of a file: `makeFileAddress("/", "episodes", "42", "transcript.json")`. */
export function makeFileAddress(base: string, ...parts: readonly string[]): string {
  return makePageAddress(base, ...parts).replace(/\/$/, "");
}

/** Address of the search page with a query. */
export function makeSearchAddress(base: string, query: string): string {
  return `${makePageAddress(base, "search")}?q=${encodeURIComponent(query)}`;
}

/**
 * The sizes in which a build writes a cover: square, pixels to a side. The small one stands in lists (72 pixels, on
 * screens of two pixels each), the large one beside an episode's title (240) and wherever a page is shared. Two, and
 * no more: they are files for each episode, and hosts count those.
 */
export const coverSizes = { small: 160, large: 640 } as const;

/** The show's cover as `nameCoverFiles` takes it, whatever the owner's file is called: no file of the build has its names. */
export const SHOW_COVER = "cover";

/**
 * The icons of the site and their sizes in pixels: of 48 a multiple, as search engines ask, Apple's, and those that an app
 * is installed with (https://web.dev/articles/install-criteria).
 */
export const iconFiles = {
  "favicon.png": 96,
  "apple-touch-icon.png": 180,
  "icon-192.png": 192,
  "icon-512.png": 512,
} as const;

/** What the site is as an app. */
export const WEB_MANIFEST = "manifest.webmanifest";

/** What a shared link shows of a show without a cover. */
export const SHARED_PICTURE = "og.png";

/** The show's picture in its feeds, and how many pixels its sides have there, least and most, as Apple asks. */
export const FEED_COVER = "cover-feed.jpg";
export const feedCoverSides = { least: 1400, most: 3000 } as const;

/** The names of the files that are made of a cover: `cover.png` is `cover-160.webp` and `cover-640.jpg`. */
export function nameCoverFiles(fileName: string): { small: string; large: string } {
  const stem = fileName.replace(/\.[^./]*$/, "");
  // Those who show a shared page take JPEG everywhere, WebP not.
  return { small: `${stem}-${coverSizes.small}.webp`, large: `${stem}-${coverSizes.large}.jpg` };
}

/** A feed that a page names to programs. */
export interface FeedLink {
  readonly title: string;
  readonly href: string;
}
