import { weighText } from "../weigh-text.ts";

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
