/**
 * A sound that Mandarin and English spellings are both read into, coarse enough that one can be written for the
 * other: J is zh, j and the g of gin; Q is ch and q; X is sh and x; N is -ng; E is the e of bed, e the one of
 * 的 and of about; ü is French u.
 */
export type Phone = number;

/** The sounds, each by its letter; a {@link Phone} is an index into it. */
const PHONES = "aeEiouübpmfdtnNlrgkhJQXzcsvw";
const VOWELS = "aeEiouü";

/** Pairs of sounds that are taken for each other, and what that costs; any other two cost 1 (chosen by ear). */
const NEAR_SOUNDS: Readonly<Record<string, number>> = {
  ...{ bp: 0.25, dt: 0.25, gk: 0.25, JQ: 0.25, cz: 0.25, cs: 0.35, sz: 0.3, Xs: 0.15, Jz: 0.15, Qc: 0.15 },
  ...{ QX: 0.35, JX: 0.35, Jd: 0.5, Qt: 0.5, zd: 0.5, Nn: 0.1, nl: 0.25, mn: 0.35, Nm: 0.45, lr: 0.35 },
  ...{
    fh: 0.35,
    fv: 0.25,
    bv: 0.4,
    pf: 0.45,
    vw: 0.2,
    wf: 0.6,
    rw: 0.5,
    gh: 0.5,
    kh: 0.45,
    tk: 0.55,
    pt: 0.55,
  },
  ...{ bd: 0.55, dg: 0.55, ts: 0.55, bm: 0.5, dn: 0.6, tc: 0.4, Xc: 0.5, Jr: 0.5, Xr: 0.6, zr: 0.6 },
  ...{ uw: 0.15, ow: 0.4, ol: 0.4, ul: 0.45, er: 0.45, ar: 0.5 },
  ...{ Ee: 0.3, ae: 0.35, aE: 0.35, eo: 0.35, ou: 0.3, ao: 0.4, iE: 0.35, ei: 0.45, iü: 0.2, uü: 0.35 },
  ...{ eu: 0.5, ai: 0.7, Eo: 0.6, iu: 0.7, oi: 0.8, Eu: 0.7, au: 0.6, aü: 0.8 },
};

/** What it costs to take one sound for the other, by their letters. */
function priceSwap(left: string, right: string): number {
  if (left === right) return 0;
  return NEAR_SOUNDS[left + right] ?? NEAR_SOUNDS[right + left] ?? 1;
}

/** What a sound costs that stands on one side only: weak ones are lost or added without anybody noticing. */
function priceGap(phone: string, before: string): number {
  if (before !== "" && VOWELS.includes(before)) {
    if ("iuüo".includes(phone)) return 0.3;
    if ("nNrl".includes(phone)) return 0.35;
    if ("tdkgpb".includes(phone)) return 0.45;
  }
  if (phone === "e") return 0.4;
  if ("iuüw".includes(phone)) return 0.45;
  if (phone === "h") return 0.5;
  return VOWELS.includes(phone) ? 0.75 : 0.7;
}

const letters = [...PHONES];
export const PHONE_COUNT = letters.length;
const size = PHONE_COUNT;
/** What it costs to take a sound for another one: rows by the one, columns by the other. */
// Tables, because a transcript asks for some hundred million prices.
export const swapPrices = Float32Array.from({ length: size * size }, (_, index) =>
  priceSwap(letters[Math.floor(index / size)] as string, letters[index % size] as string),
);
/** What a sound costs that stands on one side only: rows by the sound before it, the last row for none. */
export const gapPrices = Float32Array.from({ length: (size + 1) * size }, (_, index) =>
  priceGap(letters[index % size] as string, letters[Math.floor(index / size)] ?? ""),
);

/** The sounds that letters of {@link PHONES} spell; other letters are no sound. */
export function readPhones(spelled: string): Phone[] {
  return [...spelled].map((letter) => letters.indexOf(letter)).filter((phone) => phone !== -1);
}

/** What the first sounds cost beside their swap: they are heard best, and count once and a half. */
export const FIRST_WEIGHT = 0.5;
