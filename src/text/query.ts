import { readTokens, type Token } from "./normalise.ts";

/** One word of a query, or several held together by quotes: its tokens must follow one another. */
export interface QueryWord {
  /** As typed, without its quotes. */
  readonly text: string;
  /** The ways to say it, as tokens: what was typed first, then the glossary's. */
  readonly forms: readonly (readonly Token[])[];
  /** The word may go on: its last token matches by its beginning. */
  readonly isTyping: boolean;
}

export interface Query {
  /** As typed, trimmed. */
  readonly text: string;
  readonly words: readonly QueryWord[];
}

/** Names that stand for one another: a term and its `also` forms. A name may be in several groups. */
export type AliasGroups = readonly (readonly string[])[];

/** A straight or curly double quote opens, the next one (or the end) closes. */
const WORD = /["“”„]([^"“”„]*)["“”„]?|[^\s"“”„]+/gu;

/**
 * Cuts a query at spaces into words; quotes hold words together. A word without a letter or digit is dropped,
 * and one said twice counts once.
 * @param isTyping the query's last word is still being typed; a closed quote or a space after it ends it
 */
export function parseQuery(text: string, aliases: AliasGroups = [], isTyping = false): Query {
  const formsOf = indexAliases(aliases);
  const words = new Map<string, QueryWord>();
  for (const match of text.matchAll(WORD)) {
    const word = match[1] ?? match[0];
    const tokens = readTokens(word);
    if (tokens.length === 0) continue;
    const key = keyOf(tokens);
    const isLast = match.index + match[0].length === text.length && match[1] === undefined;
    const forms = [tokens, ...(formsOf.get(key) ?? []).filter((form) => keyOf(form) !== key)];
    words.set(key, { text: word.trim(), forms, isTyping: isTyping && isLast });
  }
  return { text: text.trim(), words: [...words.values()] };
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join(" ");
}

const indexes = new WeakMap<AliasGroups, Map<string, Token[][]>>();

function indexAliases(aliases: AliasGroups): Map<string, Token[][]> {
  const known = indexes.get(aliases);
  if (known !== undefined) return known;
  const formsOf = new Map<string, Map<string, Token[]>>();
  for (const group of aliases) {
    const forms = group.map((name) => readTokens(name)).filter((tokens) => tokens.length > 0);
    for (const form of forms) {
      const own = formsOf.get(keyOf(form)) ?? new Map<string, Token[]>();
      for (const other of forms) own.set(keyOf(other), other);
      formsOf.set(keyOf(form), own);
    }
  }
  const index = new Map([...formsOf].map(([key, forms]) => [key, [...forms.values()]]));
  indexes.set(aliases, index);
  return index;
}
