import type { Episode } from "../../model/archive.ts";
import type { EpisodeWords } from "./count-words.ts";

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

/** Gathers the words of episodes. */
export class WordCounter {
  readonly #indexes = new Map<string, number>();
  readonly #forms: string[] = [];
  readonly #episodeCounts: number[] = [];
  readonly #countsOf = new Map<Episode, { words: Uint32Array; counts: Uint16Array }>();

  /** Adds the words of one episode. */
  add(episode: Episode, { words, forms, counts }: EpisodeWords): void {
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

  list(): WordTable {
    return {
      words: [...this.#indexes.keys()],
      forms: this.#forms,
      episodeCounts: this.#episodeCounts,
      countsOf: this.#countsOf,
    };
  }
}
