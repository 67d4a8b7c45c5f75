import { type Phone, readPhones } from "./phones.ts";

/** How a word is pronounced, as ARPABET (`R AA1 B AA2 T`); undefined where nobody knows. */
export type Pronounce = (word: string) => string | undefined;

const arpabet: Readonly<Record<string, string>> = {
  ...{
    AA: "a",
    AE: "a",
    AH: "e",
    AO: "o",
    AW: "au",
    AY: "ai",
    EH: "E",
    ER: "er",
    EY: "Ei",
    IH: "i",
    IY: "i",
  },
  ...{ OW: "ou", OY: "oi", UH: "u", UW: "u", B: "b", CH: "Q", D: "d", DH: "z", F: "f", G: "g", HH: "h" },
  ...{ JH: "J", K: "k", L: "l", M: "m", N: "n", NG: "N", P: "p", R: "r", S: "s", SH: "X", T: "t", TH: "s" },
  ...{ V: "v", W: "w", Y: "i", Z: "z", ZH: "X" },
};
const letterNames: Readonly<Record<string, string>> = {
  ...{ a: "Ei", b: "bi", c: "si", d: "di", e: "i", f: "Ef", g: "Ji", h: "EiQ", i: "ai", j: "JEi", k: "kEi" },
  ...{ l: "El", m: "Em", n: "En", o: "ou", p: "pi", q: "kiu", r: "ar", s: "Es", t: "ti", u: "iu", v: "vi" },
  ...{ w: "debliu", x: "Eks", y: "wai", z: "zi" },
  ...{
    0: "ziro",
    1: "wan",
    2: "tu",
    3: "sri",
    4: "for",
    5: "faiv",
    6: "siks",
    7: "seven",
    8: "Eit",
    9: "nain",
  },
};
/** Spellings and their sounds for words that stand in no dictionary; the first that fits is taken. */
const spellings: readonly (readonly [RegExp, string])[] = [
  ...([
    [/^tion/, "Xen"],
    [/^sion/, "Xen"],
    [/^ture/, "Qer"],
    [/^igh/, "ai"],
    [/^tch/, "Q"],
  ] as const),
  ...([
    [/^ch/, "Q"],
    [/^sh/, "X"],
    [/^ph/, "f"],
    [/^th/, "s"],
    [/^ck/, "k"],
    [/^qu/, "kw"],
    [/^wh/, "w"],
  ] as const),
  ...([
    [/^ng/, "N"],
    [/^ee/, "i"],
    [/^ea/, "i"],
    [/^oo/, "u"],
    [/^ou/, "au"],
    [/^ow/, "au"],
    [/^ai/, "Ei"],
  ] as const),
  ...([
    [/^ay/, "Ei"],
    [/^oa/, "ou"],
    [/^au/, "o"],
    [/^ie/, "i"],
    [/^e$/, ""],
    [/^x/, "ks"],
    [/^q/, "k"],
  ] as const),
  ...([
    [/^c(?=[eiy])/, "s"],
    [/^c/, "k"],
    [/^g(?=[ey])/, "J"],
    [/^j/, "J"],
    [/^y/, "i"],
    [/^e/, "E"],
  ] as const),
  ...([[/^u/, "e"]] as const),
];

/**
 * The ways in which a Latin name or word may be said, as sounds: each part of it (DeepSeek is Deep and Seek) as the
 * dictionary has it, else by its spelling; capitals also letter by letter (RL is ar el, SOTA both).
 */
export function soundOutLatin(written: string, pronounce: Pronounce): Phone[][] {
  const parts = written.match(/\p{Lu}{2,}(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}|\p{L}+|\d/gu) ?? [];
  let readings: Phone[][] = [[]];
  for (const part of parts) {
    const ways = soundOutPart(part, pronounce, parts.length === 1);
    readings = readings.flatMap((reading) => ways.map((way) => [...reading, ...way])).slice(0, 4);
  }
  const compact = written.replace(/[^\p{L}\p{N}]/gu, "");
  // MoE, RoPE: short names with capitals inside are often spelled.
  if (parts.length > 1 && compact.length <= 5 && /\p{Lu}/u.test(compact.slice(1)) && !/\s/.test(written))
    readings.push(spellLetters(compact));
  return readings.filter((reading) => reading.length > 0);
}

function soundOutPart(part: string, pronounce: Pronounce, isAlone: boolean): Phone[][] {
  const lower = part.toLowerCase();
  if (/^\p{Lu}{2,}$/u.test(part) || part.length === 1) {
    const isWordLike = part.length >= 3 && /[AEIOUY]/.test(part);
    return isWordLike ? [spellLetters(part), soundOutWord(lower, pronounce)] : [spellLetters(part)];
  }
  const word = soundOutWord(lower, pronounce);
  return isAlone && part.length <= 3 ? [word, spellLetters(part)] : [word];
}

function spellLetters(letters: string): Phone[] {
  return readPhones([...letters.toLowerCase()].map((letter) => letterNames[letter] ?? "").join(""));
}

function soundOutWord(word: string, pronounce: Pronounce): Phone[] {
  const known = pronounce(word);
  if (known !== undefined)
    return readPhones(known.replace(/[A-Z]+\d? ?/g, (symbol) => arpabet[symbol.replace(/\d? ?$/, "")] ?? ""));
  let spelled = "";
  let rest = word
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(.)\1/g, (pair) => (/[eo]/.test(pair[0] ?? "") ? pair : (pair[0] ?? "")));
  while (rest !== "") {
    const [pattern, sounds] = spellings.find(([own]) => own.test(rest)) ?? [/^./u, rest[0] ?? ""];
    spelled += sounds;
    rest = rest.slice(pattern.exec(rest)?.[0].length ?? 1);
  }
  return readPhones(spelled);
}
