import { createHash } from "node:crypto";
import type { Show } from "../../model/archive.ts";

/** The namespace of `podcast:guid` (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md). */
const namespace = Buffer.from("ead4c236bf5858c6a2c6a6b28d128cb6", "hex");

/** The `podcast:guid` of a feed's address: UUIDv5 of it without its scheme and without slashes at its end. */
export function makePodcastGuid(address: string): string {
  const name = address.replace(/^[a-z][a-z\d+.-]*:\/\//i, "").replace(/\/+$/, "");
  const hash = createHash("sha1").update(namespace).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/**
 * A show's `podcast:guid`: the one that it has, else that of its feed at its host; of a show without another feed that
 * of `own`. Undefined where the show has a feed somewhere and nothing says where: it would be another show's.
 */
export function choosePodcastGuid(
  { guid, feed }: Pick<Show, "guid" | "feed">,
  own: string,
): string | undefined {
  if (guid !== undefined) return guid;
  const address = feed?.original ?? (feed?.primary === true ? own : undefined);
  return address === undefined ? undefined : makePodcastGuid(address);
}
