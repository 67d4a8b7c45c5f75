import { fits, matchName, type NameMatch, readTyped, type Typed, type Unit } from "../../names/match-name.ts";
import { readNumbering } from "../../names/read-numbering.ts";
import type { OfferedName } from "./open-names.ts";
import type { NameSuggestion } from "./suggest-names.ts";

/** Chosen: what is said comes first, and a title is read more slowly than a name. */
const mostTitles = 3;

/** Less than this stands in too many titles. Chosen. */
const leastHan = 2;
const leastLetters = 3;

/** Whether so much is typed that titles are worth their file. */
export function mayBeTitle(query: string): boolean {
  if (/["“”„:：]|(?:^|\s)[-－−]/u.test(query)) return false;
  const typed = readTyped(query);
  const han = typed.filter(({ syllables }) => syllables !== undefined).length;
  const letters = typed.reduce((sum, { text }) => sum + text.length, 0) - han;
  return han >= leastHan || letters >= leastLetters;
}

/**
 * Episodes whose titles all of a query is in, by characters, pinyin or initials: those that begin so, with or without
 * their number, first, and the newest of them. Choosing one asks for its title.
 * @param titles newest first
 */
export function suggestTitles(query: string, titles: readonly OfferedName[]): NameSuggestion[] {
  if (!mayBeTitle(query)) return [];
  const typed = readTyped(query);
  const found = titles.flatMap((name) => {
    const match = matchTitle(typed, name);
    return match === undefined ? [] : [{ name, match }];
  });
  return found
    .sort((a, b) => Number(a.match.from > 0) - Number(b.match.from > 0) || a.match.fit - b.match.fit)
    .slice(0, mostTitles)
    .map(({ name, match }) => describeTitle(name, match));
}

interface TitleMatch extends NameMatch {
  readonly units: readonly Unit[];
}

function matchTitle(typed: readonly Typed[], { text, forms }: OfferedName): TitleMatch | undefined {
  const units = forms[0]?.units ?? [];
  const numbering = readNumbering(text);
  const after =
    numbering?.span.from === 0 ? units.filter(({ from }) => from >= numbering.span.to) : undefined;
  for (const own of after === undefined ? [units] : [after, units]) {
    const match = matchName(typed, own);
    if (match !== undefined && match.to > match.from) return { ...match, units: own };
  }
  return undefined;
}

function describeTitle(
  name: OfferedName,
  { units, from, to, letters, fit, isWhole }: TitleMatch,
): NameSuggestion {
  const last = units[to - 1] as Unit;
  return {
    name,
    query: name.text,
    isAlone: false,
    form: name.forms[0] as NameSuggestion["form"],
    mark: [(units[from] as Unit).from, letters === undefined ? last.to : last.from + letters],
    // A title's would be longer than the title.
    reading: undefined,
    kind: fit === fits.alike ? "alike" : from === 0 ? "beginning" : "part",
    isWhole,
  };
}
