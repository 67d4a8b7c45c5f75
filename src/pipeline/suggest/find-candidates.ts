import { measureEditDistance } from "../../model/find-nearest.ts";
import type { Name } from "./gather-names.ts";
import { measureLikeness, type Phone } from "./sound/measure-likeness.ts";
import type { SoundedToken } from "./sound-tokens.ts";

/** How a stretch is like a name. */
interface Likeness {
  readonly name: Name;
  /** 0 to 1; of what differs, where stretch and name begin or end with the same words. */
  readonly likeness: number;
  /** Tokens at the stretch's beginning and end that are right as they stand. */
  readonly rightBefore: number;
  readonly rightAfter: number;
  /** How many sounds were compared. */
  readonly phoneCount: number;
}

/** A stretch of tokens that sounds like a name. */
export interface Candidate extends Likeness {
  readonly from: number;
  /** Index after its last token. */
  readonly to: number;
}

/** The names that are looked for, by the number of their sounds. */
export interface NameIndex {
  readonly byLength: readonly (readonly { readonly name: Name; readonly reading: readonly Phone[] }[])[];
  /** The names' tokens, joined by spaces. */
  readonly written: ReadonlySet<string>;
  /** What was found for a stretch, by its tokens joined: an archive says the same things again and again. */
  readonly known: Map<string, readonly Likeness[]>;
}

const LONGEST_STRETCH = 7;
/** Below this a likeness says nothing (measured on the first episode: of its corrected terms, 1 in 8 is less alike). */
const LEAST_LIKENESS = 0.68;

export function indexNames(names: readonly Name[]): NameIndex {
  const byLength: { name: Name; reading: readonly Phone[] }[][] = [];
  for (const name of names) {
    for (const reading of name.readings) {
      const own = byLength[reading.length] ?? [];
      byLength[reading.length] = own;
      own.push({ name, reading });
    }
  }
  const written = new Set(names.map(({ tokens }) => joinTokens(tokens)));
  return { byLength: Array.from(byLength, (own) => own ?? []), written, known: new Map() };
}

/** What a word that differs in one syllable counts for; that of an unlike word of two. */
const PAIR_PHONES = 5;

/** All stretches of a text that sound like a name, with the three likest owners of each. */
export function findCandidates(
  tokens: readonly SoundedToken[],
  isOpen: (index: number) => boolean,
  index: NameIndex,
): Candidate[] {
  const candidates: Candidate[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    if (!isOpen(from) || !isWordEdge(tokens, from)) continue;
    for (let to = from + 1; to <= from + LONGEST_STRETCH && to <= tokens.length; to += 1) {
      if (!isOpen(to - 1) || (to - 1 > from && tokens[to - 1]?.startsTurn)) break;
      if (!isWordEdge(tokens, to)) continue;
      const stretch = tokens.slice(from, to);
      const key = joinTokens(stretch);
      const likest = index.known.get(key) ?? findLikest(stretch, index);
      index.known.set(key, likest);
      for (const like of likest) candidates.push({ from, to, ...like });
    }
  }
  return candidates;
}

function joinTokens(tokens: readonly { readonly text: string }[]): string {
  return tokens.map(({ text }) => text).join(" ");
}

/** False inside a word. */
function isWordEdge(tokens: readonly SoundedToken[], at: number): boolean {
  const token = tokens[at];
  return token === undefined || token.wordFrom === at;
}

function findLikest(stretch: readonly SoundedToken[], index: NameIndex): readonly Likeness[] {
  // One syllable is like too many things.
  if (stretch.length === 1 && stretch[0]?.isHan) return [];
  const isHan = stretch.every((token) => token.isHan);
  const best = new Map<Name["owner"], Likeness>();
  for (const reading of joinReadings(stretch)) {
    const least = Math.max(2, Math.floor(reading.length * 0.6));
    const most = Math.ceil(reading.length * 1.6);
    for (let length = least; length <= most; length += 1) {
      for (const { name, reading: own } of index.byLength[length] ?? []) {
        if (isHan && name.isHan && stretch.length !== name.tokens.length) continue;
        const known = best.get(name.owner)?.likeness ?? 0;
        const whole = measureLikeness(reading, own, Math.max(LEAST_LIKENESS, known));
        const like = whole === 0 ? compareLetters(stretch, name) : compareRest(stretch, name, whole, index);
        if (like !== undefined && like.likeness > known) best.set(name.owner, like);
      }
    }
  }
  return [...best.values()].sort((a, b) => b.likeness - a.likeness).slice(0, 3);
}

