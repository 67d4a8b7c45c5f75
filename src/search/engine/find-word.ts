import { mergeHits } from "../../text/find-form.ts";
import type { SearchManifest } from "../format/manifest.ts";
import type { QueryWord } from "../query/query.ts";
import { findUnmet } from "./conditions.ts";
import type { HitsOf, Narrowing } from "./narrow-episodes.ts";
import {
  type PhraseHit,
  type PlacedHits,
  placeCounts,
  placeHits,
  type ShardTerms,
  withoutTouching,
} from "./place-hits.ts";
import { countPhraseFiles, matchPhrase } from "./terms/match-phrase.ts";
import type { TermIndex } from "./terms/term-index.ts";

/** Where a word stands, and where a name that the glossary has for it stands and the word as typed does not. */
export interface FoundWord {
  readonly placed: PlacedHits;
  readonly added: readonly { readonly name: string; readonly places: PlacedHits["said"] }[];
}

/** How the places of a word are found. */
export interface FindingOptions {
  /** The glossary's names count as the word. */
  readonly hasAliases: boolean;
  /** It is enough to know how often each episode says a character that is everywhere. */
  readonly canCount: boolean;
}

/** Finds where words of queries stand. */
export class WordFinder {
  readonly #index: TermIndex;
  readonly #shards: readonly ShardTerms[];

  constructor(index: TermIndex, shards: readonly ShardTerms[]) {
    this.#index = index;
    this.#shards = shards;
  }

  /** How many index files a word as typed is in: the fewer, the rarer it is. */
  async countFiles({ forms }: QueryWord): Promise<number> {
    const files = await Promise.all(
      this.#shards.map((shard) => countPhraseFiles(this.#index, shard, forms[0] ?? [])),
    );
    return files.reduce((sum, own) => sum + own, 0);
  }

  /** Rejects with a SearchLoadError. */
  async find(
    { forms, aliases = [], isTyping }: QueryWord,
    { hasAliases, canCount }: FindingOptions = placing,
  ): Promise<FoundWord> {
    const added = aliases.map((name) => ({ name, places: new Map<number, PhraseHit[]>() }));
    const [[only, ...further] = []] = forms;
    const isOne = only?.isHan === true && forms.length === 1 && further.length === 0;
    const placed: PlacedHits = { said: new Map(), headings: new Map(), isOneCharacter: isOne };
    const character = canCount && isOne ? only.text : "";
    await Promise.all(
      this.#shards.map(async (shard) => {
        const counts = shard.commonCharacters.get(character);
        if (counts !== undefined) {
          const list = await this.#index.loadCharacterCounts(shard.terms, counts);
          placeCounts(shard.places, character, list, placed);
          return;
        }
        const found = await Promise.all(
          forms.map((form, k) => matchPhrase(this.#index, shard, form, isTyping && k === 0)),
        );
        const [typed = [], ...others] = found;
        placeHits(shard.places, hasAliases ? mergeHits(found) : typed, placed);
        for (const [k, hits] of others.entries()) {
          const said = added[k]?.places ?? new Map();
          placeHits(shard.places, withoutTouching(hits, typed), { said, headings: new Map() });
        }
      }),
    );
    return { placed, added };
  }
}

const placing: FindingOptions = { hasAliases: true, canCount: false };

/** The names of the glossary that would add places to an answer. */
export function listLeftOut(
  added: FoundWord["added"],
  { conditions, excluded }: Narrowing,
  manifest: SearchManifest,
): string[] {
  return listNames(
    added.filter(({ places }) =>
      [...places.keys()].some(
        (episode) => !excluded.has(episode) && findUnmet(manifest, episode, conditions).length === 0,
      ),
    ),
  );
}

/** The names of the glossary that have a place among an answer's hits. */
export function listAdded(added: FoundWord["added"], hitsOf: HitsOf): string[] {
  return listNames(
    added.filter(({ places }) =>
      [...places].some(([episode, own]) => {
        const counted = new Set(hitsOf.get(episode)?.flatMap((hits) => hits.map(({ from }) => from)));
        return own.some(({ from }) => counted.has(from));
      }),
    ),
  );
}

function listNames(added: FoundWord["added"]): string[] {
  return [...new Set(added.map(({ name }) => name))];
}
