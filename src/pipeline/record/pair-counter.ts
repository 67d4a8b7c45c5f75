import type { Token } from "../../text/normalise.ts";
import { pairKey } from "../../text/terms.ts";

/** Counts the pairs of Han characters of an archive, to find those so frequent that their terms must be split. */
export class PairCounter {
  readonly #counts = new Map<string, number>();

  /** Counts the pairs of one turn. */
  add(tokens: readonly Token[]): void {
    for (let k = 0; k + 1 < tokens.length; k++) {
      const first = tokens[k] as Token;
      const second = tokens[k + 1] as Token;
      if (!first.isHan || !second.isHan) continue;
      const key = pairKey(first, second);
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    }
  }

  /** The pairs that stand in more than `limit` places, in the order of their characters. */
  listFrequent(limit: number): string[] {
    return [...this.#counts]
      .filter(([, count]) => count > limit)
      .map(([pair]) => pair)
      .sort();
  }
}
