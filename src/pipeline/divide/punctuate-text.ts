import type { LineProblem } from "../../model/problem.ts";
import type { Span } from "../../model/span.ts";
import { findLastIndex } from "../../text/find-last.ts";
import { getSeparator } from "../../text/join-text.ts";
import { foldName, isCharacter, readTokens, type Token } from "../../text/normalise.ts";
import { alignTokens, listDifferences, type TokenDifference } from "../align-tokens.ts";
import type { ComposedText } from "./compose-text.ts";
import { type MarkEdit, markText } from "./mark-text.ts";
import { dropLoneMarks, type Marks, type PunctuatedWord, readMarks } from "./read-marks.ts";

/** Below this share of its words a punctuated text is one of something else (chosen). */
const LEAST_AGREEMENT = 0.5;
/** Words in a row that a copy of a part lacks, and no slip of its writer (chosen). */
const LACKING_WORDS = 20;

/** A text with the marks and paragraphs of its punctuated copy. */
export interface PunctuatedText {
  readonly composition: ComposedText;
  /** Offsets at which the copy's paragraphs begin. */
  readonly paragraphs: ReadonlySet<number>;
  /** Offsets of words before which the copy says what stands: a line or cue that begins there is no break by itself. */
  readonly decided: ReadonlySet<number>;
  /** Stretches of many words that the copy lacks. */
  readonly lacking: readonly Span[];
  /** Of the copy: where its words are others. */
  readonly problems: readonly LineProblem[];
}

/** A text as it is, where there is no copy of it. */
export function leavePlain(composition: ComposedText): PunctuatedText {
  return { composition, paragraphs: new Set(), decided: new Set(), lacking: [], problems: [] };
}

/**
 * Takes the marks and the paragraphs of a punctuated copy, and nothing else: the words stay, token by token. Marks
 * between digits, and what stands inside a word as people write it (`GPT-4`, `it's`), stay as they are.
 */
