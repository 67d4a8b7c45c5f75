import { readTokens, type Token } from "../../../text/normalise.ts";
import type { SearchManifest } from "../../format/manifest.ts";
import { stockNames } from "../../format/variants/stock-names.ts";

/** A name that stands in a word, and the other names of what it names. */
interface FoundName {
  readonly from: number;
  readonly to: number;
  readonly ways: readonly { readonly kind: "phrase"; readonly tokens: readonly Token[] }[];
}

/** Names across languages: those of the stock list, where the owner has not switched it off, and the owner's. */
export class NameTable {
  /** By a name's tokens, joined by spaces. */
  readonly #othersOf = new Map<string, Map<string, readonly Token[]>>();
  #longest = 0;

  constructor({ names, hasStock }: SearchManifest["variants"]) {
    for (const group of [...(hasStock ? stockNames() : []), ...names]) this.#add(group);
  }

  #add(group: readonly string[]): void {
    const forms = group.map((name) => readTokens(name)).filter((tokens) => tokens.length > 0);
    for (const form of forms) {
      const key = keyOf(form);
      const others = this.#othersOf.get(key) ?? new Map<string, readonly Token[]>();
      for (const other of forms) if (keyOf(other) !== key) others.set(keyOf(other), other);
      this.#othersOf.set(key, others);
      this.#longest = Math.max(this.#longest, form.length);
    }
  }

  /** The names that begin at each token, the longest of each. */
  find(tokens: readonly Token[]): FoundName[] {
    return tokens.flatMap((_, from): FoundName[] => {
      for (let to = Math.min(tokens.length, from + this.#longest); to > from; to--) {
        const others = this.#othersOf.get(keyOf(tokens.slice(from, to)));
        if (others !== undefined)
          return [{ from, to, ways: [...others.values()].map((own) => ({ kind: "phrase", tokens: own })) }];
      }
      return [];
    });
  }

  /** Whether tokens are a name. */
  has(tokens: readonly Token[]): boolean {
    return this.#othersOf.has(keyOf(tokens));
  }
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(" ");
}
