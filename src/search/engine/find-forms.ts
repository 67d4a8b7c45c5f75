import { type DottedWords, readTokens, type Token } from "../../text/normalise.ts";
import type { FoundForm, WrittenForm } from "../api/search-types.ts";
import type { HitsOf } from "./narrow-episodes.ts";
import { PassageTable, type SearchFiles } from "./passage-table.ts";
import { type PhraseHit, type PlacedHits, placeHits, type ShardTerms } from "./place-hits.ts";
import { matchPhrase } from "./terms/match-phrase.ts";
import type { TermIndex } from "./terms/term-index.ts";

/*
 * The index of sounds and the variants' terms say where something stands and not in which characters. Reading all
 * places would load a table and a block of text each; so a few are read, and each writing that is read is then asked of
 * the index of words, which tells all of its places at once: 39 times 螺旋 is one text and one index file.
 */

/** A writing in which a tier found a word, and its places by the episode's index in the manifest. */
export interface FormPlaces {
  /** As it is written where it was read. */
  readonly form: string;
  readonly tokens: readonly Token[];
  /** Index of the word among those of the query; 0 where all of them were found as one. */
  readonly word: number;
  readonly places: ReadonlyMap<number, readonly PhraseHit[]>;
}

/** What the places of a tier are read from. */
export interface FormSources {
  readonly index: TermIndex;
  /** The index of words. */
  readonly shards: readonly ShardTerms[];
  readonly files: SearchFiles;
  readonly dotted: DottedWords;
}

/** Texts read at once, and how often: after them the rest is a handful of places each written otherwise. Chosen. */
const READ_AT_ONCE = 4;
const ROUNDS = 3;
/** With fewer places left it is cheaper to read them. Chosen: an index file is as large as a text and its table. */
const LEAST_ASKED = 3;

/** A place whose writing is not known. */
interface OpenPlace {
  readonly episode: number;
  readonly word: number;
  readonly hit: PhraseHit;
}

/**
 * In which writings the places of a tier stand, the most frequent first, as far as a few texts tell: those of the
 * likeliest places. Rejects with a SearchLoadError.
 * @param order the tier's episodes as they are listed: a page shows the texts of the first ones anyway
 */
export async function findForms(
  hitsOf: HitsOf,
  order: readonly number[],
  sources: FormSources,
): Promise<FormPlaces[]> {
  const found = new Map<string, { form: string; tokens: Token[]; word: number; places: OpenPlace[] }>();
  let open = order.flatMap((episode) =>
    (hitsOf.get(episode) ?? []).flatMap((hits, word) => hits.map((hit) => ({ episode, word, hit }))),
  );
  open.sort((a, b) => b.hit.quality - a.hit.quality);
  for (let round = 0; round < ROUNDS && open.length > 0; round++) {
    const read = (
      await Promise.all(chooseUnlike(open).map((place) => readNear(place, open, sources)))
    ).flat();
    const known = new Set<OpenPlace>();
    const take = (key: string, place: OpenPlace) => {
      if (known.has(place)) return;
      known.add(place);
      found.get(key)?.places.push(place);
    };
    for (const { place, form, tokens } of read) {
      const key = tokens.map(({ text }) => text).join(" ");
      if (!found.has(key)) found.set(key, { form, tokens, word: place.word, places: [] });
      take(key, place);
    }
    open = open.filter((place) => !known.has(place));
    const asked = new Map(read.map((own) => [own.tokens.map(({ text }) => text).join(" "), own.tokens]));
    await Promise.all(
      [...asked].map(async ([key, tokens]) => {
        const alike = open.filter(({ hit }) => hit.to - hit.from === tokens.length);
        if (alike.length < LEAST_ASKED) return;
        const written = await findWritten(tokens, sources);
        for (const place of alike) if (written.get(place.episode)?.has(place.hit.from)) take(key, place);
      }),
    );
    open = open.filter((place) => !known.has(place));
  }
  return [...found.values()]
    .sort((a, b) => b.places.length - a.places.length)
    .map(({ places, ...own }) => ({ ...own, places: groupPlaces(places) }));
}

