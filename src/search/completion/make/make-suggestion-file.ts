import { pinyin } from "pinyin-pro";
import { readLexical, readTokens, type Token } from "../../../text/normalise.ts";
import {
  type NameColumns,
  NO_SYLLABLE,
  nameKinds,
  type SuggestionFile,
  type ValueKey,
} from "../../format/suggestion-file.ts";
import type { CompletedName, Value } from "./choose-names.ts";

/** What the search box may offer. */
export interface Offered {
  /** With the number of episodes in which a search for each finds something; those without any are left out. */
  readonly names: readonly (CompletedName & { readonly episodes: number })[];
  readonly values: Readonly<Record<ValueKey, readonly Value[]>>;
}

/** @param common characters that may be typed for others that sound the same */
export function makeSuggestionFile(
  { names, values: { speaker, topic } }: Offered,
  {
    likely,
    common,
    titleFiles,
  }: Pick<SuggestionFile, "titleFiles"> & {
    readonly likely: LikelyReadings;
    readonly common: Iterable<string>;
  },
): SuggestionFile {
  const said = names
    .filter(({ episodes }) => episodes > 0)
    .sort((a, b) => nameKinds.indexOf(a.kind) - nameKinds.indexOf(b.kind) || b.episodes - a.episodes);
  const { spoken, ...readingColumns } = writeReadingColumns(
    [
      ...said,
      ...speaker.map((own) => ({ ...own, kind: "person" as const })),
      ...topic.map((own) => ({ ...own, kind: "topic" as const })),
    ],
    likely,
    common,
  );
  return {
    ...makeColumns(said, spoken, 0),
    kinds: nameKinds.map((kind) => said.filter((name) => name.kind === kind).length),
    heard: listByIndex(said.map(({ heard }) => heard)),
    values: {
      speaker: makeColumns(speaker, spoken, said.length),
      topic: makeColumns(topic, spoken, said.length + speaker.length),
    },
    ...readingColumns,
    titleFiles,
  };
}

/**
 * @param spoken by index into a list of which these names are a part
 * @param first index of the first of them in that list
 */
function makeColumns(names: readonly Value[], spoken: NameColumns["spoken"], first: number): NameColumns {
  return {
    names: names.map(({ text }) => text).join("\n"),
    episodes: names.map(({ episodes }) => episodes),
    also: listByIndex(names.map(({ also }) => also)),
    spoken: listByIndex(names.map((_, index) => spoken[first + index] ?? [])),
  };
}

function listByIndex(lists: readonly (readonly string[])[]): Record<string, readonly string[]> {
  return Object.fromEntries([...lists.entries()].filter(([, list]) => list.length > 0));
}

/**
 * How names are typed in pinyin. A keyword is read as a dictionary has it; names that no dictionary knows may be
 * read in every way that their characters are.
 * @param common characters that may be typed for others that sound the same
 */
export function writeReadingColumns(
  names: readonly Pick<CompletedName, "text" | "kind" | "also">[],
  likely: LikelyReadings,
  common: Iterable<string>,
): Pick<SuggestionFile, "syllables" | "characters" | "readings" | "spoken"> {
  const usual = new Map<string, string | undefined>();
  const spoken: Record<string, string[]> = {};
  for (const [index, { text, kind, also }] of names.entries()) {
    // The other names of a term are found by their characters' usual readings.
    for (const name of [text, ...also]) {
      for (const token of readTokens(name)) {
        const character = readLexical(token);
        if (token.isHan && !usual.has(character)) usual.set(character, spellCharacter(character));
      }
    }
    const tokens = readTokens(text);
    const spellings = spellName(tokens, {
      isPerson: kind === "person",
      ...(kind === "keyword" ? {} : { likely }),
    }).map((spelling) => spelling.join(" "));
    const plain = tokens.flatMap((token) => (token.isHan ? [usual.get(readLexical(token))] : [])).join(" ");
    if (spellings.length > 1 || (spellings[0] ?? plain) !== plain) spoken[String(index)] = spellings;
  }
  const inNames = new Set(usual.values());
  for (const character of common) {
    const syllable = usual.has(character) ? undefined : spellCharacter(character);
    if (syllable !== undefined && inNames.has(syllable)) usual.set(character, syllable);
  }
  const syllables = [...new Set([...usual.values()].filter((syllable) => syllable !== undefined))].sort();
  const codeOf = new Map(syllables.map((syllable, index) => [syllable, index + 1]));
  return {
    syllables,
    characters: [...usual.keys()].join(""),
    readings: [...usual.values()]
      .map((syllable) => String.fromCharCode(NO_SYLLABLE + (codeOf.get(syllable ?? "") ?? 0)))
      .join(""),
    spoken,
  };
}

/** A character's likely readings, with tones. */
export type LikelyReadings = ReadonlyMap<string, readonly string[]>;

const options = { toneType: "none", type: "array", v: true, toneSandhi: false } as const;

/** Chosen: a name of many characters that are each read in several ways has more ways than anybody types. */
const mostSpellings = 8;

/** The usual reading of a character as one types it (`lv` for 绿); undefined where it has none. */
export function spellCharacter(character: string): string | undefined {
  return readSyllable(pinyin(character, options)[0]);
}

/**
 * How the Han characters of a name are typed in pinyin, likeliest first; each spelling has one syllable for each
 * character. Empty where there are none, or one of them has no reading.
 * @param likely where given, further readings of single characters are ways to read the name too
 * @param isPerson the first character may be a family name (单 as shan)
 */
export function spellName(
  tokens: readonly Token[],
  { likely, isPerson = false }: { readonly likely?: LikelyReadings; readonly isPerson?: boolean } = {},
): string[][] {
  const runs = listHanRuns(tokens);
  const usual = runs.flatMap((run) => pinyin(run, options).map(readSyllable));
  if (usual.length === 0 || usual.includes(undefined)) return [];
  const spellings = new Map<string, string[]>();
  const add = (spelling: readonly (string | undefined)[]) => {
    if (spellings.size < mostSpellings) spellings.set(spelling.join(" "), spelling as string[]);
  };
  if (isPerson) add(runs.flatMap((run) => pinyin(run, { ...options, surname: "head" }).map(readSyllable)));
  add(usual);
  if (likely !== undefined) {
    for (const [place, character] of [...runs.join("")].entries())
      for (const reading of likely.get(character) ?? [])
        add(usual.with(place, readSyllable(reading.replace(/\d$/, ""))));
  }
  return [...spellings.values()];
}

function listHanRuns(tokens: readonly Token[]): string[] {
  return tokens
    .map((token) => (token.isHan ? readLexical(token) : " "))
    .join("")
    .split(" ")
    .filter((run) => run !== "");
}

function readSyllable(syllable: string | undefined): string | undefined {
  const spelt = syllable?.replace("ü", "v");
  return spelt !== undefined && /^[a-zê]+$/.test(spelt) ? spelt : undefined;
}
