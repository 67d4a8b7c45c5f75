import type { Span } from "../model/span.ts";
import { isCharacter, type Token } from "./normalise.ts";

/** A place where a word of a query stands, in tokens. */
export type Hit = Span;

/** Every place in `tokens` where `form` begins; overlapping places count. */
export function findForm(tokens: readonly Token[], form: readonly Token[], isTyping = false): Hit[] {
  const hits: Hit[] = [];
  const last = form.length - 1;
  for (let from = 0; from + last < tokens.length; from++) {
    const isHere = form.every((token, k) => {
      const written = (tokens[from + k] as Token).text;
      return isTyping && k === last && !isCharacter(token)
        ? written.startsWith(token.text)
        : written === token.text;
    });
    if (isHere) hits.push({ from, to: from + form.length });
  }
  return hits;
}

/**
 * The places of one word that was looked for in several forms: one found by two forms, or inside a longer
 * form's place, counts once. Ascending.
 */
export function mergeHits<H extends Hit>(hitsByForm: readonly (readonly H[])[]): H[] {
  if (hitsByForm.length === 1) return [...(hitsByForm[0] as readonly H[])];
  const places = hitsByForm
    .flatMap((hits, form) => hits.map((hit) => ({ hit, form })))
    .sort((a, b) => a.hit.from - b.hit.from || b.hit.to - a.hit.to);
  const reached = hitsByForm.map(() => -1);
  const kept: H[] = [];
  for (const { hit, form } of places) {
    if (!reached.some((to, other) => other !== form && hit.to <= to)) kept.push(hit);
    reached[form] = Math.max(reached[form] as number, hit.to);
  }
  return kept;
}
