type Alike = readonly (readonly [written: RegExp, other: string])[];

/** Initials that many speakers do not tell apart, and that typists mix up therefore. */
const alikeInitials: Alike = [
  [/^([zcs])h/, "$1"],
  [/^([zcs])(?!h)/, "$1h"],
  [/^n/, "l"],
  [/^l/, "n"],
  [/^hu?/, "f"],
];
/** Finals likewise. */
const alikeFinals: Alike = [
  [/([aei])ng$/, "$1n"],
  [/([aei])n$/, "$1ng"],
];

/** First letters of syllables that are alike. */
const alikeLetters = ["nl", "ln", "hf"];

/** Whether a syllable that begins with a letter may be typed with another one in its place. */
export function beginAlike(letter: string, other: string): boolean {
  return alikeLetters.includes(letter + other);
}

const alikeOf = new Map<string, readonly string[]>();

/** Other ways in which a syllable may be typed: `zeng`, `zhen` and `zen` for zheng. */
export function listAlike(syllable: string): readonly string[] {
  const known = alikeOf.get(syllable);
  if (known !== undefined) return known;
  const swap = (from: string, rules: Alike) =>
    rules.filter(([written]) => written.test(from)).map(([written, other]) => from.replace(written, other));
  const initials = swap(syllable, alikeInitials);
  const others = [...initials, ...[syllable, ...initials].flatMap((own) => swap(own, alikeFinals))];
  alikeOf.set(syllable, others);
  return others;
}