/** The ways in which tokens may be said one after another; at most four, none where one cannot be said. */
function joinReadings(tokens: readonly { readonly readings: readonly (readonly Phone[])[] }[]): Phone[][] {
  let readings: Phone[][] = [[]];
  for (const { readings: own } of tokens)
    readings = readings.flatMap((reading) => own.map((way) => [...reading, ...way])).slice(0, 4);
  return readings;
}

/** A slip of the pen: `Agen` for Agent. */
function compareLetters(stretch: readonly SoundedToken[], name: Name): Likeness | undefined {
  const [token] = stretch;
  const [own] = name.tokens;
  if (stretch.length > 1 || name.tokens.length > 1 || token === undefined || own === undefined)
    return undefined;
  if (token.isHan || own.isHan || isPartOf(token, name)) return undefined;
  const isCutShort =
    token.text.length >= 2 && own.text.length === token.text.length + 1 && own.text.startsWith(token.text);
  const likeness = isCutShort
    ? 0.88
    : 0.95 - measureEditDistance(token.text, own.text) / Math.max(token.text.length, own.text.length);
  if (likeness < LEAST_LIKENESS || (token.text.length < 4 && !isCutShort)) return undefined;
  return { name, likeness, rightBefore: 0, rightAfter: 0, phoneCount: own.text.length };
}

/** The likeness of what is left when the words that both begin and end with are taken away. */
function compareRest(
  stretch: readonly SoundedToken[],
  name: Name,
  whole: number,
  { written }: NameIndex,
): Likeness | undefined {
  const shorter = Math.min(stretch.length, name.tokens.length);
  const isSame = (a: number, b: number) => stretch[a]?.text === name.tokens[b]?.text;
  let before = 0;
  while (before < shorter && isSame(before, before)) before += 1;
  let after = 0;
  while (after < shorter - before && isSame(stretch.length - 1 - after, name.tokens.length - 1 - after))
    after += 1;
  const rest = stretch.slice(before, stretch.length - after);
  const nameRest = name.tokens.slice(before, name.tokens.length - after);
  const [only] = rest;
  if (only === undefined || nameRest.length === 0) return undefined;
  if (rest.length === 1 && !only.isHan && isPartOf(only, name)) return undefined;
  const letters = compareLetters(rest, name);
  if (letters !== undefined && letters.likeness > whole && before + after === 0) return letters;
  if (before + after === 0) {
    const phoneCount = Math.max(...name.readings.map(({ length }) => length));
    return { name, likeness: whole, rightBefore: 0, rightAfter: 0, phoneCount };
  }
  // 数据帧流 is 帧流 for 蒸馏, and that is found by itself.
  if (written.has(joinTokens(nameRest))) return undefined;
  const nameReadings = name.restReadings(before, name.tokens.length - after);
  const likeness = Math.max(
    0,
    ...joinReadings(rest).flatMap((reading) =>
      nameReadings.map((own) => measureLikeness(reading, own, LEAST_LIKENESS)),
    ),
  );
  // One syllable is like too many: 的模型 is not 大模型, but 打绑 is 打榜, and read as a whole.
  if (rest.length === 1 && only.isHan) {
    return likeness < 0.9
      ? undefined
      : { name, likeness, rightBefore: 0, rightAfter: 0, phoneCount: PAIR_PHONES };
  }
  if (likeness === 0) return undefined;
  const phoneCount = Math.max(...nameReadings.map(({ length }) => length));
  return { name, likeness, rightBefore: before, rightAfter: after, phoneCount };
}

/** True for a word that holds the name, is one of its words, or the beginning of one that a dictionary has. */
function isPartOf({ text, surprise }: SoundedToken, { tokens }: Name): boolean {
  const compact = tokens.map((token) => token.text).join("");
  if (compact.length >= 4 && text.includes(compact)) return true;
  if (tokens.some((token) => token.text === text)) return true;
  const [digits, own] = [text, compact].map((written) => /^\d*/.exec(written)?.[0]);
  if (digits !== own) return true;
  return (
    surprise < 7 &&
    text.length >= 4 &&
    tokens.some((token) => token.text.startsWith(text) || text.startsWith(token.text))
  );
}
