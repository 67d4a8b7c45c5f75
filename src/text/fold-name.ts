import { readTokens } from "./normalise.ts";

/** A name as it is compared: by its tokens, as words are. One of other characters only is compared as it stands. */
export function foldName(name: string): string {
  const tokens = readTokens(name);
  return tokens.length === 0 ? name.trim() : tokens.map(({ text }) => text).join(" ");
}
