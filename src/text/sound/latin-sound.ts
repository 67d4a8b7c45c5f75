/*
 * The sound of a word in Latin letters: its consonants, with those merged that Mandarin recognisers and speakers
 * confuse (DeepSig, DipSick, DeepSeq for DeepSeek; influence for inference). After Lawrence Philips' Metaphone (1990),
 * coarser: it need not tell English words apart, only be the same for what is heard alike.
 */

/** Each row is tried in order on a run of lower-case letters: spellings of one sound, then sounds heard alike. */
const spellings: readonly (readonly [written: RegExp, sound: string])[] = [
  [/^(?:kn|gn)/, "n"],
  [/^wr/, "r"],
  [/^ps/, "s"],
  [/^x/, "s"],
  [/wh/g, "w"],
  [/ph|v/g, "f"],
  [/igh/g, "i"],
  [/gh/g, ""],
  [/[ts]ion/g, "jn"],
  [/t?ch|sh|dge|zh|ge$/g, "j"],
  [/ng(?![aeiouy])/g, "n"],
  [/ck|q(?:ue$|u)?/g, "k"],
  [/sc(?=[eiy])/g, "s"],
  [/c(?=[eiy])|z/g, "s"],
  [/c/g, "k"],
  [/x/g, "ks"],
  [/th/g, "t"],
];

const voicedMerges: readonly (readonly [written: RegExp, sound: string])[] = [
  [/d/g, "t"],
  [/b/g, "p"],
  [/g/g, "k"],
];

const consonantMerges: readonly (readonly [written: RegExp, sound: string])[] = [
  // The end of a cluster is swallowed: pose for post, Agen for Agent, DeepSix for DeepSeek.
  [/(?<=[^aeiouy])[st]$/, ""],
  // An r between a vowel and a consonant is heard as part of the vowel.
  [/(?<=[aeiouy])r(?![aeiouy])/g, ""],
  [/r/g, "l"],
  // Two vowels are another sound than one: they come below.
  [/([^aeiouy])\1+/g, "$1"],
];

/** So is a nasal; but a short word without it is another one (ground, Claude). */
const NASAL_BEFORE_CONSONANT = /(?<=[aeiouy])[nm](?=[^aeiouynm])/g;
/** Consonants of a word that is long enough to lose its nasals: DeepSync. Chosen. */
const MANY_CONSONANTS = 5;

const vowels: readonly (readonly [written: RegExp, sound: string])[] = [
  [/e$/, ""],
  [/ee|ea|ie|ei|y/g, "i"],
  [/oo|o[auw]|a[uw]|ew|[ou]e|u/g, "o"],
  [/a[iy]|e/g, "a"],
  [/(.)\1+/g, "$1"],
];

/** Fewer consonants than this say too little alone: then the vowels count too. Chosen. */
const FEW_CONSONANTS = 4;
/** Still fewer are told apart by their voice too: cod is not got. Chosen. */
const VERY_FEW_CONSONANTS = 3;

/**
 * The key that words heard alike share. A token that is not of a to z and digits, or of digits alone, is its own key.
 * @param token folded, as `readTokens` gives it
 */
export function keyLatinSound(token: string): string {
  if (!/^[a-z0-9]*[a-z][a-z0-9]*$/.test(token)) return token;
  return token.replace(/[a-z]+/g, keyLetters);
}

/** Number of consonant sounds and digits: how much a key says. */
export function countConsonants(key: string): number {
  return key.replace(/[aeiou]/g, "").length;
}

/** Never empty: a letter whose sound is swallowed elsewhere (e) stands for itself alone. */
function keyLetters(letters: string): string {
  return mergeLetters(letters) || letters;
}

function mergeLetters(letters: string): string {
  // Letters without a vowel are said one by one (GPT, GPD).
  if (!/[aeiouy]/.test(letters)) return letters.replace(/b/g, "p").replace(/d/g, "t").replace(/n/g, "m");
  const sounds = replaceAll(letters, spellings);
  const long = replaceAll(sounds.replace(/(?<=.)[wh]/g, ""), consonantMerges);
  const merged =
    long.replace(/[aeiouy]/g, "").length < MANY_CONSONANTS ? long : long.replace(NASAL_BEFORE_CONSONANT, "");
  const beginsWithVowel = /^[aeiouy]/.test(merged);
  const count = merged.replace(/[aeiouy]/g, "").length + (beginsWithVowel ? 1 : 0);
  if (count < VERY_FEW_CONSONANTS) return replaceAll(merged, vowels);
  const unvoiced = replaceAll(merged, voicedMerges);
  if (count < FEW_CONSONANTS) return replaceAll(unvoiced, vowels);
  const consonants = unvoiced.replace(/[aeiouy]/g, "");
  return beginsWithVowel ? `a${consonants}` : consonants;
}

function replaceAll(text: string, rules: readonly (readonly [RegExp, string])[]): string {
  return rules.reduce((sounds, [written, sound]) => sounds.replace(written, sound), text);
}