/** The first places, as different from each other as what the index tells of them. */
function chooseUnlike(open: readonly OpenPlace[]): OpenPlace[] {
  const chosen = new Map<string, OpenPlace>();
  for (const place of open) {
    const { from, to, quality } = place.hit;
    const key = `${place.word} ${to - from} ${quality}`;
    if (!chosen.has(key)) chosen.set(key, place);
  }
  const first = [...chosen.values()].slice(0, READ_AT_ONCE);
  const episodes = new Set(first.map(({ episode }) => episode));
  for (const place of open) {
    if (first.length >= READ_AT_ONCE) break;
    if (episodes.has(place.episode)) continue;
    episodes.add(place.episode);
    first.push(place);
  }
  return first;
}

/** What is written at a place, and at those whose text is loaded with it. */
async function readNear(
  { episode, hit: { from } }: OpenPlace,
  open: readonly OpenPlace[],
  { files, dotted }: FormSources,
): Promise<{ place: OpenPlace; form: string; tokens: Token[] }[]> {
  const table = new PassageTable(await files.loadTable(episode));
  const { block } = table.blockOf(table.findPassage(from));
  const texts = await files.loadBlock(episode, block);
  return open.flatMap((place) => {
    if (place.episode !== episode) return [];
    const { hit } = place;
    const passage = table.findPassage(hit.from);
    const own = table.blockOf(passage);
    if (own.block !== block) return [];
    const text = texts[own.at] as string;
    const first = table.firstPositionOf(passage);
    const tokens = readTokens(text, dotted).slice(hit.from - first, hit.to - first);
    return [{ place, form: text.slice(tokens[0]?.from, tokens.at(-1)?.to), tokens }];
  });
}

/** Where a writing stands: positions of each episode. */
async function findWritten(
  tokens: readonly Token[],
  { index, shards }: FormSources,
): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const placed: PlacedHits = { said: new Map(), headings: new Map() };
  await Promise.all(
    shards.map(async (shard) =>
      placeHits(shard.places, await matchPhrase(index, shard, tokens, false), placed),
    ),
  );
  return new Map([...placed.said].map(([episode, hits]) => [episode, new Set(hits.map(({ from }) => from))]));
}

function groupPlaces(places: readonly OpenPlace[]): Map<number, PhraseHit[]> {
  const grouped = new Map<number, PhraseHit[]>();
  for (const { episode, hit } of places) {
    const own = grouped.get(episode);
    if (own === undefined) grouped.set(episode, [hit]);
    else own.push(hit);
  }
  return grouped;
}

/** A writing as an answer tells it. */
export function describeForm(
  { form, places }: FormPlaces,
  tier: FoundForm["tier"],
  isLikely: boolean,
): FoundForm {
  const hits = [...places.values()].reduce((sum, own) => sum + own.length, 0);
  return { tier, form, hits, episodes: places.size, isLikely };
}

/** The writings of an episode, the most frequent first. */
export function listFormsOf(episode: number, forms: readonly FormPlaces[]): WrittenForm[] {
  return forms
    .map(({ form, places }) => ({ form, hits: places.get(episode)?.length ?? 0 }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits);
}

/** Stands for the form of a place that was not read. */
const UNREAD = "";

/** The places of a tier that are written in one of some forms. */
export function keepForms(hitsOf: HitsOf, known: readonly FormPlaces[], forms: readonly string[]): HitsOf {
  const formOf = new Map<PhraseHit, string>();
  for (const { form, places } of known) for (const hit of [...places.values()].flat()) formOf.set(hit, form);
  const kept = new Map<number, readonly (readonly PhraseHit[])[]>();
  for (const [episode, hitsByWord] of hitsOf) {
    const own = hitsByWord.map((hits) => hits.filter((hit) => forms.includes(formOf.get(hit) ?? UNREAD)));
    if (own.some((hits) => hits.length > 0)) kept.set(episode, own);
  }
  return kept;
}
