import { readLexical, readTokens } from "../../text/normalise.ts";
import { beginAlike, listAlike } from "./alike-syllables.ts";

/** A Han character with its syllables, or a run of other letters and digits: what a name is matched by. */
export interface Unit {
  /** Folded. */
  readonly text: string;
  /** Pinyin without tones; undefined for what is not Han. */
  readonly syllables: readonly string[] | undefined;
  /** UTF-16 offsets in the name. */
  readonly from: number;
  readonly to: number;
}

/** What was typed: Han characters, and runs of letters, which may be pinyin. */
export interface Typed {
  readonly text: string;
  /** The syllables of a Han character, where they are to be compared as well; undefined for letters. */
  readonly syllables: readonly string[] | undefined;
}

/** How well a part of what was typed fits, best first; a match is as good as its worst part. */
export const fits = { written: 0, spelt: 1, begun: 2, initials: 3, alike: 4 } as const;
type Fit = (typeof fits)[keyof typeof fits];

export interface NameMatch {
  readonly fit: Fit;
  /** Units that were matched: from the first one on, before `to`. */
  readonly from: number;
  readonly to: number;
  /** Letters of the last unit that were typed, where it goes on after them. */
  readonly letters: number | undefined;
  /** The match goes to the end of the name's last unit. */
  readonly isWhole: boolean;
  /** Some of it was typed in pinyin. */
  readonly isSpelt: boolean;
}

/** How loosely syllables are compared. */
export interface Looseness {
  /** Syllables that sound alike count too: of a Han character as typed, and of pinyin (zengliu for zhengliu). */
  readonly isLoose?: boolean;
}

/** Cuts what was typed into its parts. */
export function readTyped(text: string, spell: (character: string) => readonly string[] = () => []): Typed[] {
  return readTokens(text).map((token) => ({
    // IMEs write ü as v.
    text: token.isHan ? readLexical(token) : token.text.replaceAll("ü", "v"),
    syllables: token.isHan ? spell(readLexical(token)) : undefined,
  }));
}

/** An inner match by pinyin says little when it is short. Chosen. */
const leastInnerLetters = 4;

/** The best way in which what was typed is the beginning of a name, or stands inside it. */
export function matchName(
  typed: readonly Typed[],
  units: readonly Unit[],
  looseness: Looseness = {},
): NameMatch | undefined {
  if (typed.length === 0) return undefined;
  const letters = typed.reduce((sum, { text }) => sum + text.length, 0);
  // What sounds alike somewhere inside a name would be too much.
  const last = looseness.isLoose ? Math.min(1, units.length) : units.length;
  for (let from = 0; from < last; from++) {
    if (!mayBegin(typed[0] as Typed, units[from] as Unit, looseness)) continue;
    const end = new NameReader(typed, units, looseness).follow({ part: 0, offset: 0 }, from);
    if (end === undefined) continue;
    const { fit, to, letters: typedLetters, isEnd, isSpelt } = end;
    const saysEnough = fit <= fits.written || (fit <= fits.begun && letters >= leastInnerLetters);
    if (from > 0 && !saysEnough) continue;
    return {
      fit,
      from,
      to,
      letters: typedLetters,
      isWhole: from === 0 && to === units.length && isEnd,
      isSpelt,
    };
  }
  return undefined;
}

/** Looks at the first letters only, because most names do not begin so. */
function mayBegin(typed: Typed, unit: Unit, { isLoose = false }: Looseness): boolean {
  if (typed.syllables !== undefined)
    return unit.text === typed.text || (isLoose && shareSound(typed.syllables, unit.syllables ?? []));
  const first = typed.text.charAt(0);
  if (unit.syllables === undefined) return unit.text.startsWith(first);
  for (const syllable of unit.syllables) {
    const own = syllable.charAt(0);
    if (own === first || (isLoose && beginAlike(own, first))) return true;
  }
  return false;
}

interface Place {
  readonly part: number;
  /** Letters of the part that are matched already. */
  readonly offset: number;
}

interface End {
  readonly fit: Fit;
  readonly to: number;
  readonly letters: number | undefined;
  /** The last unit is matched to its end. */
  readonly isEnd: boolean;
  readonly isSpelt: boolean;
}

/** Follows what was typed through the units of a name. */
class NameReader {
  readonly #typed: readonly Typed[];
  readonly #units: readonly Unit[];
  readonly #isLoose: boolean;

