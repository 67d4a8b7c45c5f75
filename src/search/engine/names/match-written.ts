import type { Mark } from "../../../model/span.ts";
import { findForm, mergeHits } from "../../../text/find-form.ts";
import type { Token } from "../../../text/normalise.ts";
import type { FoundName } from "../../api/search-types.ts";
import { fits, matchName, readTyped, type Unit } from "../../names/match-name.ts";
import type { QueryWord } from "../../query/query.ts";
import { findJoined, type NameText } from "./name-text.ts";

/** What a query asks of names. */
export interface AskedName {
  readonly words: readonly AskedWord[];
  /** All that was typed, whatever its words are. */
  readonly whole: NameText;
  /** The last word may go on. */
  readonly isTyping: boolean;
}

export interface AskedWord extends QueryWord {
  /** It may be pinyin or initials. */
  readonly isSpelt: boolean;
}

/**
 * How well a name goes with a query, best first: it is the name; all of it stands together in it; its words stand
 * apart; it stands in pieces that follow one another; some of it is typed in pinyin.
 */
export const nameFits = { whole: 0, unnumbered: 1, together: 2, apart: 3, pieces: 4, spelt: 5 } as const;
type NameFit = (typeof nameFits)[keyof typeof nameFits];

export interface WordMatch {
  readonly fit: NameFit;
  /** UTF-16 offsets, ascending, none touching another. */
  readonly marks: readonly Mark[];
}

/** A name that goes with a query. */
export interface RankedName extends FoundName, Pick<WordMatch, "fit"> {
  /** Of two that go equally well, the higher comes first; an episode's index in the manifest. */
  readonly newness: number;
}

/** The best way in which a name holds what is asked for by its characters; undefined where it does not. */
export function matchWritten(name: NameText, asked: AskedName): WordMatch | undefined {
  if (!mayHold(name, asked)) return undefined;
  const together = matchTogether(name, asked);
  // A single word is marked wherever it stands.
  if (together?.fit === nameFits.together && asked.words.length === 1)
    return matchWords(name, asked) ?? together;
  return together ?? matchWords(name, asked) ?? matchPieces(name, asked);
}

/** Whether a name has the first token of what is asked for: most have not, and an archive may have very many. */
function mayHold({ written, bare }: NameText, { words, whole }: AskedName): boolean {
  if (bare.letters.includes(whole.bareTexts[0] ?? "")) return true;
  return words[0]?.forms.some(([first]) => written.letters.includes(first?.text ?? "")) ?? false;
}

/** From so many tokens on, the `+` of LLM+ is more likely left out than meant. Chosen. */
const PLAIN_TOKENS = 4;

function matchTogether(name: NameText, { whole, isTyping }: AskedName): WordMatch | undefined {
  const isOpen = isTyping && whole.tokens.at(-1)?.isHan === false;
  const kinds = whole.tokens.length < PLAIN_TOKENS ? (["written"] as const) : (["written", "bare"] as const);
  for (const kind of kinds) {
    const mark = findJoined(name, name[kind], whole[kind].letters, isOpen);
    if (mark === undefined) continue;
    const isWhole = name[kind].letters === whole[kind].letters;
    return { fit: isWhole ? nameFits.whole : nameFits.together, marks: [mark] };
  }
  return undefined;
}

function matchWords({ tokens, written }: NameText, { words }: AskedName): WordMatch | undefined {
  if (words.length === 0) return undefined;
  const marks: Mark[] = [];
  for (const { forms, isTyping } of words) {
    const hits = forms.map((form, k) =>
      // Most names do not hold it: that is seen at once.
      form.every((token) => written.letters.includes(token.text))
        ? findForm(tokens, form, isTyping && k === 0)
        : [],
    );
    const found = mergeHits(hits);
    if (found.length === 0) return undefined;
    for (const { from, to } of found)
      marks.push([(tokens[from] as Token).from, (tokens[to - 1] as Token).to]);
  }
  return { fit: words.length === 1 ? nameFits.together : nameFits.apart, marks: joinMarks(marks) };
}

/** So many tokens of what is asked for stand together, on average, where it stands in pieces. Chosen. */
export const PIECE_LENGTH = 5;

