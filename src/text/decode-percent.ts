/** Percent-encoded UTF-8 as text; a text whose percent signs encode nothing stands for itself. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