export function punctuateText(plain: ComposedText, file: string): PunctuatedText {
  const copy = blankNames(file, plain);
  const tokens = readTokens(plain.text);
  const { words, marks } = readMarks(copy);
  const texts = tokens.map(({ text }) => text);
  const copied = words.map(({ text }) => text);
  const partners = alignTokens(texts, copied);
  const agreeing = texts.filter((text, at) => copied[partners[at] ?? -1] === text).length;
  if (agreeing < words.length * LEAST_AGREEMENT || words.length === 0) {
    const percent = Math.floor((agreeing / Math.max(1, words.length)) * 100);
    const problem = { severity: "warning", kind: "punctuated-of-other-words", values: { percent } } as const;
    return { ...leavePlain(plain), problems: [problem] };
  }
  const gaps = chooseMarks(partners, marks);
  const edits = makeEdits(plain, tokens, gaps);
  const { composition, moveStart } = markText(plain, edits);
  const paragraphs = new Set<number>();
  const decided = new Set<number>();
  for (const [at, { from }] of tokens.entries()) {
    const gap = gaps[at];
    if (gap === undefined || at === 0) continue;
    decided.add(moveStart(from));
    if (gap.isParagraph) paragraphs.add(moveStart(from));
  }
  const differences = listDifferences(texts, copied, partners);
  const lineStarts = [0, ...[...copy.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const problems = differences.flatMap((own) =>
    tellDifference(own, plain, tokens, { words, copy, lineStarts }),
  );
  const startOf = (at: number) => moveStart(tokens[at]?.from ?? plain.text.length);
  const lacking = differences
    .filter(({ from, to, otherFrom, otherTo }) => otherFrom === otherTo && to - from >= LACKING_WORDS)
    .map(({ from, to }) => ({ from: startOf(from), to: startOf(to) }));
  return { composition, paragraphs, decided, lacking, problems };
}

/** For each place between two words, those before the first and behind the last too, the marks that the copy has there. */
function chooseMarks(partners: Int32Array, marks: readonly Marks[]): (Marks | undefined)[] {
  const isPartner = new Set(partners);
  const gaps: (Marks | undefined)[] = [];
  for (let at = 0; at <= partners.length; at += 1) {
    const before = at === 0 ? -1 : (partners[at - 1] ?? -1);
    const after = at === partners.length ? -1 : (partners[at] ?? -1);
    const [left, right] = [marks[before + 1], marks[after]];
    // The marks behind words that only the transcript has stand behind the last of them.
    const isLeft = before !== -1 && (after !== -1 || !isPartner.has(before + 1));
    const isRight = after !== -1;
    if (!isLeft && !isRight) gaps.push(undefined);
    else
      gaps.push({
        closing: (isLeft ? left?.closing : right?.closing) ?? "",
        opening: (isRight ? right?.opening : "") ?? "",
        isParagraph: (isLeft && left?.isParagraph === true) || (isRight && right?.isParagraph === true),
      });
  }
  return gaps;
}

/** What is written between two words that is no mark of a sentence stays. */
const OWN_SIGNS = /[^\s，。！？；：、…—～,.!?;:“”‘’「」『』（）()【】《》〈〉[\]"]/;

function makeEdits(
  { text, changes, sources }: ComposedText,
  tokens: readonly Token[],
  gaps: readonly (Marks | undefined)[],
): MarkEdit[] {
  let change = 0;
  let source = 0;
  const chosen = gaps.flatMap((gap, at) => {
    const [left, right] = [tokens[at - 1], tokens[at]];
    const from = left?.to ?? 0;
    const to = right?.from ?? text.length;
    while ((changes[change]?.to ?? Number.POSITIVE_INFINITY) <= from) change += 1;
    while ((sources[source]?.start ?? Number.POSITIVE_INFINITY) <= from) source += 1;
    const beside = changes[change];
    const isInChange =
      beside !== undefined && (from === to ? beside.from < from : beside.from < to) && beside.to > from;
    // A cue of marks alone, which somebody else may say.
    const hasCue = (sources[source + 1]?.start ?? Number.POSITIVE_INFINITY) <= to;
    const isKept = gap === undefined || isInChange || hasCue || isOfWord(text.slice(from, to), left, right);
    return isKept ? [] : [{ from, to, left, right, ...gap }];
  });
  const balanced = dropLoneMarks(chosen.flatMap(({ closing, opening }) => [closing, opening]));
  return chosen.flatMap(({ from, to, left, right }, index): MarkEdit[] => {
    const [closing = "", opening = ""] = balanced.slice(2 * index, 2 * index + 2);
    const edit = { from, to, ...space(closing, opening, text.slice(from, to), text, left, right) };
    return isHarmless(edit, text, left, right) ? [edit] : [];
  });
}

/** No part of a word, whatever stands beside it. */
const DIVIDING_SIGNS = /^[,;!?，；、。！？]+$/;

/** Whether what stands between two words makes them one to a reader: `3.7`, `GPT-4`, `A&B`. */
function isOfWord(own: string, left: Token | undefined, right: Token | undefined): boolean {
  if (OWN_SIGNS.test(own)) return true;
  // `.NET`
  if (/[.．]$/.test(own) && right !== undefined && !isCharacter(right)) return true;
  if (left === undefined || right === undefined) return false;
  if (/\p{Nd}$/u.test(left.text) && /^\p{Nd}/u.test(right.text)) return true;
  if (own === "" || /\s/.test(own) || DIVIDING_SIGNS.test(own)) return false;
  return !isCharacter(left) && !isCharacter(right);
}

/** The marks with the space that joins the words: none between Han characters, one between Latin words, else the text's habit. */
function space(
  closing: string,
  opening: string,
  own: string,
  text: string,
  left: Token | undefined,
  right: Token | undefined,
): Pick<MarkEdit, "closing" | "opening"> {
  if (left === undefined || right === undefined) return { closing, opening };
  const before = text.slice(left.from, left.to) + closing;
  const after = opening + text.slice(right.from, right.to);
  const isUnmarked = closing === "" && opening === "";
  // A dot before a Latin word would be its own (`.NET`).
  const hasSpace = (isUnmarked && own.includes(" ")) || (/[.．]$/.test(closing) && !right.isHan);
  return { closing: closing + getSeparator(before + (hasSpace ? " " : ""), after), opening };
}

/** Whether both words are the same tokens beside the marks. */
function isHarmless(
  { closing, opening }: MarkEdit,
  text: string,
  left: Token | undefined,
  right: Token | undefined,
): boolean {
  const written = (token: Token | undefined) => (token === undefined ? "" : text.slice(token.from, token.to));
  const read = readTokens(written(left) + closing + opening + written(right));
  const wanted = [left, right].flatMap((token) => token ?? []);
  return read.length === wanted.length && read.every(({ text: own }, at) => own === wanted[at]?.text);
}

/** What is told of a difference; nothing of a word that the copy has as it was heard. */
function tellDifference(
  { from, to, otherFrom, otherTo }: TokenDifference,
  { text, changes, pieces }: ComposedText,
  tokens: readonly Token[],
  {
    words,
    copy,
    lineStarts,
  }: { words: readonly PunctuatedWord[]; copy: string; lineStarts: readonly number[] },
): LineProblem[] {
  const [start, end] = [tokens[from]?.from ?? text.length, tokens[to - 1]?.to ?? 0];
  const own = from === to ? "" : text.slice(start, end);
  const [copyStart, copyEnd] = [words[otherFrom]?.from ?? copy.length, words[otherTo - 1]?.to ?? 0];
  const other = otherFrom === otherTo ? "" : copy.slice(copyStart, copyEnd);
  const first = findLastIndex(changes.length, (at) => (changes[at]?.to ?? 0) <= start) + 1;
  const last = findLastIndex(changes.length, (at) => (changes[at]?.from ?? 0) < Math.max(end, start + 1));
  const heard = changes.slice(first, last + 1);
  const said = readTokens(heard.map((change) => change.heard).join(" ")).map((token) => token.text);
  const asked = words.slice(otherFrom, otherTo).map((word) => word.text);
  if (asked.length > 0 && ` ${said.join(" ")} `.includes(` ${asked.join(" ")} `)) return [];
  if (otherFrom === otherTo && to - from >= LACKING_WORDS) {
    const lacked = { words: to - from, line: lineOf(pieces, start), last: lineOf(pieces, end) };
    return [{ severity: "warning", kind: "punctuated-lacks", values: lacked }];
  }
  const line = findLastIndex(lineStarts.length, (at) => (lineStarts[at] ?? 0) <= copyStart) + 1;
  const values = { text: cutLong(own), copy: cutLong(other), line: lineOf(pieces, start) };
  return [{ severity: "warning", line, kind: "punctuated-differs", values }];
}

/** The transcript's line in which an offset stands. */
function lineOf(pieces: ComposedText["pieces"], offset: number): number {
  return pieces[findLastIndex(pieces.length, (at) => (pieces[at]?.start ?? 0) <= offset)]?.line ?? 1;
}

/** A copy without the names of speakers that stand before their turns: spaces stand in their place. */
function blankNames(copy: string, { cues }: ComposedText): string {
  const names = new Set(
    cues.flatMap(({ speaker }) => (speaker === undefined ? [] : [speaker.name, speaker.key])),
  );
  const folded = new Set([...names].map(foldName));
  return copy.replace(/^[*_>【[(（]*([^:：\n]{1,40}?)[*_】\])）]*[:：][*_]*/gm, (own, name: string) =>
    folded.has(foldName(name)) ? " ".repeat(own.length) : own,
  );
}

function cutLong(text: string): string {
  const plain = text.replace(/\s+/g, " ");
  return plain.length <= 40 ? plain : `${plain.slice(0, 39)}…`;
}
