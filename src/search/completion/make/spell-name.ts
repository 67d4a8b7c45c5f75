import { pinyin } from "pinyin-pro";
import { readLexical, type Token } from "../../../text/normalise.ts";

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
