import type { Show } from "../../model/archive.ts";

/** The namespace of `podcast:guid` (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md). */
const namespace = "ead4c236bf5858c6a2c6a6b28d128cb6";

/** The `podcast:guid` of a feed's address: UUIDv5 of it without its scheme and without slashes at its end. */
export async function makePodcastGuid(address: string): Promise<string> {
  const name = address.replace(/^[a-z][a-z\d+.-]*:\/\//i, "").replace(/\/+$/, "");
  const own = namespace.match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? [];
  const named = new Uint8Array([...own, ...new TextEncoder().encode(name)]);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-1", named)).slice(0, 16);
  // Version 5 of the variant of RFC 9562.
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const digits = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/**
 * A show's `podcast:guid`: the one that it has, else that of its feed at its host; of a show without another feed that
 * of `own`. Undefined where the show has a feed somewhere and nothing says where: it would be another show's.
 */
export async function choosePodcastGuid(
  { guid, feed }: Pick<Show, "guid" | "feed">,
  own: string,
): Promise<string | undefined> {
  if (guid !== undefined) return guid;
  const address = feed?.original ?? (feed?.primary === true ? own : undefined);
  return address === undefined ? undefined : await makePodcastGuid(address);
}
