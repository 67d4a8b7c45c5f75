import { pinyin } from "pinyin-pro";
import { findWordStarts, makeWordList } from "../../src/search/tokenize/cut-words.ts";
import { readLexicalTokens } from "../../src/text/normalise.ts";
import type { HeardLine, HeardWord } from "./sound-errors.ts";

/** A rule by which sounds are taken for one another: on a syllable without its tone, spelled out (`iong`, `üan`). */
type Merge = (initial: string, final: string) => readonly [initial: string, final: string];

const replaceInitial =
  (from: string, to: string): Merge =>
  (initial, final) => [initial === from ? to : initial, final];
const replaceFinal =
  (from: RegExp, to: string): Merge =>
  (initial, final) => [initial, final.replace(from, to)];

/** The merges that were thought of, by the names of the table in src/text/sound/sound.ts. */
const merges = {
  "zh=z, ch=c, sh=s": (initial, final) => [initial.replace("h", "") || initial, final],
  "ang=an, iang=ian, uang=uan": replaceFinal(/ang$/, "an"),
  "eng=en": replaceFinal(/eng$/, "en"),
  "ing=in": replaceFinal(/^ing$/, "in"),
  "n=l": replaceInitial("n", "l"),
  "f=hu": (initial, final) =>
    initial === "h" && final.startsWith("u") ? ["f", final === "u" ? "u" : final.slice(1)] : [initial, final],
  "r=l": replaceInitial("r", "l"),
  "ü=i": replaceFinal(/^ü/, "i"),
  "ong=un": replaceFinal(/^ong$/, "un"),
  "ou=u": replaceFinal(/^ou$/, "u"),
  "e=uo": replaceFinal(/^uo$/, "e"),
  "ian=in": replaceFinal(/^ian$/, "in"),
  "uan=an": replaceFinal(/^uan$/, "an"),
  "j=z, q=c, x=s": (initial, final) => [{ j: "z", q: "c", x: "s" }[initial] ?? initial, final],
  "j=q": replaceInitial("q", "j"),
  "z=c=s": (initial, final) => [/^[zcs]h?$/.test(initial) ? "z" : initial, final],
  "d=t": replaceInitial("t", "d"),
  "b=p": replaceInitial("p", "b"),
  "g=k": replaceInitial("k", "g"),
  "h=k": replaceInitial("h", "k"),
} satisfies Readonly<Record<string, Merge>>;

export type MergeName = keyof typeof merges;

/** What a set of merges gives. */
export interface MergeFigures {
  /** Misheard words whose syllables agree with the true ones. */
  readonly agree: number;
  /** Of these, those whose place is not taken for an accident. */
  readonly found: number;
  /** Share of the places found at which the word was truly said. */
  readonly precision: number;
}

interface ReadLine extends HeardLine {
  readonly readings: readonly string[];
  readonly starts: readonly boolean[];
}

/** Measures merges by comparing every misheard word with every place that begins as it does: no code of the search. */
export class MergeBench {
  readonly #lines: readonly ReadLine[];
  readonly #words: readonly (HeardWord & { readonly readings: readonly string[] })[];

  constructor(lines: readonly HeardLine[], words: readonly HeardWord[]) {
    const wordList = makeWordList([]);
    this.#lines = lines.map((line) => {
      const text = line.heard.join("");
      return { ...line, readings: read(text), starts: findWordStarts(readLexicalTokens(text), wordList) };
    });
    this.#words = words.map((word) => ({ ...word, readings: read(word.said) }));
  }

  measure(names: readonly MergeName[]): MergeFigures {
    const known = new Map<string, string>();
    const key = (reading: string) => {
      const merged = known.get(reading) ?? mergeSyllable(reading, names);
      known.set(reading, merged);
      return merged;
    };
    const keysOfLines = this.#lines.map(({ readings }) => readings.map(key));
    const placesOf = listPlaces(keysOfLines);
    const [agreeing, found, asked] = [new Set<HeardWord>(), new Set<HeardWord>(), new Set<string>()];
    let [kept, right] = [0, 0];
    for (const word of this.#words) {
      const keys = word.readings.map(key);
      for (const [line, from] of placesOf.get(keys[0] ?? "") ?? []) {
        if (!keys.every((syllable, k) => keysOfLines[line]?.[from + k] === syllable)) continue;
        const { heard, said, places, readings, starts } = this.#lines[line] as ReadLine;
        if (heard.slice(from, from + keys.length).join("") === word.said) continue;
        const isOwn = line === word.line && from === word.from && word.heard !== undefined;
        if (isOwn) agreeing.add(word);
        const alike = keys.filter((_, k) => readings[from + k] === word.readings[k]).length;
        if (!isKept(keys.length, alike, starts.slice(from, from + 3))) continue;
        if (isOwn) found.add(word);
        if (asked.has(word.said)) continue;
        kept++;
        const isSaid = (at: number) => said.slice(at, at + keys.length).join("") === word.said;
        if (places.some((place, at) => place === from && isSaid(at))) right++;
      }
      asked.add(word.said);
    }
    return { agree: agreeing.size, found: found.size, precision: right / kept };
  }
}

/** Where each syllable stands. */
function listPlaces(
  keysOfLines: readonly (readonly string[])[],
): Map<string, (readonly [line: number, from: number])[]> {
  const placesOf = new Map<string, (readonly [line: number, from: number])[]>();
  for (const [line, keys] of keysOfLines.entries())
    for (const [from, key] of keys.entries()) {
      const own = placesOf.get(key);
      if (own === undefined) placesOf.set(key, [[line, from]]);
      else own.push([line, from]);
    }
  return placesOf;
}

/** What the search takes for more than an accident (PAIR_QUALITY of match-sound.ts). */
function isKept(length: number, alike: number, [first, second, after]: readonly boolean[]): boolean {
  if (length > 2) return true;
  const isWhole = first === true && after === true;
  if (isWhole) return second === true || alike > 0;
  return second === true && alike === 2;
}

function read(text: string): string[] {
  return pinyin(text, { toneType: "num", type: "array", toneSandhi: false });
}

function mergeSyllable(reading: string, names: readonly MergeName[]): string {
  const [, written = "", ending = ""] =
    /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcs])?([^0-4]*)/.exec(spellOut(reading)) ?? [];
  let [initial, final]: readonly [string, string] = [written, ending];
  for (const name of names) [initial, final] = merges[name](initial, final);
  return `${initial} ${final}`;
}

function spellOut(reading: string): string {
  return reading
    .replace(/^yu/, "ü")
    .replace(/^([jqx])u/, "$1ü")
    .replace(/^yi?/, "i")
    .replace(/^wu?/, "u")
    .replace("uei", "ui")
    .replace(/uen(?!g)/, "un")
    .replace("iou", "iu");
}
