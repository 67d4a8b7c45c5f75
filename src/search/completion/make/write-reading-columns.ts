import { readLexical, readTokens } from "../../../text/normalise.ts";
import { NO_SYLLABLE, type SuggestionFile } from "../../format/suggestion-file.ts";
import type { CompletedName } from "./choose-names.ts";
import { type LikelyReadings, spellCharacter, spellName } from "./spell-name.ts";

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
