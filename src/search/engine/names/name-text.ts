import type { Mark } from "../../../model/span.ts";
import { readTokens, type Token } from "../../../text/normalise.ts";
import type { PlacedHits } from "../place-hits.ts";

/** A name, or what is asked for in one, as they are compared. */
export interface NameText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly written: JoinedTokens;
  /** The same without the signs that belong to a token: `c` of `c++`. */
  readonly bare: JoinedTokens;
  /** The tokens of `bare`. */
  readonly bareTexts: readonly string[];
}

/** Tokens without what divides them, so that `Wi-Fi` is `wifi`. */
export interface JoinedTokens {
  readonly letters: string;
  /** Index of the token of each letter. */
  readonly tokenAt: readonly number[];
}

export function readName(text: string): NameText {
  const tokens = readTokens(text);
  const texts = tokens.map((token) => token.text);
  const bareTexts = texts.map((own) => own.replace(/[^\p{L}\p{M}\p{N}]+$/u, ""));
  const written = joinTokens(texts);
  const isPlain = texts.every((own, k) => own === bareTexts[k]);
  return { text, tokens, written, bare: isPlain ? written : joinTokens(bareTexts), bareTexts };
}

function joinTokens(texts: readonly string[]): JoinedTokens {
  return {
    letters: texts.join(""),
    tokenAt: texts.flatMap((text, index) => new Array<number>(text.length).fill(index)),
  };
}

/**
 * Where letters stand in a name from the beginning of a token to the end of one, or, with `isOpen`, anywhere in one.
 * @returns UTF-16 offsets of the first such place; undefined where there is none
 */
export function findJoined(
  { tokens }: Pick<NameText, "tokens">,
  { letters, tokenAt }: JoinedTokens,
  wanted: string,
  isOpen: boolean,
): Mark | undefined {
  if (wanted === "") return undefined;
  for (let at = letters.indexOf(wanted); at !== -1; at = letters.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const [first, last] = [tokenAt[at] as number, tokenAt[end - 1] as number];
    if (tokenAt[at - 1] === first || (tokenAt[end] === last && !isOpen)) continue;
    return [(tokens[first] as Token).from, (tokens[last] as Token).to];
  }
  return undefined;
}

/** What the archive says is meant as it is written. */
export function isNowhere({ said, headings }: PlacedHits): boolean {
  return said.size === 0 && headings.size === 0;
}

/** Below the archive's address. */
export function makePath(folder: string, slug: string): string {
  return `${folder}/${encodeURIComponent(slug)}/`;
}
