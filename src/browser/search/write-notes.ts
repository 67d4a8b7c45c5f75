import { wordDropped, wordSearchBySound, wordUnknown } from "../../text/filter-words.ts";
import { holdTogether } from "../../text/hold-together.ts";
import { writeSearchAddress } from "./search-address.ts";
import type { AnswerNotes } from "./search-types.ts";
import { writeWording } from "./write-wording.ts";

/** What was left out of a query: a sentence for each, and for a word a link that looks for its sound. */
export function writeNotes({ dropped, unknown }: Pick<AnswerNotes, "dropped" | "unknown">): HTMLElement[] {
  return [
    ...dropped.map((word) => {
      const link = document.createElement("a");
      const query = holdTogether(word);
      link.href = writeSearchAddress(location.pathname, { query, sort: "relevance", hasSound: true });
      link.dataset["query"] = query;
      link.append(writeWording(wordSearchBySound(word)));
      const note = document.createElement("p");
      note.append(writeWording(wordDropped(word)), " ", link);
      return note;
    }),
    ...unknown.map(({ key, value }) => {
      const note = document.createElement("p");
      note.append(writeWording(wordUnknown(key, value)));
      return note;
    }),
  ];
}
