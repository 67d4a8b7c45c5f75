import { LONGEST_READING } from "./sound/measure-likeness.ts";
import type { SoundPath } from "./sound/sound-index.ts";
import type { SoundedToken } from "./sound-tokens.ts";

/** Tokens of the longest stretch that is looked at. */
const LONGEST_STRETCH = 7;
/** Ways to say a stretch that are looked at (chosen). */
const MOST_READINGS = 4;

/**
 * The stretches of whole words that begin at each open token, as paths of sounds: within one speaker's turn, nowhere
 * over a token that is not open. A single Han character is no stretch: one syllable is like too many things.
 */
export function listPaths(
  tokens: readonly SoundedToken[],
  isOpen: (index: number) => boolean,
  nameStretch: (from: number, to: number) => number,
): SoundPath[] {
  const paths: SoundPath[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    if (!isOpen(from) || !isWordEdge(tokens, from)) continue;
    let open: SoundPath[] = [{ phones: [], ends: [] }];
    for (let to = from + 1; to <= from + LONGEST_STRETCH && to <= tokens.length; to += 1) {
      const token = tokens[to - 1] as SoundedToken;
      if (!isOpen(to - 1) || (to - 1 > from && token.startsTurn)) break;
      const isEnd = isWordEdge(tokens, to) && !(to === from + 1 && token.isHan);
      const stretch = isEnd ? nameStretch(from, to) : undefined;
      const next: SoundPath[] = [];
      for (const path of open) {
        const further = extendPath(path, token, stretch);
        if (further.length === 0) paths.push(path);
        next.push(...further);
      }
      open = next.slice(0, MOST_READINGS);
      // What is not followed any further may have ends all the same.
      paths.push(...next.slice(MOST_READINGS));
    }
    paths.push(...open);
  }
  return paths.filter(({ ends }) => ends.length > 0);
}

/** False inside a word. */
function isWordEdge(tokens: readonly SoundedToken[], at: number): boolean {
  const token = tokens[at];
  return token === undefined || token.wordFrom === at;
}

/** The path with each way to say the next token; its earlier ends stay on the first of them. */
function extendPath(
  { phones, ends }: SoundPath,
  token: SoundedToken,
  stretch: number | undefined,
): SoundPath[] {
  return token.readings
    .map((way) => [...phones, ...way])
    .filter(({ length }) => length <= LONGEST_READING)
    .map((longer, index) => {
      const own = index === 0 ? ends : [];
      return {
        phones: longer,
        ends: stretch === undefined ? own : [...own, { depth: longer.length, stretch }],
      };
    });
}
