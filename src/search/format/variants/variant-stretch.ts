import type { Token } from "../../../text/normalise.ts";

/** Some tokens, one after another, that say what other writings say too. */
export interface VariantStretch {
  /** Indexes of tokens. */
  readonly from: number;
  readonly to: number;
  /** The same for all writings: `n2025` of a number, `lgpt4` of letters without their borders. */
  readonly key: string;
}

/** Tokens and the text that they were read from. */
export interface WrittenTokens {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** The most tokens that are read as one writing: a number of twelve figures said in full. Chosen. */
export const MOST_VARIANT_TOKENS = 18;

/** What is written between a token and the next one; undefined where there is no next one. */
export function gapAfter({ text, tokens }: WrittenTokens, index: number): string | undefined {
  const token = tokens[index];
  const next = tokens[index + 1];
  return token === undefined || next === undefined ? undefined : text.slice(token.to, next.from);
}
