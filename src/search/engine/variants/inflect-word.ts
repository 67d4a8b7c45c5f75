import { stemmer } from "stemmer";

const VOWEL = /[aeiouy]/;
const LEAST_LETTERS = 3;
/** Words that look inflected and are none, or other words by their look. */
const UNINFLECTED = new Set(
  "this his its was has does news series species thus plus bus gas yes less bias lens chaos always perhaps need seed feed speed indeed bed red being during thing king ring spring string bring evening morning wing sing nothing something anything everything ours yours hers theirs".split(
    " ",
  ),
);

/**
 * Other forms of an English word: plural, past, -ing, and the word itself. Porter's stemmer says which forms are of
 * one word: rated is of rate and not of rat.
 */
export function inflectWord(word: string): string[] {
  if (!/^[a-z]+$/.test(word) || word.length < LEAST_LETTERS || UNINFLECTED.has(word)) return [];
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
