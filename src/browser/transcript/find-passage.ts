// Where a page's address leads is found as programs find it.
export { findPassage, findPassagesInside, type PassagePlace } from "../../text/find-passage.ts";
