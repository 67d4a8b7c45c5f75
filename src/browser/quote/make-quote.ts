import { joinTexts } from "../../text/join-text.ts";
import { formatTimeFragment } from "../../text/time.ts";
import { weighText } from "../../text/weigh-text.ts";
import { readSpeakerName, readStamp, type SelectedPart } from "./read-selection.ts";
import type { Quote } from "./write-quote.ts";
import { writeTextDirective } from "./write-text-directive.ts";

/** A quote, and the moment at which it begins. */
export interface FoundQuote extends Quote {
  /** Seconds; estimated where the passage's time is. */
  readonly start: number;
}

/**
 * The quote that a selection makes. Its address names exactly that stretch: `#t=754,790` where the passages have
 * real times, else `#p12`, both with a text directive for browsers that know it.
 * @param passages all of the page, in order
 */
export function makeQuote(
  selected: readonly SelectedPart[],
  passages: readonly HTMLElement[],
  page: string,
): FoundQuote | undefined {
  const first = selected[0];
  const last = selected.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const start = findSeconds(first, first.from, passages);
  const isEstimated = !first.passage.id.startsWith("t=") || !last.passage.id.startsWith("t=");
  const fragment = isEstimated
    ? first.passage.id
    : formatTimeFragment(start, findSeconds(last, last.to, passages));
  const directive = writeTextDirective(
    { text: first.passageText, offset: first.from },
    { text: last.passageText, offset: last.to },
    first === last,
  );
  return {
    start,
    parts: joinParts(selected),
    time: readStamp(first.passage),
    address: `${page}#${fragment}:~:${directive}`,
  };
}

function findSeconds(
  { passage, passageText }: SelectedPart,
  offset: number,
  passages: readonly HTMLElement[],
): number {
  const start = Number(passage.dataset["start"]);
  const next = passages[passages.indexOf(passage) + 1]?.dataset["start"];
  // The last passage: as long as its words take.
  const end = next === undefined ? start + passageText.length / 4.5 : Number(next);
  return locateOffset({ text: passageText, start, end }, offset);
}

/** Consecutive parts of one speaker as one. */
function joinParts(selected: readonly SelectedPart[]): Quote["parts"] {
  const turns: { key: string | undefined; speaker: string | undefined; texts: string[] }[] = [];
  for (const { passage, passageText, from, to } of selected) {
    const key = passage.dataset["speaker"];
    const turn = turns.at(-1);
    const text = passageText.slice(from, to).trim();
    if (turn !== undefined && turn.key === key) turn.texts.push(text);
    else turns.push({ key, speaker: readSpeakerName(passage), texts: [text] });
  }
  return turns.map(({ speaker, texts }) => ({
    text: joinTexts(texts).text,
    ...(speaker === undefined ? {} : { speaker }),
  }));
}

/**
 * About when the words at an offset of a passage are said, in seconds: by how long the words before it take to
 * say, of the time that the whole passage takes.
 */
export function locateOffset(
  passage: { readonly text: string; readonly start: number; readonly end: number },
  offset: number,
): number {
  const weights = weighText(passage.text);
  const whole = weights.at(-1) ?? 0;
  const share = whole === 0 ? 0 : (weights[Math.min(Math.max(offset, 0), passage.text.length)] ?? 0) / whole;
  return passage.start + share * Math.max(0, passage.end - passage.start);
}
