import { findMarks, type Mark } from "../../text/find-marks.ts";
import { type AliasGroups, parseQuery } from "../../text/query.ts";

/** How much of the next passage a phrase may need that goes on in it. Chosen: longer than any name. */
const followingLength = 60;

/**
 * Marks the words of a query in every passage with `<mark>` and gives the first passage that has one. A phrase
 * goes on into the next passage of the same speaker.
 */
export function markQuery(
  passages: readonly HTMLElement[],
  query: string,
  aliases: AliasGroups,
): HTMLElement | undefined {
  const parsed = parseQuery(query, aliases);
  if (parsed.words.length === 0) return undefined;
  const texts = passages.map((passage) => passage.querySelector<HTMLElement>(".text"));
  let first: HTMLElement | undefined;
  texts.forEach((text, index) => {
    if (text === null) return;
    const isSameSpeaker = passages[index]?.dataset["speaker"] === passages[index + 1]?.dataset["speaker"];
    const following = isSameSpeaker ? (texts[index + 1]?.textContent ?? "").slice(0, followingLength) : "";
    const marks = findMarks(text.textContent ?? "", parsed, following);
    if (marks.length === 0) return;
    wrapMarks(text, marks);
    first ??= passages[index];
  });
  return first;
}

/** Takes the marks of {@link markQuery} away again. */
export function unmarkQuery(passages: readonly HTMLElement[]): void {
  for (const text of passages.flatMap((passage) => passage.querySelector(".text") ?? [])) {
    const marks = text.querySelectorAll("mark");
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    if (marks.length > 0) text.normalize();
  }
}

/** Puts `<mark>` around stretches of an element's text, leaving the elements inside it as they are. */
function wrapMarks(element: HTMLElement, marks: readonly Mark[]): void {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; from: number }[] = [];
  let length = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push({ node: node as Text, from: length });
    length += (node as Text).data.length;
  }
  for (const { node, from } of nodes) {
    const to = from + node.data.length;
    // From the end, so that the offsets before stay true when the node is split.
    for (const [markFrom, markTo] of marks.filter((mark) => mark[0] < to && mark[1] > from).reverse()) {
      const start = Math.max(0, markFrom - from);
      const rest = node.splitText(start);
      rest.splitText(Math.min(markTo, to) - from - start);
      const mark = document.createElement("mark");
      rest.replaceWith(mark);
      mark.append(rest);
    }
  }
}