/**
 * What is asked for stands in a name in its order, and between its pieces there is what was left out: the number of an
 * episode, a name in brackets.
 */
function matchPieces(
  { tokens, bare, bareTexts: texts }: NameText,
  { whole: { bareTexts: wanted } }: AskedName,
): WordMatch | undefined {
  const mostPieces = 1 + Math.floor(wanted.length / PIECE_LENGTH);
  if (mostPieces < 2 || wanted.length > tokens.length) return undefined;
  if (!wanted.every((text) => bare.letters.includes(text))) return undefined;
  // pieces[k][at]: the fewest pieces in which the first k + 1 tokens stand, the last of them at `at`.
  const pieces: number[][] = [];
  for (const [k, text] of wanted.entries()) {
    const before = pieces[k - 1];
    let fewest = k === 0 ? 0 : Number.POSITIVE_INFINITY;
    pieces.push(
      texts.map((own, at) => {
        const joined = at === 0 ? undefined : before?.[at - 1];
        const count = own === text ? Math.min(joined ?? Number.POSITIVE_INFINITY, fewest + 1) : Number.NaN;
        fewest = Math.min(fewest, before?.[at] || Number.POSITIVE_INFINITY);
        return Number.isNaN(count) ? Number.POSITIVE_INFINITY : count;
      }),
    );
  }
  const fewest = Math.min(...(pieces.at(-1) ?? []));
  if (fewest > mostPieces) return undefined;
  return { fit: nameFits.pieces, marks: markPieces(tokens, pieces, fewest) };
}

/** Follows the fewest pieces back from their end. */
function markPieces(
  tokens: readonly Token[],
  pieces: readonly (readonly number[])[],
  fewest: number,
): Mark[] {
  const marks: Mark[] = [];
  let at = (pieces.at(-1) as readonly number[]).indexOf(fewest);
  let count = fewest;
  for (let k = pieces.length - 1; k >= 0; k--) {
    const { from, to } = tokens[at] as Token;
    marks.push([from, to]);
    const before = pieces[k - 1];
    if (before === undefined) break;
    if (before[at - 1] === count) at--;
    else at = before.lastIndexOf(--count, at - 1);
  }
  return joinMarks(marks, tokens);
}

/** Fewer letters of initials say little of a name as long as a title. Chosen. */
const LEAST_TITLE_INITIALS = 3;

/** As {@link matchWritten}, with the words that may be pinyin or initials read so. */
export function matchSpelt(
  name: NameText,
  units: readonly Unit[],
  asked: AskedName,
  isTitle: boolean,
): WordMatch | undefined {
  const match = (text: string): Mark | undefined => {
    const found = matchName(readTyped(text), units);
    if (found === undefined || found.to === found.from) return undefined;
    const letters = text.replace(/[^a-zü]/giu, "").length;
    if (isTitle && found.fit === fits.initials && letters < LEAST_TITLE_INITIALS) return undefined;
    return [(units[found.from] as Unit).from, (units[found.to - 1] as Unit).to];
  };
  if (asked.words.every(({ isSpelt }) => isSpelt)) {
    // Some type a space after each syllable.
    const mark = match(asked.words.map(({ text }) => text).join(" "));
    if (mark !== undefined) return { fit: nameFits.spelt, marks: [mark] };
  }
  const marks: Mark[] = [];
  for (const word of asked.words) {
    const written = matchWords(name, { ...asked, words: [word] });
    const spelt = written === undefined && word.isSpelt ? match(word.text) : undefined;
    if (written === undefined && spelt === undefined) return undefined;
    marks.push(...(written?.marks ?? []), ...(spelt === undefined ? [] : [spelt]));
  }
  return { fit: nameFits.spelt, marks: joinMarks(marks) };
}

/** Sorts marks and joins those that touch, or, of a text's tokens, have no other token between them. */
export function joinMarks(marks: readonly Mark[], tokens: readonly Token[] = []): Mark[] {
  const joined: Mark[] = [];
  for (const [from, to] of [...marks].sort(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    const isNext =
      last !== undefined && tokens.some((token, k) => token.to === last[1] && tokens[k + 1]?.from === from);
    if (last !== undefined && (from <= last[1] || isNext))
      joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}
