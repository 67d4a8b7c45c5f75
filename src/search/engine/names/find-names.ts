import { type FoundKind, type FoundName, type FoundNames, foundKinds } from "../../api/search-types.ts";
import type { SearchManifest } from "../../format/manifest.ts";
import type { ReadCharacter } from "../../format/sound-readings.ts";
import { makeUnits } from "../../names/make-units.ts";
import type { Unit } from "../../names/match-name.ts";
import { type Numbering, readNumbering } from "../../names/read-numbering.ts";
import { parseQuery, type Query } from "../../query/query.ts";
import type { PlacedHits } from "../place-hits.ts";
import {
  type AskedName,
  joinMarks,
  matchSpelt,
  matchWritten,
  nameFits,
  type WordMatch,
} from "./match-written.ts";
import { isNowhere, mayBeSpelt, type NameText, readName } from "./name-text.ts";

/** How many of each kind an answer lists. Chosen: a block above the hits, and not a list of its own. */
export const mostNames: Readonly<Record<FoundKind, number>> = {
  episode: 5,
  chapter: 10,
  person: 5,
  term: 5,
  topic: 5,
};

/** A name that goes with a query. */
export interface RankedName extends FoundName, Pick<WordMatch, "fit"> {
  /** Of two that go equally well, the higher comes first; an episode's index in the manifest. */
  readonly newness: number;
}

interface NamedThing {
  readonly kind: FoundKind;
  readonly path: string;
  /** The name that is shown first. */
  readonly names: readonly NameText[];
  readonly newness: number;
  /** An episode's title without the number in it. */
  readonly unnumbered?: string;
  readonly numberings?: readonly Pick<Numbering, "season" | "number">[];
  /** What of an episode's title is its number. */
  readonly numbering?: Numbering;
}

/** A query as it is compared with names. */
interface NameQuery {
  readonly asked: AskedName;
  /** The episode's number that it begins or ends with, and what it asks besides. */
  readonly numbered?: { readonly numbering: Numbering; readonly rest: AskedName };
}

/** Finds what is called as a query says, in the lists of the manifest. */
export class NameFinder {
  readonly #manifest: SearchManifest;
  readonly #openReadings: () => Promise<ReadCharacter>;
  #things: readonly NamedThing[] | undefined;
  readonly #unitsOf = new WeakMap<NameText, readonly Unit[]>();

  /** @param openReadings loads how the usual characters are read */
  constructor(manifest: SearchManifest, openReadings: () => Promise<ReadCharacter>) {
    this.#manifest = manifest;
    this.#openReadings = openReadings;
  }

  /**
   * All names that go with a query, unsorted. Readings are loaded only where a word may be pinyin and is said nowhere.
   * @param placed where each word of the query stands
   * @param passes whether an episode is one of those asked for
   */
  async find(
    query: Query,
    placed: readonly PlacedHits[],
    passes: (episode: number) => boolean,
  ): Promise<RankedName[]> {
    const asked = askNames(query, placed);
    if (asked.whole.tokens.length === 0) return [];
    const nameQuery = { asked, ...readNumbered(query, this.#manifest) };
    const isSpelt = this.#manifest.readings !== undefined && asked.words.some((word) => word.isSpelt);
    const read = isSpelt ? await this.#openReadings() : undefined;
    this.#things ??= listThings(this.#manifest);
    const found: RankedName[] = [];
    for (const thing of this.#things) {
      const own = this.#match(thing, nameQuery, read);
      if (own === undefined) continue;
      // A title that is typed in full may read as if it held a filter, or a word to leave out.
      if (own.kind === "episode" && own.fit > nameFits.unnumbered && !passes(own.newness)) continue;
      found.push(own);
    }
    return found;
  }

  #match(thing: NamedThing, query: NameQuery, read: ReadCharacter | undefined): RankedName | undefined {
    let best: WordMatch | undefined;
    for (const [k, name] of thing.names.entries()) {
      let match = matchWritten(name, query.asked);
      if (match === undefined && read !== undefined) match = this.#matchSpelt(thing, name, query.asked, read);
      if (match === undefined || (best !== undefined && best.fit <= match.fit)) continue;
      best = k === 0 ? match : { ...match, marks: [] };
    }
    const numbered = matchNumber(thing, query);
    if (numbered !== undefined && (best === undefined || numbered.fit < best.fit)) best = numbered;
    if (best === undefined) return undefined;
    const isUnnumbered = thing.unnumbered === query.asked.whole.bare.letters;
    const fit = isUnnumbered ? Math.min(best.fit, nameFits.unnumbered) : best.fit;
    const { kind, path, newness } = thing;
    const title = (thing.names[0] as NameText).text;
    return { kind, title, path, marks: best.marks, fit: fit as WordMatch["fit"], newness };
  }

  /** Initials begin with the name; a title's with what follows its number too. */
  #matchSpelt(
    { kind, numbering }: NamedThing,
    name: NameText,
    asked: AskedName,
    read: ReadCharacter,
  ): WordMatch | undefined {
    const units = this.#listUnits(name, read);
    const isTitle = kind === "episode";
    const match = matchSpelt(name, units, asked, isTitle);
    if (match !== undefined || numbering === undefined || numbering.span.from > 0) return match;
    const { to } = numbering.span;
    return matchSpelt(
      name,
      units.filter(({ from }) => from >= to),
      asked,
      isTitle,
    );
  }

