import type { PassagePlace } from "../../text/find-passage.ts";
import { parseFragment } from "../../text/time.ts";

/** Where a passage of a page stands. One with a time holds an element whose id is its place in the file. */
export function readPlace(passage: HTMLElement): PassagePlace {
  const isEstimated = !passage.id.startsWith("t=");
  const id = isEstimated ? passage.id : (passage.querySelector(":scope > span[id]")?.id ?? "");
  const place = parseFragment(id);
  return {
    start: Number(passage.dataset["start"]),
    line: Number(passage.dataset["line"]),
    tokens: place?.kind === "line" ? place.tokens : 0,
    isEstimated,
  };
}
