import { readNumbering } from "../../search/names/read-numbering.ts";

/** Characters of a title that are compared; chosen. */
const longest = 120;

/** A title made ready to be compared with many. */
interface ComparedTitle {
  readonly text: string;
  /** How much it tells: a Han character as much as two letters. */
  readonly told: number;
  readonly pairs: ReadonlyMap<string, number>;
}

/** A title, or a name, without its number. */
export function prepareTitle(title: string): ComparedTitle {
  const text = fold(readNumbering(title)?.rest || title);
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return { text, told: text.length + han, pairs: countPairs(text) };
}

/**
 * How alike two titles are, 0 to 1: 1 where one is in the other and is long enough to be told by, else the share of
 * pairs of neighbouring letters that both have (Dice's coefficient).
 */
export function compareTitles(a: ComparedTitle, b: ComparedTitle): number {
  const [short, long] = a.text.length <= b.text.length ? [a, b] : [b, a];
  if (short.told < 4) return 0;
  if (long.text.includes(short.text)) return short.told >= 8 || short.text === long.text ? 1 : 0.6;
  let shared = 0;
  for (const [pair, count] of short.pairs) shared += Math.min(count, long.pairs.get(pair) ?? 0);
  return (2 * shared) / Math.max(1, short.text.length + long.text.length - 2);
}

/** Many titles, to be compared with a name at once: those that share no pair of letters with it are not looked at. */
export class TitleIndex<Target extends { readonly title: string }> {
  readonly #titles: ReadonlyMap<Target, ComparedTitle>;
  readonly #byPair = new Map<string, Target[]>();

  constructor(targets: readonly Target[]) {
    this.#titles = new Map(targets.map((target) => [target, prepareTitle(target.title)]));
    for (const [target, { pairs }] of this.#titles)
      for (const pair of pairs.keys()) {
        const own = this.#byPair.get(pair);
        if (own === undefined) this.#byPair.set(pair, [target]);
        else own.push(target);
      }
  }

  /** How alike the name and each title are; those that are not alike at all are left out. */
  compare(name: string): Map<Target, number> {
    const own = prepareTitle(name);
    const likeness = new Map<Target, number>();
    for (const pair of own.pairs.keys())
      for (const target of this.#byPair.get(pair) ?? [])
        if (!likeness.has(target))
          likeness.set(target, compareTitles(own, this.#titles.get(target) as ComparedTitle));
    return likeness;
  }
}

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, longest);
}

function countPairs(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}
