import type { Term } from "../../model/archive.ts";
import { type DottedWords, listDottedWords, readTokens, type Token } from "../../text/normalise.ts";
import { type QueryItem, readQueryItems } from "./query-syntax.ts";

/** One word of a query, or several held together by quotes: its tokens must follow one another. */
export interface QueryWord {
  /** As typed, without its quotes. */
  readonly text: string;
  /** The ways to say it, as tokens: what was typed first, then the glossary's. */
  readonly forms: readonly (readonly Token[])[];
  /** Those of the glossary as it writes them, in the order of `forms`; absent where there are none. */
  readonly aliases?: readonly string[];
  /** The word may go on: its last token matches by its beginning. */
  readonly isTyping: boolean;
}

/** `speaker:天一` and the like. */
export interface QueryFilter extends Pick<Extract<QueryItem, { kind: "filter" }>, "key" | "value"> {
  /** The value may go on. */
  readonly isTyping: boolean;
}

export interface Query {
  /** As typed, trimmed. */
  readonly text: string;
  /** What has to be said. */
  readonly words: readonly QueryWord[];
  /** What must not be said. */
  readonly excluded: readonly QueryWord[];
  readonly filters: readonly QueryFilter[];
}

/**
 * Names that stand for one another: a term and its `also` forms. A name may be in several groups; one that is written
 * with a leading dot is in one even where it stands for no other, so that a query knows whose the dot is.
 */
export type AliasGroups = readonly (readonly string[])[];

/** The groups that a glossary makes. */
export function listAliases(terms: readonly Pick<Term, "term" | "also">[]): AliasGroups {
  return terms
    .map(({ term, also }) => [term, ...also])
    .filter((names) => names.length > 1 || listDottedWords(names).size > 0);
}

/** The words to which a leading dot belongs, of the names of a glossary. */
export function findDottedWords(aliases: AliasGroups): DottedWords {
  return indexAliases(aliases).dotted;
}

/**
 * Cuts a query at spaces into words; quotes hold words together, `-` excludes a word, `speaker:天一` and the like
 * are filters (see query-syntax.ts). A word without a letter or digit is dropped, and one said twice counts once.
 * Never throws.
 * @param isTyping the query's last item is still being typed; a closed quote or a space after it ends it
 */
export function parseQuery(text: string, aliases: AliasGroups = [], isTyping = false): Query {
  const { formsOf, dotted } = indexAliases(aliases);
  const words = { word: new Map<string, QueryWord>(), excluded: new Map<string, QueryWord>() };
  const filters: QueryFilter[] = [];
  for (const item of readQueryItems(text)) {
    if (item.kind === "unfinished") continue;
    const isLast = isTyping && item.isOpen && item.to === text.length;
    if (item.kind === "filter") {
      filters.push({ key: item.key, value: item.value, isTyping: isLast });
      continue;
    }
    const tokens = readTokens(item.text, dotted);
    // The date of `after:20` is being typed.
    if (tokens.length === 0 || (isLast && item.isNamed)) continue;
    const key = keyOf(tokens);
    const others = (formsOf.get(key) ?? []).filter((form) => keyOf(form.tokens) !== key);
    words[item.kind].set(key, {
      text: item.text,
      forms: [tokens, ...others.map((form) => form.tokens)],
      ...(others.length === 0 ? {} : { aliases: others.map(({ name }) => name) }),
      isTyping: isLast && item.kind === "word",
    });
  }
  return {
    text: text.trim(),
    words: [...words.word.values()],
    excluded: [...words.excluded.values()],
    filters,
  };
}

/** A query whose words stand for themselves alone. */
export function withoutAliases(query: Query): Query {
  const plain = (words: readonly QueryWord[]) =>
    words.map(({ aliases: _, ...word }) => ({ ...word, forms: word.forms.slice(0, 1) }));
  return { ...query, words: plain(query.words), excluded: plain(query.excluded) };
}

/** Words that one search asks for, of those to be said and of those not to be: each is a file to load, or several. Chosen. */
const MOST_WORDS = 12;
/** Tokens of a phrase that one search asks for: as many that agree are no accident. Each two are a file. Chosen. */
const MOST_PHRASE_TOKENS = 40;

/** What one search asks for, and what is beyond it. */
export interface BoundQuery {
  readonly query: Query;
  /** Whole words, the common ones first to go, and the ends of long phrases: as typed. */
  readonly unasked: readonly string[];
}

/**
 * Leaves to a query as many words as one search asks for, the rarest, and to each phrase as many tokens.
 * @param measure how much there is to load for a word; asked only where words have to be left out
 */
export async function boundQuery(
  query: Query,
  measure: (word: QueryWord) => Promise<number>,
): Promise<BoundQuery> {
  const unasked: string[] = [];
  const bound = async (words: readonly QueryWord[]): Promise<QueryWord[]> => {
    const cut = words.map((word) => cutPhrase(word, unasked));
    if (cut.length <= MOST_WORDS) return cut;
    const sizes = await Promise.all(cut.map(measure));
    const byRareness = [...cut.keys()].sort((a, b) => (sizes[a] as number) - (sizes[b] as number));
    const kept = new Set(byRareness.slice(0, MOST_WORDS));
    unasked.push(...words.filter((_, k) => !kept.has(k)).map(({ text }) => text));
    return cut.filter((_, k) => kept.has(k));
  };
  const words = await bound(query.words);
  const excluded = await bound(query.excluded);
  return { query: { ...query, words, excluded }, unasked };
}

function cutPhrase(word: QueryWord, unasked: string[]): QueryWord {
  const [typed = []] = word.forms;
  const next = typed[MOST_PHRASE_TOKENS];
  if (next === undefined) return word;
  const read = (from: number, last: Token | undefined) => word.text.slice(from, last?.to);
  unasked.push(read(next.from, typed.at(-1)));
  return {
    text: read(0, typed[MOST_PHRASE_TOKENS - 1]),
    forms: [typed.slice(0, MOST_PHRASE_TOKENS)],
    isTyping: false,
  };
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join(" ");
}

/** A name of the glossary, as written and as tokens. */
interface NameForm {
  readonly name: string;
  readonly tokens: readonly Token[];
}

interface AliasIndex {
  /** By the key of each name: all forms of its groups. */
  readonly formsOf: ReadonlyMap<string, readonly NameForm[]>;
  readonly dotted: DottedWords;
}

const indexes = new WeakMap<AliasGroups, AliasIndex>();

function indexAliases(aliases: AliasGroups): AliasIndex {
  const known = indexes.get(aliases);
  if (known !== undefined) return known;
  const dotted = listDottedWords(aliases.flat());
  const formsOf = new Map<string, Map<string, NameForm>>();
  for (const group of aliases) {
    const forms = group
      .map((name): NameForm => ({ name, tokens: readTokens(name, dotted) }))
      .filter(({ tokens }) => tokens.length > 0);
    for (const { tokens } of forms) {
      const own = formsOf.get(keyOf(tokens)) ?? new Map<string, NameForm>();
      for (const other of forms) own.set(keyOf(other.tokens), other);
      formsOf.set(keyOf(tokens), own);
    }
  }
  const index = {
    formsOf: new Map([...formsOf].map(([key, forms]) => [key, [...forms.values()]])),
    dotted,
  };
  indexes.set(aliases, index);
  return index;
}
