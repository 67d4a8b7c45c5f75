/*
 * The sound of a Mandarin syllable, as the sounds-like tier hears it: without its tone and with sounds merged that
 * recognisers and speakers confuse. Which ones was measured on 1,500 recogniser's lines of AISHELL-3, in which 431
 * words of two characters and more were heard as others (test/relevance/sound-merges.test.ts). `agree`: misheard words
 * whose syllables agree; `found`: of these, those at a place that is not taken for an accident; precision: share of
 * the places found at which the word that was asked was truly said.
 *
 *   merged                            agree  found  precision
 *   nothing but the tones              194    185     0.534
 *   zh=z, ch=c, sh=s                   199    189     0.513
 *   ang=an, iang=ian, uang=uan         198    189     0.538
 *   eng=en                             196    187     0.531
 *   ing=in                             203    193     0.540
 *   these four                         216    204     0.515
 *   these and n=l                      217    205     0.511
 *         and f=hu                     218    206     0.512
 *         and r=l                      218    205     0.515
 *         and ü=i                      231    216     0.482
 *   all eight, what is merged here     236    220     0.475
 *
 * Left out, each measured with the first four: ou=u, j=z, b=p, g=k (no error more), ong=un, uan=an, h=k (one), e=uo,
 * d=t (two), j=q (three, precision -0.016), ian=in (five, -0.022), z=c=s (ten, -0.131).
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

/** How alike two variants of one syllable are: 1 the same, 0.5 in tone alone or in all but the tone, 0 in neither. */
export function compareVariants(one: string, other: string): number {
  const [a, b] = [one, other].map((variant) => (variant.codePointAt(0) as number) - FIRST_VARIANT) as [
    number,
    number,
  ];
  const isSameTone = a % TONES === b % TONES;
  const isSameSound = Math.floor(a / TONES) === Math.floor(b / TONES);
  return (isSameTone ? 0.5 : 0) + (isSameSound ? 0.5 : 0);
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
