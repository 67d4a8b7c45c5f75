import type { Change } from "../../model/cue.ts";
import type { Passage } from "../../model/passage.ts";
import type { Span } from "../../model/span.ts";
import { isUnsure } from "../../model/sureness.ts";
import { escapeHtml, type TaggedStretch, tagHtml } from "../../text/escape-html.ts";

/** A place in a passage's text where a term is said, and the address of the term's page. UTF-16 offsets. */
export interface TermPlace {
  readonly from: number;
  readonly to: number;
  readonly address: string;
}

/**
 * A passage's text as HTML: corrected words keep what was heard, what is unclear is marked, terms are links. A term that lies in a corrected
 * word, or around one, is nested; one that only overlaps a corrected word stays plain.
 * @param linked addresses of the terms that a reader has met already, whose links say so (`data-again`); grows
 */
export function renderText(
  { text, changes }: Pick<Passage, "text" | "changes">,
  terms: readonly TermPlace[] = [],
  linked = new Set<string>(),
): string {
  const links = takeLeftmostLongest(terms)
    .filter((term) =>
      changes.every((change) => isNested(term, change) || isNested(change, term) || isApart(term, change)),
    )
    .map((term) => openLink(term, linked));
  return tagHtml(text, [...links, ...changes.map(openChange)]);
}

function openLink({ from, to, address }: TermPlace, linked: Set<string>): TaggedStretch {
  const again = linked.has(address) ? " data-again" : "";
  linked.add(address);
  return { from, to, open: `<a class="term"${again} href="${escapeHtml(address)}">`, close: "</a>" };
}

function openChange({ from, to, heard, sure, source, by }: Change): TaggedStretch {
  if (source === "unclear") return { from, to, open: "<span data-unclear>", close: "</span>" };
  const was = escapeHtml(heard);
  const doubt = sure < 1 ? ` data-sure="${sure}"${isUnsure(sure) ? " data-unsure" : ""}` : "";
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
