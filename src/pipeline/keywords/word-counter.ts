import type { Episode } from "../../model/archive.ts";
import type { Token } from "../../text/normalise.ts";
import type { Turn } from "../../text/read-turns.ts";

/** A turn and where its words begin, as the tokenize stage gives it. */
export interface CountableTurn extends Turn {
  readonly wordStarts: readonly boolean[];
}

/** How often each episode says each word. Columns, because an archive has millions of pairs. */
export interface WordTable {
  /** Folded, as tokens are; words of several Latin tokens have spaces between them. */
  readonly words: readonly string[];
  /** Each word as the first text that says it writes it. */
  readonly forms: readonly string[];
  /** In how many episodes each word is said. */
  readonly episodeCounts: readonly number[];
  /** Indexes of the words of an episode, and how often it says each. */
  readonly countsOf: ReadonlyMap<Episode, { readonly words: Uint32Array; readonly counts: Uint16Array }>;
}

const mostCounted = 65_535;

/** Counts the words of episodes: of two Han characters or more, or of two Latin letters or more. */
export class WordCounter {
  readonly #indexes = new Map<string, number>();
  readonly #forms: string[] = [];
  readonly #episodeCounts: number[] = [];
  readonly #countsOf = new Map<Episode, { words: Uint32Array; counts: Uint16Array }>();

  /** Counts the words of one episode, all its turns at once. */
  add(episode: Episode, turns: readonly CountableTurn[]): void {
    const counts = new Map<number, number>();
    for (const turn of turns) {
      const { tokens, wordStarts } = turn;
      for (let from = 0; from < tokens.length; ) {
        let to = from + 1;
        while (to < tokens.length && !wordStarts[to]) to++;
        if (isWord(tokens, from, to)) {
          const index = this.#findIndex(episode, turn, from, to);
          counts.set(index, (counts.get(index) ?? 0) + 1);
        }
        from = to;
      }
    }
    for (const index of counts.keys()) this.#episodeCounts[index] = (this.#episodeCounts[index] ?? 0) + 1;
    this.#countsOf.set(episode, {
      words: Uint32Array.from(counts.keys()),
      counts: Uint16Array.from(counts.values(), (count) => Math.min(count, mostCounted)),
    });
  }

  list(): WordTable {
    return {
      words: [...this.#indexes.keys()],
      forms: this.#forms,
      episodeCounts: this.#episodeCounts,
      countsOf: this.#countsOf,
    };
  }

  #findIndex(episode: Episode, turn: CountableTurn, from: number, to: number): number {
    const word = joinTokens(turn.tokens, from, to);
    const known = this.#indexes.get(word);
    if (known !== undefined) return known;
    this.#indexes.set(word, this.#forms.length);
    this.#forms.push(readForm(episode, turn, from, to) ?? word);
    return this.#forms.length - 1;
  }
}

function isWord(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 1) return true;
  const { isHan, text } = tokens[from] as Token;
  return !isHan && text.length > 1 && !/^[\d.]+$/.test(text);
}

/** A word's tokens as its key: Han characters joined, a space before and after Latin ones. */
export function joinTokens(tokens: readonly Token[], from = 0, to = tokens.length): string {
  let word = (tokens[from] as Token).text;
  for (let k = from + 1; k < to; k++) {
    const { isHan, text } = tokens[k] as Token;
    word += isHan && (tokens[k - 1] as Token).isHan ? text : ` ${text}`;
  }
  return word;
}

function readForm(
  episode: Episode,
  { tokens, passages }: Turn,
  from: number,
  to: number,
): string | undefined {
  const index = passages.findLastIndex(({ firstToken }) => firstToken <= from);
  const next = passages[index + 1];
  const text = episode.passages[passages[index]?.passage ?? -1]?.text;
  if (text === undefined || (next !== undefined && next.firstToken < to)) return undefined;
  return text.slice((tokens[from] as Token).from, (tokens[to - 1] as Token).to);
}