  constructor(typed: readonly Typed[], units: readonly Unit[], { isLoose = false }: Looseness) {
    this.#typed = typed;
    this.#units = units;
    this.#isLoose = isLoose;
  }

  /** The best way in which what was typed from `place` on goes with the units from `index` on. */
  follow(place: Place, index: number): End | undefined {
    const part = this.#typed[place.part];
    if (part === undefined)
      return { fit: fits.written, to: index, letters: undefined, isEnd: true, isSpelt: false };
    const unit = this.#units[index];
    if (unit === undefined) return undefined;
    if (part.syllables !== undefined) return this.#followHan(place, index);
    if (unit.syllables === undefined) return this.#followLatin(place, index);
    return this.#followPinyin(place, index);
  }

  #followHan({ part: partIndex }: Place, index: number): End | undefined {
    const [part, unit] = [this.#typed[partIndex] as Typed, this.#units[index] as Unit];
    const isSame = part.text === unit.text;
    if (!isSame && !(this.#isLoose && shareSound(part.syllables ?? [], unit.syllables ?? [])))
      return undefined;
    const rest = this.follow({ part: partIndex + 1, offset: 0 }, index + 1);
    return rest === undefined || isSame ? rest : worsen(rest, fits.alike, true);
  }

  /** Latin letters: a run may go on into the next unit (gpt4o for GPT-4o), and a unit into the next run (deep seek). */
  #followLatin(place: Place, index: number): End | undefined {
    const unit = this.#units[index] as Unit;
    let { part, offset } = place;
    for (let at = 0; at < unit.text.length; ) {
      const own = this.#typed[part];
      if (own === undefined)
        return { fit: fits.written, to: index + 1, letters: at, isEnd: false, isSpelt: false };
      if (own.syllables !== undefined) return undefined;
      const length = Math.min(unit.text.length - at, own.text.length - offset);
      if (!unit.text.startsWith(own.text.slice(offset, offset + length), at)) return undefined;
      at += length;
      offset += length;
      if (offset === own.text.length) {
        part++;
        offset = 0;
      }
    }
    return this.follow({ part, offset }, index + 1);
  }

  /** Letters against a Han character: its syllable, the beginning of it at the very end, or its initial. */
  #followPinyin({ part, offset }: Place, index: number): End | undefined {
    const rest = (this.#typed[part] as Typed).text.slice(offset);
    const { syllables = [] } = this.#units[index] as Unit;
    let best: End | undefined;
    const attempt = (length: number, fit: Fit) => {
      const isPartDone = length === rest.length;
      const next = isPartDone ? { part: part + 1, offset: 0 } : { part, offset: offset + length };
      const end = this.follow(next, index + 1);
      if (end !== undefined) best = chooseBetter(best, worsen(end, fit, true));
    };
    for (const syllable of syllables) {
      if (rest.startsWith(syllable)) attempt(syllable.length, fits.spelt);
      else if (syllable.startsWith(rest) && part === this.#typed.length - 1)
        best = chooseBetter(best, endInside(rest, offset, index + 1));
      const initial = /^[zcs]h/.exec(syllable)?.[0];
      if (initial !== undefined && rest.startsWith(initial)) attempt(initial.length, fits.initials);
      if (rest.startsWith(syllable.charAt(0))) attempt(1, fits.initials);
    }
    if (this.#isLoose) {
      for (const syllable of new Set(syllables.flatMap(listAlike)))
        if (rest.startsWith(syllable)) attempt(syllable.length, fits.alike);
    }
    return best;
  }
}

/** What was typed ends with the beginning of a syllable, `rest`. */
function endInside(rest: string, offset: number, to: number): End {
  const isInitial = rest.length === 1 || /^[zcs]h$/.test(rest);
  // Initials alone are no spelling; one in the end goes on from the spelling before it.
  const fit = isInitial && offset === 0 ? fits.initials : fits.begun;
  return { fit, to, letters: undefined, isEnd: isInitial, isSpelt: true };
}

function worsen(end: End, fit: Fit, isSpelt: boolean): End {
  return { ...end, fit: fit > end.fit ? fit : end.fit, isSpelt: end.isSpelt || isSpelt };
}

function chooseBetter(a: End | undefined, b: End): End {
  if (a === undefined) return b;
  return b.fit < a.fit || (b.fit === a.fit && b.isEnd && !a.isEnd) ? b : a;
}

function shareSound(a: readonly string[], b: readonly string[]): boolean {
  return a.some((syllable) => b.includes(syllable));
}
