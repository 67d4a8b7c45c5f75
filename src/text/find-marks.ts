import { readTokens, type Token } from "./normalise.ts";
import type { Query } from "./query.ts";

/** UTF-16 offsets of a stretch to mark. */
export type Mark = readonly [from: number, to: number];

/** A place where a word of a query stands: positions count tokens. */
export interface Hit {
  readonly from: number;
  /** Position after its last token. */
  readonly to: number;
}

/**
 * Where the words of a query stand in a text: ascending, not overlapping, touching ones joined.
 * A phrase that begins here and goes on in the next passage is marked as far as it goes, given that passage's
 * beginning as `following`.
 */
export function findMarks(text: string, query: Query, following = ""): Mark[] {
  const own = readTokens(text);
  const tokens = following === "" ? own : [...own, ...readTokens(following)];
  const hits = query.words.flatMap((word) =>
    word.forms.flatMap((form, index) => findForm(tokens, form, word.isTyping && index === 0)),
  );
  return joinMarks(
    hits
      .filter(({ from }) => from < own.length)
      .map(
        ({ from, to }): Mark => [(own[from] as Token).from, (own[Math.min(to, own.length) - 1] as Token).to],
      ),
  );
}

/** Every place in `tokens` where `form` begins; overlapping places count. */
export function findForm(tokens: readonly Token[], form: readonly Token[], isTyping = false): Hit[] {
  const hits: Hit[] = [];
  const last = form.length - 1;
  for (let from = 0; from + last < tokens.length; from++) {
    const isHere = form.every((token, k) => {
      const written = (tokens[from + k] as Token).text;
      return isTyping && k === last && !token.isHan ? written.startsWith(token.text) : written === token.text;
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

function joinMarks(marks: Mark[]): Mark[] {
  const joined: [number, number][] = [];
  for (const [from, to] of marks.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
