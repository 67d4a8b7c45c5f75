import type { Passage } from "../../model/passage.ts";
import type { Turn } from "../../search/tokenize/read-turns.ts";
import { isCharacter, readLexical, type Token } from "../../text/normalise.ts";

/** A turn and where its words begin, as the tokenize stage gives it. */
export interface CountableTurn extends Turn {
  readonly wordStarts: readonly boolean[];
}

/** How often an episode says each word. Columns, because an archive has millions of pairs. */
export interface EpisodeWords {
  /** As dictionaries have them, folded; words of several Latin tokens have spaces between them. Each once, in order of appearance. */
  readonly words: readonly string[];
  /** Each word as it is written where it is said first. */
  readonly forms: readonly string[];
  readonly counts: Uint16Array;
}

const mostCounted = 65_535;

/** Counts the words of an episode: of two Han characters or more, or of two Latin letters or more. */
export function countWords(
  passages: readonly Pick<Passage, "text">[],
  turns: readonly CountableTurn[],
): EpisodeWords {
  const counts = new Map<string, number>();
  const forms: string[] = [];
  for (const turn of turns) {
    const { tokens, wordStarts } = turn;
    for (let from = 0; from < tokens.length; ) {
      let to = from + 1;
      while (to < tokens.length && !wordStarts[to]) to++;
      if (isWord(tokens, from, to)) {
        const word = joinTokens(tokens, from, to);
        const known = counts.get(word);
        if (known === undefined) forms.push(readForm(passages, turn, from, to) ?? word);
        counts.set(word, (known ?? 0) + 1);
      }
      from = to;
    }
  }
  return {
    words: [...counts.keys()],
    forms,
    counts: Uint16Array.from(counts.values(), (count) => Math.min(count, mostCounted)),
  };
}

function isWord(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 1) return true;
  const token = tokens[from] as Token;
  return !isCharacter(token) && token.text.length > 1 && !/^\d+[%‰+]?$/.test(token.text);
}

/** A word's tokens as its key: Han characters joined, a space before and after Latin ones. */
export function joinTokens(tokens: readonly Token[], from = 0, to = tokens.length): string {
  let word = readLexical(tokens[from] as Token);
  for (let k = from + 1; k < to; k++) {
    const token = tokens[k] as Token;
    const isJoined = isCharacter(token) && isCharacter(tokens[k - 1] as Token);
    word += isJoined ? readLexical(token) : ` ${readLexical(token)}`;
  }
  return word;
}

function readForm(
  passages: readonly Pick<Passage, "text">[],
  { tokens, passages: places }: Turn,
  from: number,
  to: number,
): string | undefined {
  const index = places.findLastIndex(({ firstToken }) => firstToken <= from);
  const next = places[index + 1];
  const text = passages[places[index]?.passage ?? -1]?.text;
  if (text === undefined || (next !== undefined && next.firstToken < to)) return undefined;
  return text.slice((tokens[from] as Token).from, (tokens[to - 1] as Token).to);
}

/** How often each episode says each word, whatever stands for an episode. Columns, because an archive has millions of pairs. */
export interface WordTable<E> {
  /** Folded, as tokens are; words of several Latin tokens have spaces between them. */
  readonly words: readonly string[];
  /** Each word as the first text that says it writes it. */
  readonly forms: readonly string[];
  /** In how many episodes each word is said. */
  readonly episodeCounts: readonly number[];
  /** Indexes of the words of an episode, and how often it says each. */
  readonly countsOf: ReadonlyMap<E, { readonly words: Uint32Array; readonly counts: Uint16Array }>;
}

/** Gathers the words of episodes. */
export class WordCounter<E> {
  readonly #indexes = new Map<string, number>();
  readonly #forms: string[] = [];
  readonly #episodeCounts: number[] = [];
  readonly #countsOf = new Map<E, { words: Uint32Array; counts: Uint16Array }>();

  /** Adds the words of one episode. */
  add(episode: E, { words, forms, counts }: EpisodeWords): void {
    const indexes = new Uint32Array(words.length);
    for (const [k, word] of words.entries()) {
      let index = this.#indexes.get(word);
      if (index === undefined) {
        index = this.#forms.length;
        this.#indexes.set(word, index);
        this.#forms.push(forms[k] as string);
        this.#episodeCounts.push(0);
      }
      this.#episodeCounts[index] = (this.#episodeCounts[index] as number) + 1;
      indexes[k] = index;
    }
    this.#countsOf.set(episode, { words: indexes, counts });
  }

  list(): WordTable<E> {
    return {
      words: [...this.#indexes.keys()],
      forms: this.#forms,
      episodeCounts: this.#episodeCounts,
      countsOf: this.#countsOf,
    };
  }
}
