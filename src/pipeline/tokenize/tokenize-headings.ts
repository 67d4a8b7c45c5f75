import type { Episode } from "../../model/archive.ts";
import { readTokens } from "../../text/normalise.ts";
import { findWordStarts, type WordList } from "./cut-words.ts";
import type { TokenizedTurn } from "./tokenize-passages.ts";

/** What is written over an episode and not said in it: its title, its topics and its chapters' titles. */
export type Headed = Pick<Episode, "title" | "topics" | "chapters">;

/** An episode's headings, each a turn without a passage: the title, each topic, and each chapter's title in order. */
export function tokenizeHeadings({ title, topics, chapters }: Headed, wordList: WordList): TokenizedTurn[] {
  return [title, ...topics, ...chapters.map((chapter) => chapter.title)].map((heading) => {
    const tokens = readTokens(heading);
    return { tokens, passages: [], wordStarts: findWordStarts(tokens, wordList) };
  });
}
