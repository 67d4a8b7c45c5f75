/** A longer query is not repeated whole. Chosen: a line of a phone holds about twenty Han characters. */
const longestQuery = 40;

/** A query as a sentence names it: “蒸馏”. One that is a quoted phrase keeps only the quotes around it. */
export function quoteQuery(query: string): string {
  const text = query.trim().replace(/^["“”„]([^"“”„]*)["“”„]$/u, "$1");
  const characters = [...text];
  return `“${characters.length > longestQuery ? `${characters.slice(0, longestQuery).join("")}…` : text}”`;
}
