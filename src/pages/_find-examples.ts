import { rankTerms, type Site } from "./_read-site.ts";
import { readKeywords } from "./episodes/_keep-pages.ts";

/**
 * Words worth a first search: the glossary's terms, most often said first, then keywords of the episodes.
 *
 * A keyword counts in each episode by the square of its weight there, as a share of the weight of the episode's first:
 * what two episodes are about comes before the name that one is full of, and before what all of them touch on.
 */
export async function findExamples(site: Site, base: string, count: number): Promise<readonly string[]> {
  const terms = rankTerms(site, base).map(({ name }) => name);
  if (terms.length >= count) return terms.slice(0, count);
  const { keywordsOf } = await readKeywords(site.archive);
  const worths = new Map<string, number>();
  for (const keywords of keywordsOf.values()) {
    const most = keywords[0]?.weight ?? 1;
    for (const { form, weight } of keywords) worths.set(form, (worths.get(form) ?? 0) + (weight / most) ** 2);
  }
  const ranked = [...worths].sort((a, b) => b[1] - a[1]);
  return [...terms, ...ranked.map(([form]) => form)].slice(0, count);
}
