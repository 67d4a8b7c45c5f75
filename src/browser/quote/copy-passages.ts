import { escapeHtml } from "../../text/escape-html.ts";
import { readSelectedParts, readSpeakerName, readStamp } from "./read-selection.ts";

/**
 * What a copy of several passages puts on the clipboard, as text and as HTML: each with its time, and its
 * speaker's name. Undefined for a selection inside one passage, which is copied as it stands.
 */
export function copyPassages(
  range: Range,
  passages: Iterable<HTMLElement>,
): { readonly text: string; readonly html: string } | undefined {
  const parts = readSelectedParts(range, passages);
  if (parts.length < 2) return undefined;
  const rows = parts.map(({ passage, passageText, from, to }) => ({
    stamp: readStamp(passage),
    speaker: readSpeakerName(passage),
    words: passageText.slice(from, to).trim(),
  }));
  const text = rows.map(
    ({ stamp, speaker, words }) => `[${stamp}] ${speaker === undefined ? "" : `${speaker}: `}${words}`,
  );
  const html = rows.map(
    ({ stamp, speaker, words }) =>
      `<p>[${stamp}] ${speaker === undefined ? "" : `<b>${escapeHtml(speaker)}:</b> `}${escapeHtml(words)}</p>`,
  );
  return { text: text.join("\n\n"), html: html.join("") };
}
