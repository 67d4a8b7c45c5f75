import { serveTasks } from "../run-children.ts";
import { findWords, type WordsTask } from "./find-words.ts";

/** Finds the words of an archive in a process of its own. */
serveTasks(() => async (task: WordsTask) => findWords(task));