  #listUnits(name: NameText, read: ReadCharacter): readonly Unit[] {
    const known = this.#unitsOf.get(name);
    if (known !== undefined) return known;
    const units = makeUnits(name.text, (character) => [
      ...new Set(read(character).map(({ pinyin }) => pinyin.replace("ü", "v"))),
    ]);
    this.#unitsOf.set(name, units);
    return units;
  }
}

function askNames(query: Query, placed: readonly PlacedHits[]): AskedName {
  const words = query.words.map((word, k) => {
    const own = placed[k];
    return { ...word, isSpelt: own !== undefined && isNowhere(own) && mayBeSpelt(word.text) };
  });
  return { words, whole: readName(query.text), isTyping: words.at(-1)?.isTyping ?? false };
}

function readNumbered(query: Query, { aliases }: SearchManifest): Pick<NameQuery, "numbered"> {
  const numbering = readNumbering(query.text);
  if (numbering === undefined) return {};
  const isTyping = query.words.at(-1)?.isTyping ?? false;
  return { numbered: { numbering, rest: askNames(parseQuery(numbering.rest, aliases, isTyping), []) } };
}

/** An episode whose number is asked for, by the front matter or by its title. */
function matchNumber(
  { names: [title], numberings = [], numbering }: NamedThing,
  { numbered }: NameQuery,
): WordMatch | undefined {
  if (numbered === undefined || title === undefined) return undefined;
  const { season, number } = numbered.numbering;
  const isMeant = numberings.some(
    (own) => own.number === number && (season === undefined || own.season === season),
  );
  if (!isMeant) return undefined;
  const isAlone = numbered.rest.whole.tokens.length === 0;
  const rest = isAlone ? { fit: nameFits.unnumbered, marks: [] } : matchWritten(title, numbered.rest);
  if (rest === undefined || numbering?.number !== number) return rest;
  const { from, to } = numbering.span;
  const tokens = title.tokens.filter((token) => token.from >= from && token.to <= to);
  return {
    ...rest,
    marks: joinMarks([...rest.marks, ...tokens.map((token) => [token.from, token.to] as const)]),
  };
}

function listThings({ named, episodes }: SearchManifest): NamedThing[] {
  const list = (kind: FoundKind, folder: string, pages: SearchManifest["named"]["people"]) =>
    pages.map(([slug, ...names], index): NamedThing => {
      return { kind, path: makePath(folder, slug), names: names.map(readName), newness: -index };
    });
  return [
    ...episodes.titles.map((title, episode) => describeEpisode(title, episode, episodes)),
    ...list("person", "people", named.people),
    ...list("term", "terms", named.terms),
    ...list("topic", "topics", named.topics),
  ];
}

function describeEpisode(
  title: string,
  episode: number,
  { slugs, numbers, seasons }: SearchManifest["episodes"],
): NamedThing {
  const numbering = readNumbering(title);
  const [number, season] = [numbers[episode] ?? undefined, seasons[episode] ?? undefined];
  const unnumbered = numbering === undefined ? "" : readName(numbering.rest).bare.letters;
  return {
    kind: "episode",
    path: makePath("episodes", slugs[episode] as string),
    names: [readName(title)],
    newness: episode,
    numberings: [
      ...(number === undefined ? [] : [{ number, ...(season === undefined ? {} : { season }) }]),
      ...(numbering === undefined ? [] : [numbering]),
    ],
    ...(numbering === undefined ? {} : { numbering }),
    ...(unnumbered === "" ? {} : { unnumbered }),
  };
}

export function makePath(folder: string, slug: string): string {
  return `${folder}/${encodeURIComponent(slug)}/`;
}

/**
 * Kind after kind, best first, of each kind as many as an answer lists.
 * @param moreChapters episodes whose chapters are not among them
 */
export function listBest(found: readonly RankedName[], moreChapters = 0): FoundNames {
  const more: Partial<Record<FoundKind, number>> = {};
  const names = foundKinds.flatMap((kind) => {
    const own = found.filter((name) => name.kind === kind).sort(compareNames);
    const rest = Math.max(0, own.length - mostNames[kind]) + (kind === "chapter" ? moreChapters : 0);
    if (rest > 0) more[kind] = rest;
    return own.slice(0, mostNames[kind]).map(({ fit: _, newness: __, ...name }) => name);
  });
  return { names, moreNames: more };
}

/** The better fit, then where the words stand early, then the shorter name, then the newer. */
function compareNames(a: RankedName, b: RankedName): number {
  const from = ({ marks: [mark], title }: RankedName) => mark?.[0] ?? title.length;
  return a.fit - b.fit || from(a) - from(b) || a.title.length - b.title.length || b.newness - a.newness;
}
