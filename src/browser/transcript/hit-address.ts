import { readAliases } from "../../search/api/search-address.ts";
import { keepRouterState } from "../interface/router.ts";

/** Chosen: a pause after which the address may follow. Safari refuses more than a hundred changes in half a minute. */
const pauseMs = 300;

/** What the address says of a page's hits: `?q=蒸馏#t=754`. */
export interface HitPlace {
  /** "" for none. */
  readonly query: string;
  /** Address of a passage, without `#`; the fragment stays as it is where undefined. */
  readonly anchor: string | undefined;
}

export function readQuery(): string {
  return new URLSearchParams(location.search).get("q")?.trim() ?? "";
}

/** Whether the glossary's names count: an address leaves them out for the query that came with it. */
export function countsAliases(query: string): boolean {
  return query !== readQuery() || readAliases(location.search);
}

/** Lets the address follow what is found, in the place of the entry shown. */
export class HitAddress {
  #timer: ReturnType<typeof setTimeout> | undefined;

  write({ query, anchor }: HitPlace): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const address = new URL(location.href);
      const others = new URLSearchParams(address.search);
      if (query !== readQuery()) others.delete("aliases");
      others.delete("q");
      const own = query === "" ? "" : `q=${encodeURIComponent(query)}`;
      address.search = [own, others.toString()].filter((part) => part !== "").join("&");
      if (anchor !== undefined) address.hash = anchor;
      if (address.href !== location.href) history.replaceState(keepRouterState(), "", address);
    }, pauseMs);
  }

  /** What was not written yet stays unwritten: the page is about to be left, or the address says something else now. */
  forget(): void {
    clearTimeout(this.#timer);
  }
}
