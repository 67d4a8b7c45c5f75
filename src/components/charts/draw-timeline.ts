import { scaleSqrt } from "d3-scale";
import { escapeHtml } from "../../text/escape-html.ts";

/** One stroke of a term's timeline: a part of an episode's time, or of the archive's. */
export interface TimelineStroke {
  /** 0 to 1. */
  readonly share: number;
  readonly title: string;
  readonly href?: string;
}

const height = 24;
const pitch = 4;
const shortest = 2;
/** Strokes that stand so far apart that they are drawn as wide as the strip lets them be: quarters of a few years. */
const fewStrokes = 40;

/**
 * A term's timeline as a strip: a lit stroke where it is talked about, longer the more, a dot where it is not.
 * Strokes of timelines drawn with the same `most` (a share) can be compared. Like the chart it repeats what words
 * beside it say, and is hidden from screen readers and from the Tab key. Styled by `.strip` in base.css.
 */
export function drawTimeline(strokes: readonly TimelineStroke[], most: number): string {
  // The area of a mark is what the eye compares; a root keeps small shares to be seen beside large ones.
  const scale = scaleSqrt([0, most > 0 ? most : 1], [shortest + 4, height]).clamp(true);
  let quiet = "";
  let lit = "";
  strokes.forEach(({ share, title, href }, index) => {
    const length = share > 0 ? Math.round(scale(share)) : shortest;
    const path = `M${index * pitch + 1} ${(height - length) / 2}v${length}`;
    if (share <= 0) {
      quiet += path;
      return;
    }
    const target = `<rect class="target" x="${index * pitch - 1}" width="${pitch}" height="${height}"/>`;
    const mark = `<title>${escapeHtml(title)}</title>${target}<path class="lit" d="${path}"/>`;
    lit += href === undefined ? `<g>${mark}</g>` : `<a href="${escapeHtml(href)}" tabindex="-1">${mark}</a>`;
  });
  const width = Math.max(1, strokes.length * pitch - (pitch - 2));
  const kind = strokes.length <= fewStrokes ? "strip few" : "strip";
  return `<svg class="${kind}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path d="${quiet}"/>${lit}</svg>`;
}
