import { escapeHtml } from "../../text/escape-html.ts";

/** The part of a passage that is selected. Offsets are UTF-16, in the text of its `.text`. */
export interface SelectedPart {
  readonly passage: HTMLElement;
  /** The whole text of the passage. */
  readonly passageText: string;
  readonly from: number;
  readonly to: number;
}

/** The selected words, passage by passage; stamps, names and headings between them are left out. */
export function readSelectedParts(range: Range, passages: Iterable<HTMLElement>): SelectedPart[] {
  const parts: SelectedPart[] = [];
  for (const passage of passages) {
    if (!range.intersectsNode(passage)) continue;
    const text = passage.querySelector(".text");
    if (text === null || !range.intersectsNode(text)) continue;
    const passageText = text.textContent ?? "";
    const from = text.contains(range.startContainer)
      ? measureUntil(text, range.startContainer, range.startOffset)
      : 0;
    const to = text.contains(range.endContainer)
      ? measureUntil(text, range.endContainer, range.endOffset)
      : passageText.length;
    if (passageText.slice(from, to).trim() !== "") parts.push({ passage, passageText, from, to });
  }
  return parts;
}

/** A whole passage, as if all of it were selected. */
export function readWholePassage(passage: HTMLElement): SelectedPart {
  const passageText = passage.querySelector(".text")?.textContent ?? "";
  return { passage, passageText, from: 0, to: passageText.length };
}

function measureUntil(text: Element, container: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(container, offset);
  return before.toString().length;
}

/** What the page shows as a passage's time: `12:30` or `≈12:30`. */
export function readStamp(passage: HTMLElement): string {
  return passage.querySelector(".time")?.textContent?.trim() ?? "";
}

/** The name of a passage's speaker; undefined where nobody is named. It stands only where the speaker changes. */
export function readSpeakerName(passage: HTMLElement): string | undefined {
  const key = passage.dataset["speaker"];
  if (key === undefined) return undefined;
  for (let at: Element | null = passage; at !== null; at = at.previousElementSibling ?? leaveLeaf(at)) {
    if (!(at instanceof HTMLElement) || at.dataset["speaker"] !== key) continue;
    const name = at.querySelector("[data-name]")?.textContent?.trim();
    if (name !== undefined && name !== "") return name;
  }
  return key;
}

/** The last element of what stands before the group of passages that `element` begins. */
function leaveLeaf(element: Element): Element | null {
  const before = element.parentElement?.closest("[data-leaf]")?.previousElementSibling ?? null;
  return before?.matches("[data-leaf]") === true ? before.lastElementChild : null;
}

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

/** Puts text on the clipboard, also where a page is served without TLS; false where the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

function copyByCommand(text: string): boolean {
  const listener = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    // The transcript writes copies of its own.
    event.stopImmediatePropagation();
  };
  document.addEventListener("copy", listener, { capture: true, once: true });
  try {
    return document.execCommand("copy");
  } finally {
    document.removeEventListener("copy", listener, { capture: true });
  }
}
