import { indexTerms } from "./index-terms.ts";
import { serveTasks } from "./run-children.ts";

/** Indexes terms in a process of its own. */
serveTasks(() => indexTerms);
