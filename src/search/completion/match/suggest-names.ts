import type { Mark } from "../../../model/span.ts";
import { fits, matchName, type NameMatch, readTyped, type Typed, type Unit } from "../../names/match-name.ts";
import { holdTogether } from "../../query/edit-query.ts";
import { allowEdits, countOtherLetters, measureEdits } from "./measure-edits.ts";
import type { NameForm, OfferedName, OpenedNames } from "./open-names.ts";
import { joinQuery, type SplitQuery, splitQuery } from "./split-query.ts";

/** Something to ask for in the place of what was typed. */
export interface NameSuggestion {
  readonly name: OfferedName;
  /** The whole query with the name in it. */
  readonly query: string;
  /** The name is all that the query asks for, so its number of episodes is the answer's. */
  readonly isAlone: boolean;
  /** The form of the name that what was typed fits. */
  readonly form: NameForm;
  /** What of the form was typed; undefined for a near-miss. */
  readonly mark: Mark | undefined;
  /** The form in pinyin, where some of it was typed so. */
  readonly reading: string | undefined;
  /**
   * How it fits: the beginning of the name or its initials; a part of it; something that sounds alike; a word that
   * differs by a few letters.
   */
  readonly kind: "beginning" | "part" | "alike" | "near";
  /** What was typed says the whole form. */
  readonly isWhole: boolean;
}

interface Candidate {
  readonly name: OfferedName;
  readonly form: NameForm;
  readonly match: NameMatch;
  readonly order: readonly number[];
}

/**
 * What a query may be going to ask for: glossary terms first, then by fit and number of episodes. Where nothing
 * begins so, what sounds alike; where no word does, words that differ by a few letters. After `speaker:` or `topic:`
 * what they may name, all of it while nothing more is typed.
 * @param words the archive's words in Latin letters, where they are loaded
 */
export function suggestNames(
  query: string,
  { names, values, spell }: OpenedNames,
  words: readonly OfferedName[],
  limit: number,
): NameSuggestion[] {
  const suggestions: NameSuggestion[] = [];
  const known = new Set<string>();
  const add = (own: NameSuggestion) => {
    if (suggestions.length === limit || known.has(own.name.text.toLowerCase())) return;
    known.add(own.name.text.toLowerCase());
    suggestions.push(own);
  };
  for (const split of splitQuery(query)) {
    const { key } = split;
    const offered = key === undefined ? names : values[key];
    const others = key === undefined ? words : [];
    if (key !== undefined && split.typed.trim() === "")
      for (const own of offered.slice(0, limit)) add(describeUntyped(own, split));
    const typed = readTyped(split.typed, spell);
    const found = findCandidates(typed, offered, false).concat(findCandidates(typed, others, false));
    const isBegun = found.some(({ match }) => match.from === 0);
    const alike = isBegun || !saysEnough(typed) ? [] : findCandidates(typed, offered, true);
    for (const own of sortCandidates([...found, ...alike]).slice(0, limit)) add(describe(own, split));
    for (const own of findNear(typed, [...offered, ...others], found)) add(describeNear(own, split));
    // What goes with several words is more likely meant than what goes with the last of them.
    if (isBegun) break;
  }
  return suggestions;
}

/** A single character sounds like too many. */
function saysEnough(typed: readonly Typed[]): boolean {
  return typed.every(({ syllables }) => syllables !== undefined)
    ? typed.length > 1
    : typed.reduce((sum, { text }) => sum + text.length, 0) > 3;
}

function findCandidates(
  typed: readonly Typed[],
  names: readonly OfferedName[],
  isLoose: boolean,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (const name of names) {
    let best: Candidate | undefined;
    for (const form of name.forms) {
      const match = matchName(typed, form.units, { isLoose });
      if (match === undefined) continue;
      const own = { name, form, match, order: rank(name, match) };
      if (best === undefined || compare(own, best) < 0) best = own;
    }
    if (best !== undefined) candidates.push(best);
  }
  return candidates;
}

/** Pinyin and Latin letters are equally likely what was meant; initials and likeness less. */
const fitOrders = [0, 0, 0, 1, 2];

