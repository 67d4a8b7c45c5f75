/**
 * Root-relative address of a page: `makePageAddress("/pod/", "episodes", "第一期")` is
 * `/pod/episodes/%E7%AC%AC%E4%B8%80%E6%9C%9F/`. The base may come with or without its last slash.
 */
export function makePageAddress(base: string, ...parts: readonly string[]): string {
  const path = parts.map((part) => `${encodeURIComponent(part)}/`).join("");
  return `${base.replace(/\/+$/, "")}/${path}`;
}

/** Root-relative address of a file: `makeFileAddress("/", "episodes", "42", "transcript.json")`. */
export function makeFileAddress(base: string, ...parts: readonly string[]): string {
  return makePageAddress(base, ...parts).replace(/\/$/, "");
}

/** Address of the search page with a query. */
export function makeSearchAddress(base: string, query: string): string {
  return `${makePageAddress(base, "search")}?q=${encodeURIComponent(query)}`;
}
