import { whenAddressed } from "./router.ts";

/**
 * `<moved-page>` around the link to a page's new address: goes there, with the moment and the query that the old address
 * was asked with. Where no script runs, the page itself leads on without them.
 */
export class MovedPage extends HTMLElement {
  #lifetime = new AbortController();

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    whenAddressed(() => this.#leadOn(), this.#lifetime.signal);
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
  }

  #leadOn(): void {
    const link = this.querySelector("a");
    if (link === null) return;
    const address = new URL(link.href);
    if (location.search !== "") address.search = location.search;
    if (location.hash !== "") address.hash = location.hash;
    link.href = address.href;
    // The old address is no place to come back to.
    location.replace(address);
  }
}
