import type { Source } from "../../text/quote/write-quote.ts";

/** What is cited on this page, from its `[data-cited]`. */
export function readSource(): Source {
  return JSON.parse(document.querySelector("[data-cited]")?.textContent ?? "{}") as Source;
}

/** This page's whole address without query and fragment. */
export function readPageAddress(): string {
  return location.origin + location.pathname;
}

/** Today, where the reader is: `2026-11-23`. */
export function readToday(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}
