import { decodePercent } from "../../text/decode-percent.ts";

/**
 * Opens the `<details>` that the address leads into, or that it names, and shows it. Browsers open only those around
 * a target, not all of them, and not when a page is exchanged for another in place.
 */
function openTarget(): void {
  if (location.hash.length < 2) return;
  const target = document.getElementById(decodePercent(location.hash.slice(1)));
  const details = target?.closest("details");
  if (target == null || details == null || details.open) return;
  details.open = true;
  target.scrollIntoView({ block: "nearest" });
}

/** Opens what the address leads into, on this page and on every one that comes after it. */
export function listenForTargets(): void {
  document.addEventListener("astro:page-load", openTarget);
  addEventListener("hashchange", openTarget);
}
