import { readTokens } from "../../../text/normalise.ts";

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
  // What sounds alike somewhere inside a name would be too much.
  const last = looseness.isLoose ? Math.min(1, units.length) : units.length;
  for (let from = 0; from < last; from++) {
    if (!mayBegin(typed[0] as Typed, units[from] as Unit, looseness)) continue;
    const end = followUnits(typed, { part: 0, offset: 0 }, units, from, looseness);
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
    if (own === first || (isLoose && alikeLetters.includes(own + first))) return true;
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

/** The best way in which what was typed from `place` on goes with the units from `index` on. */
function followUnits(
  typed: readonly Typed[],
  place: Place,
  units: readonly Unit[],
  index: number,
  looseness: Looseness,
): End | undefined {
  const part = typed[place.part];
  if (part === undefined)
    return { fit: fits.written, to: index, letters: undefined, isEnd: true, isSpelt: false };
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
      best = chooseBetter(best, {
        fit,
        to: index + 1,
        letters: undefined,
        isEnd: isInitial,
        isSpelt: true,
      });
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

type Alike = readonly (readonly [written: RegExp, other: string])[];

/** Initials that many speakers do not tell apart, and that typists mix up therefore. */
const alikeInitials: Alike = [
  [/^([zcs])h/, "$1"],
  [/^([zcs])(?!h)/, "$1h"],
  [/^n/, "l"],
  [/^l/, "n"],
  [/^hu?/, "f"],
];
/** Finals likewise. */
const alikeFinals: Alike = [
  [/([aei])ng$/, "$1n"],
  [/([aei])n$/, "$1ng"],
];

/** First letters of syllables that are alike. */
const alikeLetters = ["nl", "ln", "hf"];

const alikeOf = new Map<string, readonly string[]>();

/** Other ways in which a syllable may be typed: `zeng`, `zhen` and `zen` for zheng. */
function listAlike(syllable: string): readonly string[] {
  const known = alikeOf.get(syllable);
  if (known !== undefined) return known;
  const swap = (from: string, rules: Alike) =>
    rules.filter(([written]) => written.test(from)).map(([written, other]) => from.replace(written, other));
  const initials = swap(syllable, alikeInitials);
  const others = [...initials, ...[syllable, ...initials].flatMap((own) => swap(own, alikeFinals))];
  alikeOf.set(syllable, others);
  return others;
}
