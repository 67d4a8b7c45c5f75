import { pinyin } from "pinyin-pro";
import type { WordKnowledge } from "../word-knowledge.ts";
import { type Phone, readPhones } from "./phones.ts";
import { soundOutLatin } from "./sound-out-latin.ts";

/** The ways in which a name in any mixture of scripts may be said; at most four. */
export function soundOut(written: string, words: Pick<WordKnowledge, "pronounce">): Phone[][] {
  let readings: Phone[][] = [[]];
  for (const run of written.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []) {
    const ways = /\p{Script=Han}/u.test(run)
      ? [soundOutHan(run).flatMap(({ phones }) => phones)]
      : soundOutLatin(run, words.pronounce);
    if (ways.length === 0) continue;
    readings = readings.flatMap((reading) => ways.map((way) => [...reading, ...way])).slice(0, 4);
  }
  return readings.filter((reading) => reading.length > 0);
}

const initials: Readonly<Record<string, string>> = { zh: "J", ch: "Q", sh: "X", j: "J", q: "Q", x: "X" };
const finals: Readonly<Record<string, string>> = {
  ...{ a: "a", ai: "ai", ao: "au", an: "an", ang: "aN", e: "e", ei: "Ei", en: "en", eng: "eN", er: "ar" },
  ...{ o: "o", ong: "oN", ou: "ou", i: "i", ia: "ia", ian: "iEn", iang: "iaN", iao: "iau", ie: "iE" },
  ...{ in: "in", ing: "iN", iong: "ioN", iu: "iou", u: "u", ua: "ua", uai: "uai", uan: "uan", uang: "uaN" },
  ...{ ui: "uEi", un: "uen", uo: "uo", ueng: "ueN", ü: "ü", üe: "üE", üan: "üan", ün: "ün", ê: "E" },
};

/** One Han character: its syllable as pinyin with the tone's digit, and as sounds. */
export interface HanSound {
  readonly syllable: string;
  readonly phones: readonly Phone[];
}

/** Reads a run of Han characters, one sound a character; polyphones by the words around them. */
export function soundOutHan(run: string): HanSound[] {
  const syllables = pinyin(run, { toneType: "num", type: "array", v: true });
  return syllables.map((syllable) => ({ syllable, phones: soundOutSyllable(syllable) }));
}

const known = new Map<string, readonly Phone[]>();

function soundOutSyllable(syllable: string): readonly Phone[] {
  const cached = known.get(syllable);
  if (cached !== undefined) return cached;
  const spelled = spellOut(syllable.replace(/\d$/, ""));
  const [, initial = "", final = ""] = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcs])?(.*)$/.exec(spelled) ?? [];
  // 之 is no i: the vowel of zi, ci, si, zhi, chi, shi, ri is hardly one.
  const isBuzz = final === "i" && /^(?:zh|ch|sh|r|z|c|s)$/.test(initial);
  const phones = readPhones((initials[initial] ?? initial) + (isBuzz ? "e" : (finals[final] ?? "")));
  known.set(syllable, phones);
  return phones;
}

/** Spelling without y, w and shortened finals, so that a letter is a sound. */
function spellOut(pinyinSyllable: string): string {
  return pinyinSyllable
    .replace("v", "ü")
    .replace(/^yu/, "ü")
    .replace(/^([jqx])u/, "$1ü")
    .replace(/^yi/, "i")
    .replace(/^you/, "iu")
    .replace(/^y/, "i")
    .replace(/^wu/, "u")
    .replace(/^wei/, "ui")
    .replace(/^wen(?!g)/, "un")
    .replace(/^w/, "u")
    .replace(/^([bpmf])o$/, "$1uo");
}
