import { isBeginning } from "../../search/api/search-address.ts";
import { tellAsking } from "../../search/query/cut-question.ts";
import {
  type AliasGroups,
  findDottedWords,
  parseQuery,
  type Query,
  withoutAliases,
} from "../../search/query/query.ts";
import { foldName } from "../../text/normalise.ts";
import { type PassageHit, PassageIndex } from "./passage-index.ts";
import { runInSlices } from "./run-in-slices.ts";

/** What a query finds in an episode. */
export interface FoundHits {
  /** In the order of the episode; as many as the search counts. */
  readonly hits: readonly PassageHit[];
  /** Those that a strip shows: of a sentence without its words of grammar. */
  readonly asked: readonly PassageHit[];
  /** Words that stand nowhere in it, as typed. */
  readonly missing: readonly string[];
}

/**
 * Finds in the text of the page, by the same words as the search; `speaker:天一` keeps what 天一 says. Where nothing is
 * found, a query's last word may be the beginning of a longer one.
 */
export class TranscriptFinder {
  readonly #index: PassageIndex;
  readonly #aliases: AliasGroups;
  readonly #speakers: (string | undefined)[] = [];
  /** Folded: what each speaker is called. */
  readonly #namesOf = new Map<string, Set<string>>();

  private constructor(aliases: AliasGroups) {
    this.#aliases = aliases;
    this.#index = new PassageIndex(findDottedWords(aliases));
  }

  /** Reads the passages, a slice of time at once. */
  static async read(passages: readonly HTMLElement[], aliases: AliasGroups): Promise<TranscriptFinder> {
    const finder = new TranscriptFinder(aliases);
    await runInSlices(passages, (passage) => finder.#add(passage));
    return finder;
  }

  /** @param hasAliases what the glossary says for a word counts too */
  find(text: string, hasAliases = true): FoundHits {
    const find = (isTyping: boolean) => {
      const query = parseQuery(text, this.#aliases, isTyping);
      return this.#find(hasAliases ? query : withoutAliases(query));
    };
    const whole = find(false);
    return whole.hits.length > 0 || !isBeginning(text) ? whole : find(true);
  }

  #add(passage: HTMLElement): void {
    const { speaker } = passage.dataset;
    this.#index.add({ text: passage.querySelector(".text")?.textContent ?? "", speaker });
    this.#speakers.push(speaker);
    if (speaker === undefined) return;
    const names = this.#namesOf.get(speaker) ?? new Set([foldName(speaker)]);
    this.#namesOf.set(speaker, names);
    const shown = passage.querySelector("[data-name]")?.textContent;
    if (shown != null) names.add(foldName(shown));
  }

  #find(query: Query): FoundHits {
    const byWord = this.#index.find(query).map((hits) => this.#keepSpeakers(query, hits));
    const asks = tellAsking(
      query.text,
      query.words.map(({ text }) => text),
    );
    return {
      hits: joinHits(byWord),
      asked: joinHits(byWord.filter((_, word) => asks[word])),
      missing: query.words.filter((_, word) => byWord[word]?.length === 0).map((word) => word.text),
    };
  }

  /** What is said by those whom the query names; names that nobody here has are left out. */
  #keepSpeakers({ filters }: Query, hits: PassageHit[]): PassageHit[] {
    const wanted = filters.filter(({ key }) => key === "speaker").map(({ value }) => foldName(value));
    const speakers = [...this.#namesOf].flatMap(([key, names]) =>
      wanted.some((name) => names.has(name)) ? [key] : [],
    );
    if (speakers.length === 0) return hits;
    return hits.filter(([{ passage }]) => speakers.includes(this.#speakers[passage] ?? ""));
  }
}

/** Hits in the order of the episode. */
function joinHits(byWord: readonly PassageHit[][]): PassageHit[] {
  const hits = byWord.flat();
  if (byWord.length > 1) hits.sort(([a], [b]) => a.passage - b.passage || a.from - b.from || a.to - b.to);
  return hits;
}
