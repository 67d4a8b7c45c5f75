/** A text on one line, cut to so many characters at most: search engines and shared links show no more of it. */
export function shortenText(text: string, length = 160): string {
  const line = text.replace(/\s+/g, " ").trim();
  const characters = [...line.slice(0, 2 * length)];
  return characters.length <= length && line.length <= 2 * length
    ? line
    : `${characters.slice(0, length - 1).join("")}…`;
}
