import { serveTasks } from "../run-children.ts";
import { indexTerms } from "./index-terms.ts";

/** Indexes terms in a process of its own. */
serveTasks(() => indexTerms);
