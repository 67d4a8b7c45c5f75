import {
  type LatinWordFile,
  type NameColumns,
  type NameKind,
  NO_SYLLABLE,
  nameKinds,
  type SuggestionFile,
  unpackWords,
  type ValueKey,
} from "../../format/suggestion-file.ts";
import { makeUnits } from "../../names/make-units.ts";
import type { Unit } from "../../names/match-name.ts";

/** A way to write or say a name. */
export interface NameForm {
  readonly text: string;
  readonly units: readonly Unit[];
  /** The name itself, another right way to say it, or what a recogniser writes for it. */
  readonly role: "name" | "also" | "heard";
  /** Its letters and digits, folded and joined, where it has no Han characters. */
  readonly letters: string | undefined;
}

/** What the search box may offer. */
export interface OfferedName {
  /** A word is one of the archive's that is no keyword, a value what `speaker:` or `topic:` names, a title an episode's. */
  readonly kind: NameKind | "word" | "value" | "title";
  readonly text: string;
  /** In how many episodes a search for it finds something, or, of a value, looks. */
  readonly episodes: number;
  /** The name itself first. */
  readonly forms: readonly NameForm[];
}

export interface OpenedNames {
  readonly names: readonly OfferedName[];
  readonly values: Readonly<Record<ValueKey, readonly OfferedName[]>>;
  /** The syllables of a folded Han character; none where it is in no name. */
  readonly spell: (character: string) => readonly string[];
}

/** About a millisecond of work on a phone. Chosen. */
const namesBetweenRests = 50;

/**
 * Makes a file's columns into names that can be matched.
 * @param rest is awaited after every few names: all of them at once would hold up typing
 */
export async function openNames(file: SuggestionFile, rest: () => Promise<void>): Promise<OpenedNames> {
  const usual = new Map<string, readonly string[]>();
  for (const [index, character] of [...file.characters].entries()) {
    const syllable = file.syllables[file.readings.charCodeAt(index) - NO_SYLLABLE - 1];
    usual.set(character, syllable === undefined ? [] : [syllable]);
  }
  const spell = (character: string) => usual.get(character) ?? [];
  const kinds = file.kinds.flatMap((count, k) => new Array<NameKind>(count).fill(nameKinds[k] ?? "keyword"));
  const open = async (columns: NameColumns & Partial<Pick<SuggestionFile, "heard">>, isValue: boolean) => {
    const names: OfferedName[] = [];
    for (const [index, text] of listLines(columns.names).entries()) {
      if (index % namesBetweenRests === 0) await rest();
      const forms: NameForm[] = [makeForm(text, "name", spell, columns.spoken[index])];
      for (const role of ["also", "heard"] as const)
        for (const other of columns[role]?.[index] ?? []) forms.push(makeForm(other, role, spell));
      const kind = isValue ? "value" : (kinds[index] ?? "keyword");
      names.push({ kind, text, episodes: columns.episodes[index] ?? 0, forms });
    }
    return names;
  };
  const names = await open(file, false);
  const { speaker, topic } = file.values;
  return { names, values: { speaker: await open(speaker, true), topic: await open(topic, true) }, spell };
}

/** Makes the archive's words in Latin letters into names; `rest` as for {@link openNames}. */
export async function openWords(file: LatinWordFile, rest: () => Promise<void>): Promise<OfferedName[]> {
  const words: OfferedName[] = [];
  for (const [index, text] of unpackWords(file.words).entries()) {
    if (index % namesBetweenRests === 0) await rest();
    const forms = [makeForm(text, "name", () => [])];
    words.push({ kind: "word", text, episodes: file.episodes[index] ?? 0, forms });
  }
  return words;
}

/**
 * Makes titles of episodes into names; `rest` as for {@link openNames}.
 * @param spell the syllables of a folded Han character
 */
export async function openTitles(
  written: readonly string[],
  spell: OpenedNames["spell"],
  rest: () => Promise<void>,
): Promise<OfferedName[]> {
  const titles: OfferedName[] = [];
  for (const [index, text] of written.entries()) {
    if (index % namesBetweenRests === 0) await rest();
    titles.push({ kind: "title", text, episodes: 1, forms: [makeForm(text, "name", spell)] });
  }
  return titles;
}

function listLines(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

/** @param spellings as for {@link makeUnits} */
function makeForm(
  text: string,
  role: NameForm["role"],
  spell: (character: string) => readonly string[],
  spellings?: readonly string[],
): NameForm {
  const units = makeUnits(text, spell, spellings);
  const hasHan = units.some(({ syllables }) => syllables !== undefined);
  return { text, units, role, letters: hasHan ? undefined : units.map((unit) => unit.text).join("") };
}
