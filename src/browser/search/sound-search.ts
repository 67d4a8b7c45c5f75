import type { SearchManifest, SearchPart } from "../../model/search-data.ts";
import type { QueryWord } from "../../text/query.ts";
import { makeSoundForms } from "../../text/sound-forms.ts";
import type { ReadCharacter } from "../../text/sound-readings.ts";
import type { PhraseHit } from "./match-phrase.ts";
import { matchSound } from "./match-sound.ts";
import { placeHits } from "./place-hits.ts";
import type { TermIndex } from "./term-index.ts";

/** A part as its sounds have it: what the index asks is answered from the sound's bundles. */
interface SoundPart {
  readonly part: SearchPart;
  readonly frequentPairs: ReadonlySet<string>;
}

/** Finds what sounds like a word and is written otherwise. */
export class SoundSearch {
  readonly #parts: readonly SoundPart[];
  readonly #index: TermIndex;
  readonly #read: ReadCharacter;

  /** @param read how characters may be read: from `search-data/readings.json` */
  constructor({ parts }: SearchManifest, index: TermIndex, read: ReadCharacter) {
    this.#parts = parts.flatMap(({ sound, ...part }) =>
      sound === undefined
        ? []
        : [{ part: { ...part, ...sound }, frequentPairs: new Set(sound.frequentPairs.match(/../gu)) }],
    );
    this.#index = index;
    this.#read = read;
  }

  /**
   * The places of each episode that sound like a word, those left out that `exact` holds or touches.
   * Rejects with a SearchLoadError.
   */
  async findWord(
    word: QueryWord,
    exact: ReadonlyMap<number, readonly PhraseHit[]>,
  ): Promise<Map<number, PhraseHit[]>> {
    const forms = makeSoundForms(word, this.#read);
    const found = new Map<number, PhraseHit[]>();
    await Promise.all(
      this.#parts.map(async ({ part, frequentPairs }) => {
        const hitsByForm = await Promise.all(
          forms.map((form) => matchSound(this.#index, part, frequentPairs, form)),
        );
        const hitsByGroup = part.groups.map((_, group) =>
          keepOuter(hitsByForm.flatMap((groups) => groups[group] ?? [])),
        );
        placeHits(part, hitsByGroup, found);
      }),
    );
    for (const [episode, hits] of found) {
      const written = exact.get(episode);
      if (written !== undefined) found.set(episode, withoutTouching(hits, written));
    }
    const least = findLeastQuality([...found.values()].flat());
    for (const [episode, hits] of found) {
      const own = hits.filter(({ quality }) => quality >= least);
      if (own.length > 0) found.set(episode, own);
      else found.delete(episode);
    }
    return found;
  }
}

/** More places than these nobody looks through: of a sound that is everywhere only the nearest are kept. Chosen. */
const MOST_HITS = 300;

/** The least quality of which not too many places are better or as good; at least the best are kept. */
function findLeastQuality(hits: readonly PhraseHit[]): number {
  const counts = new Map<number, number>();
  for (const { quality } of hits) counts.set(quality, (counts.get(quality) ?? 0) + 1);
  let least = Number.POSITIVE_INFINITY;
  let sum = 0;
  for (const [quality, count] of [...counts].sort((a, b) => b[0] - a[0])) {
    sum += count;
    if (sum > MOST_HITS && least < Number.POSITIVE_INFINITY) break;
    least = quality;
  }
  return least;
}

/** The hits that overlap none of `others`; both ascending, and hits of one list are of about the same length. */
function withoutTouching(hits: readonly PhraseHit[], others: readonly PhraseHit[]): PhraseHit[] {
  let next = 0;
  return hits.filter((hit) => {
    while (next < others.length && (others[next] as PhraseHit).to <= hit.from) next++;
    const other = others[next];
    return other === undefined || other.from >= hit.to;
  });
}

/** Without the places that lie in one of another form; of one place, the likeliest form. Ascending. */
function keepOuter(hits: readonly PhraseHit[]): PhraseHit[] {
  const kept: PhraseHit[] = [];
  let reached = -1;
  for (const hit of [...hits].sort((a, b) => a.from - b.from || b.to - a.to || b.quality - a.quality)) {
    if (hit.to <= reached) continue;
    reached = hit.to;
    kept.push(hit);
  }
  return kept;
}
