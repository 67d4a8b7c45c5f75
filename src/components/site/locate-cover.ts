import type { Episode, Show } from "../../model/archive.ts";
import { makeFileAddress, nameCoverFiles, SHOW_COVER } from "../../model/site-address.ts";

/** Addresses of a cover. A cover at an address of its own stands there in one size, which is both. */
export interface CoverAddresses {
  readonly small: string;
  readonly large: string;
}

/** Where an episode's cover stands; undefined where it has none. */
export function locateEpisodeCover(
  { cover, slug }: Pick<Episode, "cover" | "slug">,
  base: string,
): CoverAddresses | undefined {
  return cover === undefined
    ? undefined
    : locateFiles(cover, (name) => makeFileAddress(base, "episodes", slug, name));
}

/** Where the show's cover stands; undefined where it has none. */
export function locateShowCover({ cover }: Pick<Show, "cover">, base: string): CoverAddresses | undefined {
  if (cover === undefined) return undefined;
  if (/^https?:/i.test(cover)) return { small: cover, large: cover };
  if (cover.startsWith("/")) {
    const address = makeFileAddress(base, ...cover.replace(/^\/+/, "").split("/"));
    return { small: address, large: address };
  }
  return locateFiles(SHOW_COVER, (name) => makeFileAddress(base, name));
}

function locateFiles(fileName: string, locate: (name: string) => string): CoverAddresses {
  const { small, large } = nameCoverFiles(fileName);
  return { small: locate(small), large: locate(large) };
}
