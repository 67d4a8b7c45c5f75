import { findLastStart, readPieceTimes } from "../../text/piece-times.ts";

/** When the `<mark>`ed words of some passages are said, in seconds: as near as the transcript's times allow. */
export function timeMarks(passages: readonly HTMLElement[]): number[] {
  return passages.flatMap((passage, index) => {
    const marks = passage.querySelectorAll("mark");
    const text = passage.querySelector<HTMLElement>(".text");
    if (marks.length === 0 || text === null) return [];
    const start = Number(passage.dataset["start"]);
    const next = Number(passages[index + 1]?.dataset["start"] ?? start);
    const length = Math.max(1, text.textContent?.length ?? 1);
    const pieces = readPieceTimes(text.dataset["times"] ?? "", start);
    const offsets = pieces.map(({ offset }) => offset);
    return [...marks].map((mark) => {
      const offset = measureOffset(text, mark);
      const piece = pieces[findLastStart(offsets, offset)];
      return piece?.start ?? start + (Math.max(0, next - start) * offset) / length;
    });
  });
}

/** UTF-16 offset at which a node begins in the text of an element around it. */
function measureOffset(element: HTMLElement, node: Node): number {
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEndBefore(node);
  return before.toString().length;
}
