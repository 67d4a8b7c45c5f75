import { serveTasks } from "../run-children.ts";
import { countSaid, type SaidTask } from "./count-said.ts";

/** Looks for names in all that is said, in a process of its own. */
serveTasks(() => async (task: SaidTask) => countSaid(task));