function rank({ kind, episodes }: OfferedName, { fit, from, isWhole }: NameMatch): number[] {
  const isStrong = from === 0 && fit !== fits.alike;
  return [isStrong ? 0 : 1, kind === "term" ? 0 : 1, fitOrders[fit] as number, isWhole ? 0 : 1, -episodes];
}

function sortCandidates(candidates: Candidate[]): Candidate[] {
  return candidates.sort(compare);
}

function compare(a: Candidate, b: Candidate): number {
  for (const [k, own] of a.order.entries()) {
    const difference = own - (b.order[k] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

function describe({ name, form, match }: Candidate, split: SplitQuery): NameSuggestion {
  const { fit, from, to, letters, isWhole, isSpelt } = match;
  const { units } = form;
  const last = units[to - 1];
  const end = last === undefined ? 0 : letters === undefined ? last.to : last.from + letters;
  return {
    ...place(name, split),
    form,
    mark: [units[from]?.from ?? 0, end],
    reading: isSpelt ? writeReading(units) : undefined,
    kind: fit === fits.alike ? "alike" : from === 0 ? "beginning" : "part",
    isWhole,
  };
}

/** A value of which nothing is typed yet. */
function describeUntyped(name: OfferedName, split: SplitQuery): NameSuggestion {
  const form = name.forms[0] as NameForm;
  return {
    ...place(name, split),
    form,
    mark: undefined,
    reading: undefined,
    kind: "beginning",
    isWhole: false,
  };
}

/** Pinyin as it is written: with ü, and v only in letters that are no pinyin. */
function writeReading(units: readonly Unit[]): string {
  return units.map(({ text, syllables }) => syllables?.[0]?.replace("v", "ü") ?? text).join(" ");
}

function place(name: OfferedName, split: SplitQuery): Pick<NameSuggestion, "name" | "query" | "isAlone"> {
  return {
    name,
    query: joinQuery(split, holdTogether(name.text)),
    isAlone: split.isAlone,
  };
}

interface Near {
  readonly name: OfferedName;
  readonly form: NameForm;
  readonly edits: number;
}

/** A word that is said so often is no slip. Chosen. */
export const leastSure = 3;

/**
 * Names of Latin letters that differ from a single word by a few; where something else begins so, by one. None where
 * the archive says the word, or longer ones that begin so; a word said once or twice may be a slip itself.
 */
function findNear(
  parts: readonly Typed[],
  names: readonly OfferedName[],
  candidates: readonly Candidate[],
): Near[] {
  const [part] = parts;
  if (part === undefined || parts.length > 1 || part.syllables !== undefined) return [];
  const typed = part.text;
  const begun = candidates.filter(({ match }) => match.from === 0);
  const written = begun.filter(({ match }) => match.fit === fits.written);
  const said = Math.max(0, ...written.map(({ name }) => name.episodes));
  if (written.some(({ match }) => !match.isWhole) || said >= leastSure) return [];
  const limit = Math.min(allowEdits(typed.length), begun.length > 0 ? 1 : 2);
  if (limit === 0) return [];
  const found: Near[] = [];
  for (const name of names) {
    if (name.episodes <= said) continue;
    for (const form of name.forms) {
      const { letters } = form;
      // Most differ so much in length or letters that their edits need not be counted.
      if (letters === undefined || Math.abs(letters.length - typed.length) > limit) continue;
      if (countOtherLetters(typed, letters) > 2 * limit) continue;
      const edits = measureEdits(typed, letters, limit);
      if (edits === 0 || edits > limit) continue;
      found.push({ name, form, edits });
      break;
    }
  }
  const isTerm = (own: Near) => (own.name.kind === "term" ? 0 : 1);
  return found.sort(
    (a, b) => isTerm(a) - isTerm(b) || a.edits - b.edits || b.name.episodes - a.name.episodes,
  );
}

function describeNear({ name, form }: Near, split: SplitQuery): NameSuggestion {
  return { ...place(name, split), form, mark: undefined, reading: undefined, kind: "near", isWhole: true };
}
