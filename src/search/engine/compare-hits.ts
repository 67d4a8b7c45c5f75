import type { Hit } from "../../text/find-form.ts";

/** The hits that overlap none of `others`; both ascending, and hits of one list are of about the same length. */
export function withoutTouching<H extends Hit>(hits: readonly H[], others: readonly Hit[]): H[] {
  let next = 0;
  return hits.filter((hit) => {
    while (next < others.length && (others[next] as Hit).to <= hit.from) next++;
    const other = others[next];
    return other === undefined || other.from >= hit.to;
  });
}

/** Every token of the hit is in one of `others`: it stands there as it was asked. */
export function isCovered({ from, to }: Hit, others: readonly Hit[]): boolean {
  for (let at = from; at < to; at++)
    if (!others.some((other) => other.from <= at && at < other.to)) return false;
  return true;
}
