import type { SearchManifest, SearchPart, SearchTable } from "../../model/search-data.ts";
import { mergeHits } from "../../text/find-marks.ts";
import { readTokens, type Token } from "../../text/normalise.ts";
import { parseQuery, type Query, type QueryWord } from "../../text/query.ts";
import { matchPhrase, type PhraseHit } from "./match-phrase.ts";
import { scoreEpisodes } from "./rank-episodes.ts";
import type { FoundEpisode, FoundPassage, SearchOptions } from "./search-types.ts";
import type { TermIndex } from "./term-index.ts";

/** Where the engine gets an episode's table and texts from. Rejects with a SearchLoadError. */
export interface SearchFiles {
  loadTable(episode: number): Promise<SearchTable>;
  /** The texts of the passages of the `file`-th text file. */
  loadTexts(episode: number, file: number): Promise<readonly string[]>;
}

/** An answer, with the places that its passages are made from. */
export interface Answer {
  readonly query: Query;
  /** Sorted as asked; `index` is the episode's in the manifest. */
  readonly episodes: readonly (FoundEpisode & { readonly index: number })[];
  readonly hitsOf: ReadonlyMap<number, readonly (readonly PhraseHit[])[]>;
}

/** Answers queries over an archive's index, exactly: see design and promise in src/README.md. */
export class SearchEngine {
  readonly #manifest: SearchManifest;
  readonly #index: TermIndex;
  readonly #files: SearchFiles;
  readonly #frequentPairs: ReadonlyMap<SearchPart, ReadonlySet<string>>;
  readonly #averageTokenCount: number;

