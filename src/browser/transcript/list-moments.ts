import { cutExcerpt } from "../../text/cut-excerpt.ts";
import type { PassageHit } from "../../text/passage-index.ts";
import { addQuery } from "../search/search-address.ts";
import type { HitMoment } from "../strip/hit-strip.ts";

/** Characters of the words that a strip's note shows. */
const noteLength = 24;

/** A passage with hits, and the words around its first one. */
export interface PassageMoment extends HitMoment {
  excerpt(): string;
}

/** The passages with hits as a strip marks them. */
export function listMoments(
  hits: readonly PassageHit[],
  passages: readonly HTMLElement[],
  query: string,
): PassageMoment[] {
  const moments: (PassageMoment & { hits: number })[] = [];
  let last = -1;
  for (const [first] of hits) {
    const passage = passages[first.passage];
    const own = moments.at(-1);
    if (first.passage === last && own !== undefined) own.hits++;
    else if (passage !== undefined)
      moments.push({
        start: Number(passage.dataset["start"]),
        isEstimated: !passage.id.startsWith("t="),
        hits: 1,
        href: addQuery(`#${passage.id}`, query),
        excerpt: () =>
          cutExcerpt(passage.querySelector(".text")?.textContent ?? "", [[first.from, first.to]], noteLength)
            .text,
      });
    last = first.passage;
  }
  return moments;
}
