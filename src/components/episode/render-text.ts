import type { Change } from "../../model/cue.ts";
import type { Passage } from "../../model/passage.ts";
import type { Span } from "../../model/span.ts";
import { escapeHtml } from "../../text/escape-html.ts";

/** A place in a passage's text where a term is said, and the address of the term's page. UTF-16 offsets. */
export interface TermPlace {
  readonly from: number;
  readonly to: number;
  readonly address: string;
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly open: string;
  readonly close: string;
}

/**
 * A passage's text as HTML: corrected words keep what was heard, terms are links. A term that lies in a corrected
 * word, or around one, is nested; one that only overlaps a corrected word stays plain.
 */
export function renderText(
  { text, changes }: Pick<Passage, "text" | "changes">,
  terms: readonly TermPlace[] = [],
): string {
  const links = takeLeftmostLongest(terms)
    .filter((term) =>
      changes.every((change) => isNested(term, change) || isNested(change, term) || isApart(term, change)),
    )
    .map(openLink);
  const places = [...links, ...changes.map(openChange)].sort((a, b) => a.from - b.from || b.to - a.to);
  return renderStretch(text, 0, text.length, places);
}

function renderStretch(text: string, from: number, to: number, places: readonly Place[]): string {
  let html = "";
  let at = from;
  for (let index = 0; index < places.length; ) {
    const place = places[index] as Place;
    let next = index + 1;
    while (next < places.length && (places[next] as Place).from < place.to) next++;
    const inside = renderStretch(text, place.from, place.to, places.slice(index + 1, next));
    html += `${escapeHtml(text.slice(at, place.from))}${place.open}${inside}${place.close}`;
    at = place.to;
    index = next;
  }
  return html + escapeHtml(text.slice(at, to));
}

function openLink({ from, to, address }: TermPlace): Place {
  return { from, to, open: `<a class="term" href="${escapeHtml(address)}">`, close: "</a>" };
}

function openChange({ from, to, heard, sure, source, by }: Change): Place {
  const was = escapeHtml(heard);
  const doubt = sure < 1 ? ` data-sure="${sure}"` : "";
  const origin = source === "glossary" ? ' data-origin="glossary"' : "";
  const who = by === undefined ? "" : ` data-by="${escapeHtml(by)}"`;
  return {
    from,
    to,
    open: `<span data-heard="${was}"${doubt}${origin}${who} title="${was}">`,
    close: "</span>",
  };
}

function takeLeftmostLongest(terms: readonly TermPlace[]): TermPlace[] {
  const sorted = terms.toSorted((a, b) => a.from - b.from || b.to - a.to);
  let reached = 0;
  return sorted.filter(({ from, to }) => {
    if (from < reached || to <= from) return false;
    reached = to;
    return true;
  });
}

function isNested(inner: Span, outer: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

function isApart(a: Span, b: Span): boolean {
  return a.to <= b.from || b.to <= a.from;
}
