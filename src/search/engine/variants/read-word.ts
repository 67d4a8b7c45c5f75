import { stemmer } from "stemmer";
import { readTokens, type Token } from "../../../text/normalise.ts";
import { findRuns, joinsInQuery, joinTokens } from "../../format/variants/join-latin.ts";
import { readNumbers } from "../../format/variants/read-numbers.ts";
import type { WrittenTokens } from "../../format/variants/variant-stretch.ts";
import type { NameTable } from "./name-table.ts";

/** A way to write a part of a word: tokens that stand for themselves, or the key that all its writings share. */
export type Way =
  | { readonly kind: "phrase"; readonly tokens: readonly Token[] }
  | { readonly kind: "key"; readonly key: string };

/** Tokens of a word that may be written otherwise. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly ways: readonly Way[];
}

/** A part of a word: as it was typed, or in one of several ways. */
export type WordPart =
  | { readonly kind: "typed"; readonly tokens: readonly Token[] }
  | {
      readonly kind: "ways";
      readonly ways: readonly Way[];
      /** As it was typed. */
      readonly typed: readonly Token[];
      /** A single Han character before or after it: alone it would stand in too many places. */
      readonly before?: Token;
      readonly after?: Token;
    };

/** The parts of a word, one after another; at least one of them is `ways`. */
export type WordReading = readonly WordPart[];

/** Ways to divide one word: more of them a reader would not wait for. Chosen. */
const MOST_READINGS = 4;

/** How a word of a query may be written otherwise, whole or in part. */
export function readWord(written: WrittenTokens, names: NameTable): WordReading[] {
  const stretches = listStretches(written, names);
  const readings = new Map<string, WordReading>();
  // Each stretch in turn is the first to be chosen; then what is longest of the rest.
  for (const first of stretches) {
    if (readings.size === MOST_READINGS) break;
    const chosen = [first];
    for (const other of stretches)
      if (!chosen.some((own) => own.from < other.to && other.from < own.to)) chosen.push(other);
    chosen.sort((a, b) => a.from - b.from);
    const key = chosen.map(({ from, to }) => `${from}-${to}`).join();
    if (!readings.has(key)) readings.set(key, divideWord(written.tokens, chosen));
  }
  return [...readings.values()];
}

/** The longest first. */
function listStretches(written: WrittenTokens, names: NameTable): Stretch[] {
  const found = [...listNumbers(written), ...listLatin(written), ...names.find(written.tokens)];
  const byPlace = new Map<string, Stretch>();
  for (const { from, to, ways } of found) {
    if (ways.length === 0) continue;
    const known = byPlace.get(`${from}-${to}`)?.ways ?? [];
    byPlace.set(`${from}-${to}`, { from, to, ways: [...known, ...ways] });
  }
  return [...byPlace.values()].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
}

function listNumbers(written: WrittenTokens): Stretch[] {
  return readNumbers(written, true).map(({ from, to, key }) => ({ from, to, ways: [{ kind: "key", key }] }));
}

function listLatin(written: WrittenTokens): Stretch[] {
  return findRuns(written, joinsInQuery).flatMap((run) => {
    const single = written.tokens
      .slice(run.from, run.to)
      .map((_, k) => ({ from: run.from + k, to: run.from + k + 1 }));
    return [run, ...(run.to - run.from > 1 ? single : [])].map(({ from, to }) => ({
      from,
      to,
      ways: listWays(written.tokens.slice(from, to)),
    }));
  });
}

function listWays(tokens: readonly Token[]): Way[] {
  const key = joinTokens(tokens);
  if (key === undefined) return [];
  const [first] = tokens;
  const joined = key.slice(1);
  const words = tokens.length > 1 ? [joined] : [joined, ...inflectWord(joined)];
  return [
    { kind: "key", key },
    ...words
      .filter((word) => tokens.length > 1 || word !== first?.text)
      .map((word): Way => ({ kind: "phrase", tokens: readTokens(word) })),
  ];
}

function divideWord(tokens: readonly Token[], stretches: readonly Stretch[]): WordReading {
  const parts: WordPart[] = [];
  let at = 0;
  let before: Token | undefined;
  const addTyped = (to: number) => {
    const own = tokens.slice(at, to);
    const last = parts.at(-1);
    if (own.length === 0) return;
    const [only] = own;
    if (own.length > 1 || !only?.isHan) parts.push({ kind: "typed", tokens: own });
    else if (last?.kind === "ways") parts[parts.length - 1] = { ...last, after: only };
    else before = only;
  };
  for (const { from, to, ways } of stretches) {
    addTyped(from);
    parts.push({
      kind: "ways",
      ways,
      typed: tokens.slice(from, to),
      ...(before === undefined ? {} : { before }),
    });
    before = undefined;
    at = to;
  }
  addTyped(tokens.length);
  return parts;
}

const VOWEL = /[aeiouy]/;
const LEAST_LETTERS = 3;
/** Words that look inflected and are none, or other words by their look. */
const UNINFLECTED = new Set(
  "this his its was has does news series species thus plus bus gas yes less bias lens chaos always perhaps indeed during nothing something anything everything ours yours hers theirs".split(
    " ",
  ),
);
/** Words that look like a past or a present participle: all that is made of them is a plural, or a third person. */
const PLAIN = new Set(
  "need seed feed speed bed red being thing king ring spring string bring evening morning wing sing".split(
    " ",
  ),
);

/**
 * Other forms of an English word: plural, past, -ing, and the word itself. Porter's stemmer says which forms are of
 * one word: rated is of rate and not of rat.
 */
export function inflectWord(word: string): string[] {
  if (!/^[a-z]+$/.test(word) || word.length < LEAST_LETTERS || UNINFLECTED.has(word)) return [];
  if (PLAIN.has(word)) return [`${word}s`];
  if (word.endsWith("s") && PLAIN.has(word.slice(0, -1))) return [word.slice(0, -1)];
  const stem = stemmer(word);
  const bases = [word, ...listBases(word)].filter(
    (base) => base.length >= LEAST_LETTERS && VOWEL.test(base) && stemmer(base) === stem,
  );
  const forms = new Set(bases.flatMap((base) => [base, ...listForms(base)]));
  forms.delete(word);
  return [...forms].filter((form) => stemmer(form) === stem && !UNINFLECTED.has(form));
}

function listBases(word: string): string[] {
  const [, before = ""] = /^(.+?)(?:s|ed|ing)$/.exec(word) ?? [];
  if (before === "") return [];
  if (word.endsWith("ss")) return [];
  if (word.endsWith("s"))
    return word.endsWith("ies")
      ? [`${word.slice(0, -3)}y`, before]
      : word.endsWith("es")
        ? [before, word.slice(0, -2)]
        : [before];
  const bases = [before, `${before}e`];
  if (word.endsWith("ied")) bases.push(`${word.slice(0, -3)}y`);
  if (/([^aeiouy])\1$/.test(before)) bases.push(before.slice(0, -1));
  return bases;
}

function listForms(base: string): string[] {
  const silent = base.endsWith("e") ? base.slice(0, -1) : base;
  if (/[^aeiou]y$/.test(base)) {
    const changed = base.slice(0, -1);
    return [`${changed}ies`, `${changed}ied`, `${base}ing`];
  }
  const plural = /(?:s|x|z|ch|sh|o)$/.test(base) ? [`${base}es`, `${base}s`] : [`${base}s`];
  const last = base.at(-1) as string;
  const doubled = /[aeiou][bdgklmnprt]$/.test(base) ? [`${base}${last}ed`, `${base}${last}ing`] : [];
  return [...plural, `${silent}ed`, `${silent}ing`, ...doubled];
}
