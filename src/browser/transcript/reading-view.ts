/** Where on the screen one reads, and where a hit may stand without being moved. Shares of its height. */
const readingShare = 0.3;
const topShare = 0.12;
const bottomShare = 0.7;

/** In how many frames leaves come to their own heights after a jump. Chosen: a third of a second. */
const settlingFrames = 20;

/** Index of the passage at which a reader is: the first that ends below the upper part of the screen. */
export function findReadPassage(passages: readonly HTMLElement[]): number {
  const line = innerHeight * readingShare;
  // The leaves alone: asking for the place of a passage that is not laid out would lay it out.
  const leaves = document.querySelectorAll("[data-transcript] [data-leaf]");
  const leaf = [...leaves].find((own) => own.getBoundingClientRect().bottom > line);
  const inside = [...(leaf?.querySelectorAll<HTMLElement>("[data-passage]") ?? [])];
  const passage = inside.find((own) => own.getBoundingClientRect().bottom > line) ?? inside.at(-1);
  return passage === undefined ? passages.length : passages.indexOf(passage);
}

/** Brings an element into the middle of the screen, where it is not well in sight already. */
export function bringIntoView(element: HTMLElement): void {
  if (isWellInView(element)) return;
  const distance = Math.abs(element.getBoundingClientRect().top);
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches || distance > 2 * innerHeight;
  element.scrollIntoView({ block: "center", behavior: isStill ? "instant" : "smooth" });
  if (isStill)
    keepInView(element, () => {
      if (!isWellInView(element)) element.scrollIntoView({ block: "center", behavior: "instant" });
    });
}

/** Brings an element to the top of the screen at once. */
export function bringToTop(element: HTMLElement): void {
  const bring = () => element.scrollIntoView({ block: "start", behavior: "instant" });
  bring();
  keepInView(element, bring);
}

let kept: HTMLElement | undefined;

/**
 * What is laid out on the way has another height than was reckoned: the element is brought back until it stays, or
 * until the reader scrolls.
 */
function keepInView(element: HTMLElement, bring: () => void): void {
  kept = element;
  const forget = new AbortController();
  const begun = performance.now();
  for (const name of ["wheel", "touchmove", "pointerdown", "keydown"])
    addEventListener(
      name,
      // The press that led here may be on its way still.
      ({ timeStamp }) => timeStamp > begun && forget.abort(),
      { passive: true, signal: forget.signal },
    );
  let frames = settlingFrames;
  const look = () => {
    if (forget.signal.aborted || kept !== element || !element.isConnected || frames-- === 0) {
      forget.abort();
      return;
    }
    bring();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function isWellInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= innerHeight * topShare && bottom <= innerHeight * bottomShare;
}
