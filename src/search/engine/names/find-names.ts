import { type FoundKind, type FoundNames, foundKinds } from "../../api/search-types.ts";
import { FILE_TITLES, listNewestTitleFiles, type SearchManifest } from "../../format/manifest.ts";
import type { ReadCharacter } from "../../format/sound-readings.ts";
import { makeUnits } from "../../names/make-units.ts";
import type { Unit } from "../../names/match-name.ts";
import { type Numbering, readNumbering } from "../../names/read-numbering.ts";
import { mayBeSpelt } from "../../names/split-pinyin.ts";
import { parseQuery, type Query } from "../../query/query.ts";
import type { SearchFiles } from "../passage-table.ts";
import { isCounted, type PlacedHits } from "../place-hits.ts";
import { findTitled } from "./find-headed.ts";
import {
  type AskedName,
  joinMarks,
  matchSpelt,
  matchWritten,
  nameFits,
  PIECE_LENGTH,
  type RankedName,
  type WordMatch,
} from "./match-written.ts";
import { isNowhere, makePath, type NameText, readName } from "./name-text.ts";

/** How many of each kind an answer lists. Chosen: a block above the hits, and not a list of its own. */
export const mostNames: Readonly<Record<FoundKind, number>> = {
  episode: 5,
  chapter: 10,
  person: 5,
  term: 5,
  topic: 5,
};

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

/** What is called as a query says. */
export interface FoundThings {
  /** Unsorted. */
  readonly names: readonly RankedName[];
  /** Episodes with such a title that are not among them. */
  readonly moreEpisodes: number;
}

/**
 * Finds what is called as a query says: people, terms and topics in the lists of the manifest, episodes by the places of
 * the query's words in titles. Titles themselves are loaded only of those that are listed, or all in a file of their own
 * where places do not tell enough (`mustReadTitles`).
 */
export class NameFinder {
  readonly #manifest: SearchManifest;
  readonly #files: Pick<SearchFiles, "loadTable" | "loadTitles">;
  readonly #openReadings: () => Promise<ReadCharacter>;
  #pages: readonly NamedThing[] | undefined;
  #titled: Promise<readonly NamedThing[]> | undefined;
  readonly #unitsOf = new WeakMap<NameText, readonly Unit[]>();

  /** @param openReadings loads how the usual characters are read */
  constructor(
    manifest: SearchManifest,
    files: Pick<SearchFiles, "loadTable" | "loadTitles">,
    openReadings: () => Promise<ReadCharacter>,
  ) {
    this.#manifest = manifest;
    this.#files = files;
    this.#openReadings = openReadings;
  }

  /**
   * All names that go with a query, of episodes as many as an answer lists. Readings are loaded only where a word may be
   * pinyin and is said nowhere. A title that does not load is one of those that are not listed.
   * @param placed where each word of the query stands
   * @param passes whether an episode is one of those asked for
   * @param mostTables how many tables may be loaded for titles
   */
  async find(
    query: Query,
    placed: readonly PlacedHits[],
    passes: (episode: number) => boolean,
    mostTables: number = mostNames.episode,
  ): Promise<FoundThings> {
    const asked = askNames(query, placed);
    if (asked.whole.tokens.length === 0) return { names: [], moreEpisodes: 0 };
    const nameQuery = { asked, ...readNumbered(query, this.#manifest) };
    const candidates = findTitled(placed, passes, this.#manifest);
    const isSpelt = this.#manifest.readings !== undefined && asked.words.some((word) => word.isSpelt);
    const [episodes, read] = await Promise.all([
      mustReadTitles(query, nameQuery, placed, candidates)
        ? this.#openTitles().catch(() => [])
        : this.#openTitled(candidates.slice(0, mostTables)),
      isSpelt ? this.#openReadings() : undefined,
    ]);
    this.#pages ??= listPages(this.#manifest);
    const names: RankedName[] = [];
    for (const thing of [...episodes, ...this.#pages]) {
      const own = this.#match(thing, nameQuery, read);
      if (own === undefined) continue;
      // A title that is typed in full may read as if it held a filter, or a word to leave out.
      if (own.kind === "episode" && own.fit > nameFits.unnumbered && !passes(own.newness)) continue;
      names.push(own);
    }
    return { names, moreEpisodes: Math.max(0, candidates.length - episodes.length) };
  }

  async #openTitled(episodes: readonly number[]): Promise<NamedThing[]> {
    const things = await Promise.all(
      episodes.map(async (episode) => {
        const table = await this.#files.loadTable(episode).catch(() => undefined);
        return table === undefined ? [] : [describeEpisode(table.title, episode, this.#manifest.episodes)];
      }),
    );
    return things.flat();
  }

  /** The newest episodes, by the files of their titles. Rejects with a SearchLoadError. */
  #openTitles(): Promise<readonly NamedThing[]> {
    const { episodes } = this.#manifest;
    this.#titled ??= Promise.all(
      listNewestTitleFiles(episodes.slugs.length).map(async (file) => {
        const titles = await this.#files.loadTitles(file);
        return titles.map((title, k) => describeEpisode(title, file * FILE_TITLES + k, episodes));
      }),
    ).then((things) => things.flat());
    this.#titled.catch(() => {
      this.#titled = undefined;
    });
    return this.#titled;
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

/**
 * Whether titles must be read to know which go with a query: it asks for an episode's number, or it may be a title that
 * holds a sign of the query's language; a word's places are counted only; or no title has its words as they are, and it
 * has letters, which may be joined otherwise in one or be its pinyin, or a long word that is nowhere, of which a title may
 * have the pieces.
 */
function mustReadTitles(
  { words, excluded, filters }: Query,
  { numbered }: NameQuery,
  placed: readonly PlacedHits[],
  candidates: readonly number[],
): boolean {
  if (numbered !== undefined || excluded.length > 0 || filters.length > 0) return true;
  if (placed.some(isCounted)) return true;
  if (candidates.length > 0) return false;
  return words.some(({ forms: [form = []] }, k) => {
    const own = placed[k];
    const isLong = form.length >= PIECE_LENGTH && own !== undefined && isNowhere(own);
    return isLong || form.some((token) => !token.isHan);
  });
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

function listPages({ named }: SearchManifest): NamedThing[] {
  const list = (kind: FoundKind, folder: string, pages: SearchManifest["named"]["people"]) =>
    pages.map(([slug, ...names], index): NamedThing => {
      return { kind, path: makePath(folder, slug), names: names.map(readName), newness: -index };
    });
  return [
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

/**
 * Kind after kind, best first, of each kind as many as an answer lists.
 * @param unread how many more of a kind there are that are not among them
 */
export function listBest(
  found: readonly RankedName[],
  unread: Readonly<Partial<Record<FoundKind, number>>> = {},
): FoundNames {
  const more: Partial<Record<FoundKind, number>> = {};
  const names = foundKinds.flatMap((kind) => {
    const own = found.filter((name) => name.kind === kind).sort(compareNames);
    const rest = Math.max(0, own.length - mostNames[kind]) + (unread[kind] ?? 0);
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
