/** A count as it stands everywhere, in both languages and in lists without one: `999`, `1,000`, `23,300,000`. */
export function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}
