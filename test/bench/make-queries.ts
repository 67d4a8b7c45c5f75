import { cut } from "nodejs-jieba";
import { isHanToken, readPlainTokens } from "./plain-tokens.ts";
import type { Random } from "./random.ts";
import type { SourceCue, SourceEpisode } from "./read-source.ts";

/** Where the queries of a set come from. */
export type QueryKind = "title" | "run" | "mixed" | "latin" | "percent";

export interface BenchQuery {
  readonly kind: QueryKind;
  /** As typed: words between spaces, quotes around a word that holds a space. */
  readonly text: string;
}

/** How many queries of each kind are made: what the floors are stated for. */
export const queryCounts: Readonly<Record<QueryKind, number>> = {
  title: 200,
  run: 100,
  mixed: 50,
  latin: 50,
  percent: 30,
};

/** Attempts at a further query before a kind is left with fewer: small archives run out of different ones. */
const MAX_ATTEMPTS = 5_000;

/** Makes the query sets from an archive. The same archive and the same random numbers give the same queries. */
export function makeQueries(episodes: readonly SourceEpisode[], random: Random): BenchQuery[] {
  const withText = episodes.filter(({ cues }) => cues.length > 0);
  const titles = episodes.flatMap(({ chapters }) => chapters.map(({ title }) => title));
  const makers: Readonly<Record<QueryKind, () => string | undefined>> = {
    title: () => (titles.length === 0 ? undefined : takeFromTitle(random.pick(titles), random)),
    run: () => takeRun(random.pick(withText), random, 2 + random.pickIndex(5)),
    mixed: () => takeMixed(random.pick(withText), random),
    latin: () => takeLatin(random.pick(withText), random),
    percent: () => (withPercent.length === 0 ? undefined : takePercent(random.pick(withPercent), random)),
  };
  const withPercent = withText.flatMap(({ cues }) => cues.filter(({ text }) => percent.test(text)));
  const seen = new Set<string>();
  const queries: BenchQuery[] = [];
  for (const [kind, make] of Object.entries(makers) as [QueryKind, () => string | undefined][]) {
    let count = 0;
    for (let attempt = 0; withText.length > 0 && attempt < MAX_ATTEMPTS; attempt += 1) {
      if (count === queryCounts[kind]) break;
      const text = make();
      if (text === undefined || seen.has(text)) continue;
      seen.add(text);
      queries.push({ kind, text });
      count += 1;
    }
  }
  return queries;
}

const hanRun = /\p{Script=Han}+/gu;

/** The words of two or more Han characters in a text, as jieba cuts them. */
export function cutHanWords(text: string): string[] {
  return (text.match(hanRun) ?? []).flatMap((run) => cut(run, true).filter((word) => [...word].length > 1));
}

/** A word of a title, two that stand together, or two with a space between. */
function takeFromTitle(title: string, random: Random): string | undefined {
  const words = cutHanWords(title);
  if (words.length === 0) return undefined;
  const at = random.pickIndex(words.length);
  const word = words[at] as string;
  const shape = random.pickIndex(3);
  if (shape === 0) return word;
  if (shape === 1) {
    const joined = word + (words[at + 1] ?? "");
    return words[at + 1] !== undefined && title.includes(joined) ? joined : undefined;
  }
  const other = random.pick(words);
  return other === word ? undefined : `${word} ${other}`;
}

/** `count` tokens of one turn, one after another, as they are written there. */
function takeRun({ cues }: SourceEpisode, random: Random, count: number): string | undefined {
  const turn = joinTurn(cues, random.pickIndex(cues.length));
  const tokens = readPlainTokens(turn);
  if (tokens.length < count) return undefined;
  const first = random.pickIndex(tokens.length - count + 1);
  const from = tokens[first]?.from ?? 0;
  const to = tokens[first + count - 1]?.to ?? 0;
  return quote(turn.slice(from, to));
}

/** The cue at `index` and the next ones, a few, of the same speaker. */
function joinTurn(cues: readonly SourceCue[], index: number): string {
  const speaker = cues[index]?.speaker;
  const next = cues.slice(index, index + 3);
  const end = next.findIndex((cue) => cue.speaker !== speaker);
  return next
    .slice(0, end < 0 ? next.length : end)
    .map(({ text }) => text.slice(0, 2_000))
    .join(" ");
}

/** Undefined where the text holds a quotation mark, which would end the word. */
function quote(text: string): string | undefined {
  const line = text.replace(/\s+/gu, " ").trim();
  if (/["“”„]/u.test(line)) return undefined;
  return line.includes(" ") ? `"${line}"` : line;
}

/** A run in which Han and Latin meet, or two words of one cue: one of each. */
function takeMixed({ cues }: SourceEpisode, random: Random): string | undefined {
  const turn = joinTurn(cues, random.pickIndex(cues.length));
  const tokens = readPlainTokens(turn);
  const latin = tokens.flatMap(({ text }, index) => (isLatinToken(text) ? [index] : []));
  if (latin.length === 0) return undefined;
  const at = random.pick(latin);
  if (random.pickIndex(2) === 0) {
    const word = cutHanWords(turn).at(0);
    const written = turn.slice(tokens[at]?.from, tokens[at]?.to);
    return word === undefined ? undefined : `${written} ${word}`;
  }
  const first = Math.max(0, at - random.pickIndex(3));
  const last = Math.min(tokens.length - 1, at + 1 + random.pickIndex(2));
  if (!tokens.slice(first, last + 1).some(({ text }) => isHanToken(text))) return undefined;
  return quote(turn.slice(tokens[first]?.from, tokens[last]?.to));
}

/** A Latin word of a cue, or two that stand together. */
function takeLatin({ cues }: SourceEpisode, random: Random): string | undefined {
  const { text } = random.pick(cues);
  const tokens = readPlainTokens(text);
  const latin = tokens.flatMap((token, index) => (isLatinToken(token.text) ? [index] : []));
  if (latin.length === 0) return undefined;
  const first = random.pick(latin);
  const last = random.pickIndex(3) === 0 && latin.includes(first + 1) ? first + 1 : first;
  return quote(text.slice(tokens[first]?.from, tokens[last]?.to));
}

const percent = /\d[%‰％]/u;

/** A number of a cue with its per cent, and perhaps the token before or after it. */
function takePercent({ text }: SourceCue, random: Random): string | undefined {
  const tokens = readPlainTokens(text);
  const numbers = tokens.flatMap((token, index) => (/^\d+[%‰]$/u.test(token.text) ? [index] : []));
  if (numbers.length === 0) return undefined;
  const at = random.pick(numbers);
  const first = tokens[at - random.pickIndex(2)] ?? tokens[at];
  const last = tokens[at + random.pickIndex(2)] ?? tokens[at];
  return quote(text.slice(first?.from, last?.to));
}

/** True for a token with a Latin letter in it. */
function isLatinToken(text: string): boolean {
  return /\p{Script=Latin}/u.test(text);
}
