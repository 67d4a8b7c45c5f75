/** Bytes of the longest slug: file systems take 255 (interface.md). */
const longestBytes = 180;

/** Six hex digits that stand for a text: FNV-1a of 32 bits over its UTF-8 bytes, folded to 24. */
function hashText(bytes: Uint8Array): string {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return ((hash >>> 24) ^ (hash & 0xffffff)).toString(16).padStart(6, "0");
}

/** Cuts a slug that is too long at a character, and ends it in six hex digits of the name. */
function shortenSlug(slug: string, name: string): string {
  const encoder = new TextEncoder();
  if (encoder.encode(slug).length <= longestBytes) return slug;
  const hash = hashText(encoder.encode(name));
  const { read } = encoder.encodeInto(slug, new Uint8Array(longestBytes - hash.length - 1));
  // A mark belongs to the letter before it.
  const end = /^\p{M}/u.test(slug.slice(read)) ? slug.slice(0, read).search(/.\p{M}*$/u) : read;
  return `${slug.slice(0, end).replace(/-+$/, "")}-${hash}`;
}

/**
 * The part of an address that stands for a name (interface.md): NFC; letters (with their marks), digits, `-`
 * and `_` stay, case too. Any run of other characters becomes one `-`, and nothing at either end; a name of
 * nothing else becomes `-`; what is longer than 180 bytes is cut, and ends in six hex digits of the name. Two names may get the same slug (`C++` and `C#`): the caller checks for that.
 */
export function makeSlug(name: string): string {
  const normal = name.normalize("NFC");
  const slug = normal.replace(/[^\p{L}\p{M}\p{Nd}_]+/gu, (run: string, offset: number) => {
    if (/^-+$/.test(run)) return run;
    return offset === 0 || offset + run.length === normal.length ? "" : "-";
  });
  return slug === "" ? "-" : shortenSlug(slug, normal);
}
