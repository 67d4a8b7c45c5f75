/**
 * The first character of each letter's part in Chinese sorted by pinyin; no syllable begins with I, U or V.
 * Any sorting by pinyin (CLDR's `zh`) can be cut into letters by these.
 */
const firstOfLetter: readonly (readonly [letter: string, first: string])[] = [
  ["A", "阿"],
  ["B", "八"],
  ["C", "嚓"],
  ["D", "哒"],
  ["E", "妸"],
  ["F", "发"],
  ["G", "旮"],
  ["H", "哈"],
  ["J", "讥"],
  ["K", "咔"],
  ["L", "垃"],
  ["M", "妈"],
  ["N", "拏"],
  ["O", "噢"],
  ["P", "妑"],
  ["Q", "七"],
  ["R", "呥"],
  ["S", "仨"],
  ["T", "他"],
  ["W", "屲"],
  ["X", "夕"],
  ["Y", "丫"],
  ["Z", "帀"],
];

const collator = new Intl.Collator("zh-u-co-pinyin");

/** The letter under which a book's index would list a name: A to Z by spelling or pinyin, `#` for all else. */
export function findInitial(name: string): string {
  const first = name
    .normalize("NFKD")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .charAt(0)
    .toUpperCase();
  if (/[A-Z]/.test(first)) return first;
  if (!/\p{Script=Han}/u.test(first)) return "#";
  let initial = "A";
  for (const [letter, from] of firstOfLetter) {
    if (collator.compare(from, first) > 0) break;
    initial = letter;
  }
  return initial;
}

/** Names in the order of an index: by letter, inside it by spelling or pinyin, case apart last. */
export function compareByIndex(a: string, b: string): number {
  const [initialA, initialB] = [findInitial(a), findInitial(b)];
  if (initialA !== initialB)
    return initialA === "#" ? 1 : initialB === "#" ? -1 : initialA < initialB ? -1 : 1;
  return collator.compare(a, b);
}