  constructor(manifest: SearchManifest, index: TermIndex, files: SearchFiles) {
    this.#manifest = manifest;
    this.#index = index;
    this.#files = files;
    this.#frequentPairs = new Map(manifest.parts.map((part) => [part, readPairs(part.frequentPairs)]));
    const counts = manifest.episodes.tokenCounts;
    this.#averageTokenCount = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  }

  /** The episodes in which every word of the query stands, with all its places. No text is loaded. */
  async search(text: string, options: SearchOptions = {}): Promise<Answer> {
    const query = parseQuery(text, this.#manifest.aliases, options.prefix ?? false);
    if (query.words.length === 0) return { query, episodes: [], hitsOf: new Map() };
    const byWord = await Promise.all(query.words.map((word) => this.#findWord(word)));
    const [first, ...others] = byWord as [Map<number, PhraseHit[]>, ...Map<number, PhraseHit[]>[]];
    let hitsOf = new Map<number, PhraseHit[][]>();
    for (const [episode, hits] of first) {
      const rest = others.map((word) => word.get(episode));
      if (rest.includes(undefined) || !this.#passes(episode, options.filters)) continue;
      hitsOf.set(episode, [hits, ...(rest as PhraseHit[][])]);
    }
    const speakers = options.filters?.["speaker"];
    if (speakers !== undefined) hitsOf = await this.#keepSpeakers(hitsOf, speakers);
    return { query, episodes: this.#sort(this.#score(hitsOf), options.sort), hitsOf };
  }

  /** The passages with a hit, each once, best first: those with the most different words, then the best hits. */
  async listPassages(answer: Answer, episode: number, limit?: number): Promise<FoundPassage[]> {
    const hitsByWord = answer.hitsOf.get(episode) ?? [];
    const table = await this.#files.loadTable(episode);
    const firstPositions = runningSum(table.positions);
    const found = new Map<number, { hits: PhraseHit[]; words: Set<number>; quality: number }>();
    for (const [word, hits] of hitsByWord.entries()) {
      for (const hit of hits) {
        const passage = findLastNotAfter(firstPositions, hit.from);
        const own = found.get(passage) ?? { hits: [], words: new Set<number>(), quality: 0 };
        found.set(passage, own);
        own.hits.push(hit);
        own.words.add(word);
        own.quality += hit.quality;
      }
    }
    const best = [...found]
      .sort(([p, a], [q, b]) => b.words.size - a.words.size || b.quality - a.quality || p - q)
      .slice(0, limit);
    const starts = runningSum(table.starts);
    const anchors = table.anchors.split(" ");
    return Promise.all(
      best.map(async ([passage, { hits }]) => {
        const file = findLastNotAfter(table.texts, passage);
        const texts = await this.#files.loadTexts(episode, file);
        const text = texts[passage - (table.texts[file] as number)] as string;
        const speaker = this.#manifest.speakers[table.speakers[passage] as number];
        return {
          start: (starts[passage] as number) / 10,
          anchor: anchors[passage] as string,
          ...(speaker === undefined ? {} : { speaker: speaker[1] }),
          text,
          hits: hits.length,
          marks: markHits(readTokens(text), firstPositions[passage] as number, hits),
        };
      }),
    );
  }

  async #findWord({ forms, isTyping }: QueryWord): Promise<Map<number, PhraseHit[]>> {
    const byEpisode = new Map<number, PhraseHit[]>();
    await Promise.all(
      this.#manifest.parts.map(async (part) => {
        const pairs = this.#frequentPairs.get(part) as ReadonlySet<string>;
        const found = await Promise.all(
          forms.map((form, k) => matchPhrase(this.#index, part, pairs, form, isTyping && k === 0)),
        );
        for (const [group, { firstEpisode, firstPositions }] of part.groups.entries()) {
          const hits = mergeHits(found.map((groups) => groups[group] ?? [])) as PhraseHit[];
          let own = 0;
          for (const hit of hits) {
            while (own + 1 < firstPositions.length && (firstPositions[own + 1] as number) <= hit.from) own++;
            const first = firstPositions[own] as number;
            const place = { from: hit.from - first, to: hit.to - first, quality: hit.quality };
            const list = byEpisode.get(firstEpisode + own);
            if (list === undefined) byEpisode.set(firstEpisode + own, [place]);
            else list.push(place);
          }
        }
      }),
    );
    return byEpisode;
  }

  #passes(episode: number, filters: SearchOptions["filters"]): boolean {
    const { dates, timings, topics } = this.#manifest.episodes;
    const { topic, year, timing } = filters ?? {};
    const timingNames: Record<string, string> = { c: "cue", e: "estimated", m: "mixed" };
    return (
      (topic?.some((name) => topics[episode]?.includes(this.#manifest.topics.indexOf(name))) ?? true) &&
      (year?.includes((dates[episode] as string).slice(0, 4)) ?? true) &&
      (timing?.includes(timingNames[timings[episode] as string] as string) ?? true)
    );
  }

  /** Keeps the hits in passages of these speakers, and the episodes in which every word still has one. */
  async #keepSpeakers(
    hitsOf: ReadonlyMap<number, PhraseHit[][]>,
    keys: readonly string[],
  ): Promise<Map<number, PhraseHit[][]>> {
    const wanted = new Set(
      keys.map((key) => this.#manifest.speakers.findIndex(([own]) => own === key)).filter((at) => at >= 0),
    );
    const kept = new Map<number, PhraseHit[][]>();
    await Promise.all(
      [...hitsOf].map(async ([episode, hitsByWord]) => {
        if (!this.#manifest.episodes.speakers[episode]?.some((speaker) => wanted.has(speaker))) return;
        const table = await this.#files.loadTable(episode);
        const firstPositions = runningSum(table.positions);
        const own = hitsByWord.map((hits) =>
          hits.filter(({ from }) =>
            wanted.has(table.speakers[findLastNotAfter(firstPositions, from)] as number),
          ),
        );
        if (own.every((hits) => hits.length > 0)) kept.set(episode, own);
      }),
    );
    return kept;
  }

  #score(hitsOf: ReadonlyMap<number, PhraseHit[][]>): (FoundEpisode & { index: number })[] {
    const { slugs, titles, dates, languages, people, tokenCounts } = this.#manifest.episodes;
    const matching = [...hitsOf];
    const scores = scoreEpisodes(
      matching.map(([index, hitsByWord]) => ({ hitsByWord, tokenCount: tokenCounts[index] as number })),
      slugs.length,
      this.#averageTokenCount,
    );
    return matching.map(([index, hitsByWord], k) => ({
      index,
      slug: slugs[index] as string,
      title: titles[index] as string,
      date: dates[index] as string,
      language: languages[index] as string,
      people: (people[index] as readonly number[]).map((own) => this.#manifest.people[own] as string),
      hits: hitsByWord.reduce((sum, hits) => sum + hits.length, 0),
      score: scores[k] as number,
      tier: "exact",
    }));
  }

  #sort<T extends FoundEpisode & { index: number }>(episodes: T[], sort: SearchOptions["sort"]): T[] {
    // The manifest lists the oldest first, so the index stands for the date.
    if (sort === "oldest") return episodes.sort((a, b) => a.index - b.index);
    if (sort === "newest") return episodes.sort((a, b) => b.index - a.index);
    return episodes.sort((a, b) => b.score - a.score || b.index - a.index);
  }
}

function readPairs(joined: string): ReadonlySet<string> {
  const characters = [...joined];
  return new Set(
    characters.flatMap((first, k) => (k % 2 === 0 ? [first + (characters[k + 1] as string)] : [])),
  );
}

function runningSum(differences: readonly number[]): number[] {
  let sum = 0;
  return differences.map((difference) => {
    sum += difference;
    return sum;
  });
}

/** Index of the last value that is not after `value`; values ascending, the first not after `value`. */
function findLastNotAfter(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((values[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Stretches of a passage's text under its hits; overlapping ones joined, the end of one that runs over cut. */
function markHits(tokens: readonly Token[], first: number, hits: readonly PhraseHit[]): [number, number][] {
  const marks: [number, number][] = [];
  for (const { from, to } of [...hits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const start = tokens[from - first];
    const end = tokens[Math.min(to - first, tokens.length) - 1];
    if (start === undefined || end === undefined) continue;
    const last = marks.at(-1);
    if (last !== undefined && start.from < last[1]) last[1] = Math.max(last[1], end.to);
    else marks.push([start.from, end.to]);
  }
  return marks;
}
