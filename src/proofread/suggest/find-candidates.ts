import { measureEditDistance } from "../../model/schema/find-nearest.ts";
import type { SoundedName } from "./gather-names.ts";
import { listPaths } from "./list-paths.ts";
import { measureLikeness } from "./sound/measure-likeness.ts";
import type { Phone } from "./sound/phones.ts";
import { SoundIndex } from "./sound/sound-index.ts";
import type { SoundedToken } from "./sound-tokens.ts";

/** How a stretch is like a name. */
interface Likeness {
  readonly name: SoundedName;
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

/** The names that are looked for. */
export interface NameIndex {
  readonly names: readonly SoundedName[];
  /** The names' tokens, joined by spaces. */
  readonly written: ReadonlySet<string>;
}

/** A text in which names are looked for. */
export interface OpenText {
  readonly tokens: readonly SoundedToken[];
  /** Whether a token may be part of something misheard. */
  readonly isOpen: (index: number) => boolean;
}

/** Below this a likeness says nothing: of the first episode's proposals that were less alike, 2 of 7 were right. */
const LEAST_LIKENESS = 0.72;
/**
 * What begins with quite another sound must otherwise sound the same: of the first episode's 242 misheard terms only
 * 7 do so, and those that can be told are more alike than this (tension for attention, 区域训练 for 预训练).
 */
const UNLIKE_PRICE = 0.6;
const LEAST_APART = 0.82;
/** What a word that differs in one syllable counts for; that of an unlike word of two. */
const PAIR_PHONES = 5;
/** Names that one stretch may be misheard for: the likest (chosen). */
const MOST_OWNERS = 3;

function leastLikeness(firstPrice: number): number {
  return firstPrice < UNLIKE_PRICE ? LEAST_LIKENESS : LEAST_APART;
}

export function indexNames(names: readonly SoundedName[]): NameIndex {
  return { names, written: new Set(names.map(({ tokens }) => joinTokens(tokens))) };
}

/** A stretch of one of several texts, and what it is like. */
interface Stretch {
  readonly text: number;
  readonly from: number;
  readonly to: number;
  readonly best: Map<SoundedName["owner"], Likeness>;
}

/**
 * All stretches of some texts that sound like a name, with the three likest owners of each: a list for each text, in
 * the order of the text.
 */
export function findCandidates(texts: readonly OpenText[], index: NameIndex): Candidate[][] {
  const stretches: Stretch[] = [];
  const paths = texts.flatMap(({ tokens, isOpen }, text) =>
    listPaths(tokens, isOpen, (from, to) => stretches.push({ text, from, to, best: new Map() }) - 1),
  );
  const sounds = new SoundIndex(paths);
  for (const name of index.names) {
    for (const reading of name.readings) {
      sounds.search(reading, leastLikeness, (at, whole) => {
        const stretch = stretches[at] as Stretch;
        const tokens = texts[stretch.text]?.tokens.slice(stretch.from, stretch.to) ?? [];
        if (name.isHan && tokens.length !== name.tokens.length && tokens.every(({ isHan }) => isHan)) return;
        addLikeness(stretch, compareRest(tokens, name, whole, index));
      });
    }
  }
  addSlips(stretches, texts, index);
  return listCandidates(stretches, texts.length);
}

function addLikeness({ best }: Stretch, like: Likeness | undefined): void {
  if (like === undefined || like.likeness <= (best.get(like.name.owner)?.likeness ?? 0)) return;
  best.set(like.name.owner, like);
}

/** Slips of the pen need not sound alike. */
function addSlips(stretches: readonly Stretch[], texts: readonly OpenText[], { names }: NameIndex): void {
  const words = names.filter(({ tokens }) => tokens.length === 1 && tokens[0]?.isHan === false);
  const known = new Map<string, readonly Likeness[]>();
  for (const stretch of stretches) {
    const token = texts[stretch.text]?.tokens[stretch.from];
    if (stretch.to !== stretch.from + 1 || token === undefined || token.isHan) continue;
    const slips = known.get(token.text) ?? words.flatMap((name) => compareLetters([token], name) ?? []);
    known.set(token.text, slips);
    for (const slip of slips) addLikeness(stretch, slip);
  }
}

function listCandidates(stretches: readonly Stretch[], textCount: number): Candidate[][] {
  const lists = Array.from({ length: textCount }, (): Candidate[] => []);
  for (const { text, from, to, best } of stretches) {
    const likest = [...best.values()].sort((a, b) => b.likeness - a.likeness).slice(0, MOST_OWNERS);
    for (const like of likest) lists[text]?.push({ from, to, ...like });
  }
  return lists;
}

function joinTokens(tokens: readonly { readonly text: string }[]): string {
  return tokens.map(({ text }) => text).join(" ");
}

/** The ways in which tokens may be said one after another; at most four, none where one cannot be said. */
function joinReadings(tokens: readonly { readonly readings: readonly (readonly Phone[])[] }[]): Phone[][] {
  let readings: Phone[][] = [[]];
  for (const { readings: own } of tokens)
    readings = readings.flatMap((reading) => own.map((way) => [...reading, ...way])).slice(0, 4);
  return readings;
}

/** A slip of the pen: `Agen` for Agent. */
function compareLetters(stretch: readonly SoundedToken[], name: SoundedName): Likeness | undefined {
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
  name: SoundedName,
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
function isPartOf({ text, surprise }: SoundedToken, { tokens }: SoundedName): boolean {
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
