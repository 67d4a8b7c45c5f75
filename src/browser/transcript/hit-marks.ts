import type { PassageHit, PassageSpan } from "./passage-index.ts";
import { runInSlices } from "./run-in-slices.ts";

interface PlacedMark extends Pick<PassageSpan, "from" | "to"> {
  readonly element: HTMLElement;
}

type Cuts = readonly (readonly [from: number, to: number])[];

/**
 * The `<mark>`s of hits in the passages of a transcript. They are set and taken away a few at a time, those nearest
 * to the reader first: a word that is everywhere has thousands.
 */
export class HitMarks {
  readonly #texts: readonly (HTMLElement | null)[];
  /** What each passage is to have, and what it has. */
  #wanted = new Map<number, Cuts>();
  readonly #placed = new Map<number, { readonly key: string; readonly marks: readonly PlacedMark[] }>();
  #work = new AbortController();
  #current: PassageHit | undefined;

  constructor(passages: readonly HTMLElement[]) {
    this.#texts = passages.map((passage) => passage.querySelector<HTMLElement>(".text"));
  }

  /** Takes note of the hits that {@link show} is to mark, and no others. */
  want(hits: readonly PassageHit[]): void {
    this.#work.abort();
    this.#work = new AbortController();
    this.#wanted = cutMarks(hits);
  }

  /** Marks what is wanted, from the passage `near` on outwards. Resolves once all is marked, or something else is wanted. */
  async show(near: number): Promise<void> {
    const passages = new Set([...this.#wanted.keys(), ...this.#placed.keys()]);
    const nearest = [...passages].sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
    await runInSlices(nearest, (passage) => this.#update(passage), this.#work.signal);
  }

  /** Makes one hit the current one, and gives its first mark. */
  point(hit: PassageHit | undefined): HTMLElement | undefined {
    this.#lightCurrent(false);
    this.#current = hit;
    if (hit === undefined) return undefined;
    for (const { passage } of hit) this.#update(passage);
    this.#lightCurrent(true);
    return this.#findMarks(hit)[0]?.element;
  }

  /** Takes all marks away, at once: another text is about to stand there. */
  clear(): void {
    this.#work.abort();
    this.#wanted = new Map();
    this.#current = undefined;
    for (const passage of [...this.#placed.keys()]) this.#update(passage);
  }

  #lightCurrent(isCurrent: boolean): void {
    for (const { element } of this.#current === undefined ? [] : this.#findMarks(this.#current))
      element.toggleAttribute("data-current", isCurrent);
  }

  #findMarks(hit: PassageHit): PlacedMark[] {
    return hit.flatMap(({ passage, from, to }) =>
      (this.#placed.get(passage)?.marks ?? []).filter((mark) => mark.from >= from && mark.to <= to),
    );
  }

  #update(passage: number): void {
    const text = this.#texts[passage];
    const cuts = this.#wanted.get(passage) ?? [];
    const key = cuts.join(" ");
    const placed = this.#placed.get(passage);
    if (text == null || key === (placed?.key ?? "")) return;
    for (const { element } of placed?.marks ?? []) element.replaceWith(...element.childNodes);
    if (placed !== undefined) text.normalize();
    if (cuts.length === 0) this.#placed.delete(passage);
    else this.#placed.set(passage, { key, marks: wrapMarks(text, cuts) });
    if (this.#current?.some((stretch) => stretch.passage === passage) === true) this.#lightCurrent(true);
  }
}

/** The stretches to mark in each passage: cut where a hit begins or ends, so that each hit has marks of its own. */
function cutMarks(hits: readonly PassageHit[]): Map<number, Cuts> {
  const byPassage = new Map<number, PassageSpan[]>();
  for (const stretch of hits.flat()) {
    const own = byPassage.get(stretch.passage);
    if (own === undefined) byPassage.set(stretch.passage, [stretch]);
    else own.push(stretch);
  }
  return new Map([...byPassage].map(([passage, stretches]) => [passage, cutStretches(stretches)]));
}

function cutStretches(stretches: readonly PassageSpan[]): Cuts {
  const ends = [...new Set(stretches.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return ends.flatMap((from, index) => {
    const to = ends[index + 1];
    const isHit = to !== undefined && stretches.some((stretch) => stretch.from <= from && to <= stretch.to);
    return isHit ? [[from, to] as const] : [];
  });
}

/** Puts `<mark>` around stretches of an element's text, leaving the elements inside it as they are. */
function wrapMarks(element: HTMLElement, cuts: Cuts): PlacedMark[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; from: number; to: number }[] = [];
  let length = 0;
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    nodes.push({ node, from: length, to: length + node.length });
    length += node.length;
  }
  const marks: PlacedMark[] = [];
  for (const { node, from, to } of nodes) {
    // From the end, so that the offsets before stay true when the node is split.
    for (const cut of cuts.filter((own) => own[0] < to && own[1] > from).toReversed()) {
      const start = Math.max(cut[0], from);
      const end = Math.min(cut[1], to);
      const rest = node.splitText(start - from);
      rest.splitText(end - start);
      const mark = document.createElement("mark");
      rest.replaceWith(mark);
      mark.append(rest);
      marks.push({ element: mark, from: start, to: end });
    }
  }
  return marks.sort((a, b) => a.from - b.from);
}
