/** A query that asks for a text as one word: quoted where it would be read as several, or as something else. */
export function holdTogether(text: string): string {
  return /[\s:：]|^[-－]/u.test(text) ? `"${text}"` : text;
}
