import { readTokens } from "../../text/normalise.ts";

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
    text: token.isHan ? token.text : token.text.replaceAll("ü", "v"),
    syllables: token.isHan ? spell(token.text) : undefined,
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
  for (let from = 0; from < units.length; from++) {
    if (!mayBegin(typed[0] as Typed, units[from] as Unit, looseness)) continue;
    const end = followUnits(typed, { part: 0, offset: 0 }, units, from, looseness);
    if (end === undefined) continue;
    const { fit, to, isEnd, isSpelt } = end;
    const isTelling = fit <= fits.written || (fit <= fits.begun && letters >= leastInnerLetters);
    if (from > 0 && !isTelling) continue;
    return { fit, from, to, isWhole: from === 0 && to === units.length && isEnd, isSpelt };
  }
  return undefined;
}

/** Looks at the first letters only, because most names do not begin so. */
function mayBegin({ text, syllables: typedSyllables }: Typed, unit: Unit, { isLoose }: Looseness): boolean {
  if (isLoose) return true;
  if (typedSyllables !== undefined) return unit.text === text;
  const first = text.charCodeAt(0);
  if (unit.syllables === undefined) return unit.text.charCodeAt(0) === first;
  for (const syllable of unit.syllables) if (syllable.charCodeAt(0) === first) return true;
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
  /** The last unit is matched to its end. */
  readonly isEnd: boolean;
  readonly isSpelt: boolean;
}

/** The best way in which what was typed from `place` on goes with the units from `index` on. */
function followUnits(
  typed: readonly Typed[],
  place: Place,
  units: readonly Unit[],
  index: number,
  looseness: Looseness,
): End | undefined {
  const part = typed[place.part];
  if (part === undefined) return { fit: fits.written, to: index, isEnd: true, isSpelt: false };
  const unit = units[index];
  if (unit === undefined) return undefined;
  if (part.syllables !== undefined) return followHan(typed, place, units, index, looseness);
  if (unit.syllables === undefined) return followLatin(typed, place, units, index, looseness);
  return followPinyin(typed, place, units, index, looseness);
}

function followHan(
  typed: readonly Typed[],
  { part: partIndex }: Place,
  units: readonly Unit[],
  index: number,
  looseness: Looseness,
): End | undefined {
  const [part, unit] = [typed[partIndex] as Typed, units[index] as Unit];
  const isSame = part.text === unit.text;
  if (!isSame && !(looseness.isLoose && shareSound(part.syllables ?? [], unit.syllables ?? [])))
    return undefined;
  const rest = followUnits(typed, { part: partIndex + 1, offset: 0 }, units, index + 1, looseness);
  return rest === undefined || isSame ? rest : worsen(rest, fits.alike, true);
}

/** Latin letters: a run may go on into the next unit (gpt4o for GPT-4o), and a unit into the next run (deep seek). */
function followLatin(
  typed: readonly Typed[],
  place: Place,
  units: readonly Unit[],
  index: number,
  looseness: Looseness,
): End | undefined {
  const unit = units[index] as Unit;
  let { part, offset } = place;
  for (let at = 0; at < unit.text.length; ) {
    const own = typed[part];
    if (own === undefined) return { fit: fits.written, to: index + 1, isEnd: false, isSpelt: false };
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
  return followUnits(typed, { part, offset }, units, index + 1, looseness);
}

/** Letters against a Han character: its syllable, the beginning of it at the very end, or its initial. */
function followPinyin(
  typed: readonly Typed[],
  { part, offset }: Place,
  units: readonly Unit[],
  index: number,
  looseness: Looseness,
): End | undefined {
  const { text } = typed[part] as Typed;
  const rest = text.slice(offset);
  const unit = units[index] as Unit;
  let best: End | undefined;
  const attempt = (length: number, fit: Fit) => {
    const isPartDone = length === rest.length;
    const next = isPartDone ? { part: part + 1, offset: 0 } : { part, offset: offset + length };
    const end = followUnits(typed, next, units, index + 1, looseness);
    if (end !== undefined) best = chooseBetter(best, worsen(end, fit, true));
  };
  for (const syllable of unit.syllables ?? []) {
    if (rest.startsWith(syllable)) attempt(syllable.length, fits.spelt);
    else if (syllable.startsWith(rest) && part === typed.length - 1) {
      const isInitial = rest.length === 1 || /^[zcs]h$/.test(rest);
      // Initials alone are no spelling; one in the end goes on from the spelling before it.
      const fit = isInitial && offset === 0 ? fits.initials : fits.begun;
      best = chooseBetter(best, { fit, to: index + 1, isEnd: isInitial, isSpelt: true });
    }
    const initial = /^[zcs]h/.exec(syllable)?.[0];
    if (initial !== undefined && rest.startsWith(initial)) attempt(initial.length, fits.initials);
    if (rest.startsWith(syllable.charAt(0))) attempt(1, fits.initials);
  }
  if (looseness.isLoose) {
    for (const syllable of new Set((unit.syllables ?? []).flatMap(listAlike)))
      if (rest.startsWith(syllable)) attempt(syllable.length, fits.alike);
  }
  return best;
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

/** Initials and finals that many speakers do not tell apart, and that typists mix up therefore. */
const alike: readonly (readonly [written: RegExp, other: string])[] = [
  [/^([zcs])h/, "$1"],
  [/^([zcs])(?!h)/, "$1h"],
  [/^n/, "l"],
  [/^l/, "n"],
  [/^hu?/, "f"],
  [/([aei])ng$/, "$1n"],
  [/([aei])n$/, "$1ng"],
];

/** Other ways in which a syllable may be typed: `zeng`, `zhen` and `zen` for zheng. */
function listAlike(syllable: string): string[] {
  const others = alike
    .filter(([written]) => written.test(syllable))
    .map(([written, other]) => syllable.replace(written, other));
  return [...others, ...others.flatMap((own) => alike.slice(5).map(([w, o]) => own.replace(w, o)))].filter(
    (own) => own !== syllable,
  );
}
