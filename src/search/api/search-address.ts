import { type FilterKey, filterKeys, readQueryItems } from "../query/query-syntax.ts";
import type { SearchFilters, SearchOptions } from "./search-types.ts";

export type SearchSort = NonNullable<SearchOptions["sort"]>;

/** What the search page's address says: `?q=蒸馏&speaker=tianyi&after=2025-01&sort=newest&aliases=off&sound=off`. */
export interface SearchAddress {
  readonly query: string;
  /** Chosen beside the query; absent where there are none. */
  readonly filters?: SearchFilters;
  readonly sort: SearchSort;
  /** What the glossary says for a word counts too. */
  readonly hasAliases: boolean;
  /** What sounds like the query is shown too. */
  readonly hasSound: boolean;
}

/** Reads the part of an address from `?` on; anything that is no way to sort is `relevance`. */
export function readSearchAddress(search: string): SearchAddress {
  const parameters = new URLSearchParams(search);
  const sort = parameters.get("sort");
  const filters = filterKeys.flatMap((key): [FilterKey, string[]][] => {
    const values = parameters.getAll(key).filter((value) => value.trim() !== "");
    return values.length === 0 ? [] : [[key, values]];
  });
  return {
    query: parameters.get("q") ?? "",
    ...(filters.length === 0 ? {} : { filters: Object.fromEntries(filters) }),
    sort: sort === "newest" || sort === "oldest" ? sort : "relevance",
    hasAliases: readAliases(search),
    hasSound: parameters.get("sound") !== "off",
  };
}

/** Whether the glossary's names count, as the part of an address from `?` on says: a search's, or an episode's. */
export function readAliases(search: string): boolean {
  return new URLSearchParams(search).get("aliases") !== "off";
}

/** The address of a search on the page at `path`; what is as usual is left out. */
export function writeSearchAddress(
  path: string,
  { query, filters, sort, hasAliases, hasSound }: SearchAddress,
): string {
  const parameters = [
    ...(query.trim() === "" ? [] : [`q=${encodeURIComponent(query.trim())}`]),
    ...filterKeys.flatMap((key) =>
      (filters?.[key] ?? []).map((value) => `${key}=${encodeURIComponent(value)}`),
    ),
    ...(sort === "relevance" ? [] : [`sort=${sort}`]),
    ...(hasAliases ? [] : ["aliases=off"]),
    ...(hasSound ? [] : ["sound=off"]),
  ];
  return parameters.length === 0 ? path : `${path}?${parameters.join("&")}`;
}

/** Whether an address asks for something: neither `""` nor `speaker:` does. */
export function isAsking({ query, filters }: SearchAddress): boolean {
  return filters !== undefined || readQueryItems(query).some(({ kind }) => kind !== "unfinished");
}

/**
 * An episode's or passage's address with the query that its page marks: `/episodes/042/?q=…#t=754`.
 * @param hasAliases its page marks what the glossary says for a word too
 */
export function addQuery(url: string, query: string, hasAliases = true): string {
  const [path, ...fragment] = url.split("#");
  if (query.trim() === "") return url;
  const hash = fragment.length === 0 ? "" : `#${fragment.join("#")}`;
  return `${path}?q=${encodeURIComponent(query.trim())}${hasAliases ? "" : "&aliases=off"}${hash}`;
}

/**
 * Whether the query's last word may be the beginning of a longer one: a single Latin letter begins too many
 * words to be worth their answer.
 */
export function isBeginning(query: string): boolean {
  return !/(?:^|\p{Script=Han}|[^\p{L}\p{N}])[\p{L}\p{N}]$/u.test(query) && /[\p{L}\p{N}]$/u.test(query);
}
