/*
 * The sound of a Mandarin syllable, as the sounds-like tier hears it: without its tone and with sounds merged that
 * recognisers and speakers confuse. Which ones was measured on 1,500 recogniser's lines of AISHELL-3 (asking each
 * misheard word of two characters or more, by the true one; `agree`: errors whose syllables agree after merging;
 * precision: share of the places found at which the word was truly said; test/relevance/sound-merges.test.ts):
 *
 *   merged                      agree  found  precision
 *   nothing but the tones        193    183     0.53
 *   zh=z, ch=c, sh=s             +6     +6     -0.02
 *   ang=an, iang=ian, uang=uan   +4     +4      0.00
 *   eng=en                       +2     +2      0.00
 *   ing=in                       +9     +9     +0.01
 *   all of these                 216    203     0.51
 *   … and n=l                    +1     +1      0.00
 *   … and f=hu                   +2     +2      0.00
 *   … and r=l                    +2     +1      0.00
 *   … and ü=i                   +15    +11     -0.03
 *   all                          236    218     0.47
 *
 * Measured and left out: ong=un, ou=u, j=z, b=p, g=k (no error more), e=uo, d=t (2 more), h=k, r=y, uan=an (1),
 * j=q (3 more, precision -0.03), ian=in (5 more, -0.02), z=c=s (11 more, -0.13).
 */

/** A syllable's sound: what is alike, and what tells its writings apart. Each is one Han character as a code. */
export interface SyllableSound {
  /** The merged syllable. */
  readonly syllable: string;
  /** Which of the merged syllables, in which tone: two sounds are the same where both codes are. */
  readonly variant: string;
}

const initials = ["", "b", "p", "m", "f", "d", "t", "l", "g", "k", "h", "j", "q", "x", "z", "c", "s"];
const finals = [
  ...[
    "a",
    "ai",
    "ao",
    "e",
    "ei",
    "en",
    "er",
    "i",
    "ia",
    "ian",
    "iao",
    "ie",
    "in",
    "iong",
    "iu",
    "o",
    "ong",
    "ou",
  ],
  ...["u", "ua", "uai", "uan", "ui", "un", "uo", "an", "io", "m"],
];
/** Each initial that is heard as another one. */
const initialMerges: Readonly<Record<string, string>> = { zh: "z", ch: "c", sh: "s", n: "l", r: "l" };
/** Each final that is heard as another one. */
const finalMerges: Readonly<Record<string, string>> = {
  ang: "an",
  iang: "ian",
  uang: "uan",
  eng: "en",
  ing: "in",
  ueng: "un",
  ü: "i",
  üe: "ie",
  üan: "ian",
  ün: "in",
  ê: "ei",
};

/** What stands for hu- and its final where f stands for hu: `hun` is fen. A final that is not here loses its u. */
const finalAfterHu: Readonly<Record<string, string>> = { u: "u", uo: "uo", ui: "ei", un: "en" };

/** Codes are Han characters because Pagefind leaves them as they are, and one is one character of a term. */
const FIRST_SYLLABLE = 0x4e00;
const FIRST_VARIANT = 0x5200;
const TONES = 5;
const FINAL_VARIANTS = 3;

/**
 * Reads a syllable of pinyin with its tone as a digit at the end, 0 for none (`zhuang1`, `nü3`, `r0`).
 * Undefined for what is no syllable of Mandarin.
 */
export function readSyllable(pinyin: string): SyllableSound | undefined {
  const match = /^(?<initial>zh|ch|sh|[bpmfdtnlgkhjqxrzcs])?(?<final>[a-zêü]+)(?<tone>[0-4])$/u.exec(
    spellOut(pinyin),
  );
  if (match?.groups === undefined) return undefined;
  const { initial: written = "", final: ending = "", tone = "0" } = match.groups;
  let initial = initialMerges[written] ?? written;
  let final = finalMerges[ending] ?? ending;
  const isHu = initial === "h" && final.startsWith("u");
  if (isHu) {
    initial = "f";
    final = finalAfterHu[final] ?? final.slice(1);
  }
  const initialIndex = initials.indexOf(initial);
  const finalIndex = finals.indexOf(final);
  if (initialIndex === -1 || finalIndex === -1) return undefined;
  const initialVariant = isHu ? 1 : ["n", "zh", "ch", "sh"].includes(written) ? 1 : written === "r" ? 2 : 0;
  const isNasalMerged = ending.endsWith("ng") && !final.endsWith("ng");
  const finalVariant = ending.startsWith("ü") ? 1 : isNasalMerged ? 2 : 0;
  return {
    syllable: String.fromCodePoint(FIRST_SYLLABLE + initialIndex * finals.length + finalIndex),
    variant: String.fromCodePoint(
      FIRST_VARIANT + (initialVariant * FINAL_VARIANTS + finalVariant) * TONES + Number(tone),
    ),
  };
}

/** Spelling without y, w and shortened finals, so that a letter is a sound: `yuan` is üan, `wo` uo, `ju` jü. */
function spellOut(pinyin: string): string {
  return pinyin
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
    .replace("uei", "ui")
    .replace(/uen(?!g)/, "un")
    .replace(/^iou/, "iu")
    .replace(/^([bpmf])o(?=\d)/, "$1uo")
    .replace(/^r(?=\d)/, "er")
    .replace(/^(h?)ng?(?=\d)/, "$1en");
}
