import {
  chooseMeant,
  type FoundCount,
  mayBeMeantOtherwise,
} from "../../search/completion/match/choose-meant.ts";
import type { NameSuggestion } from "../../search/completion/match/suggest-names.ts";
import { suggestionWords } from "../../wording/suggestion-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import { linkQuery, writeSuggestion } from "./write-suggestion.ts";

/** Enough that those that are whole names are among them. */
const considered = 12;

/**
 * `<did-you-mean data-files="/search-data/">`: below an answer that found little, what the query was meant to
 * be, as links in `[data-meant]`.
 */
export class DidYouMean extends HTMLElement {
  clear(): void {
    this.hidden = true;
    this.#line.replaceChildren();
  }

  /** Shows nothing once `signal` is aborted, nor where a file does not load. Never rejects. */
  async offer(query: string, found: FoundCount, signal: AbortSignal, delayMs: number): Promise<void> {
    if (!mayBeMeantOtherwise(query, found)) return;
    this.hidden = false;
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (signal.aborted) return;
    try {
      const { suggest } = await import("./load-suggestions.ts");
      const suggestions = await suggest(this.dataset["files"] as string, query, considered);
      if (signal.aborted) return;
      const meant = chooseMeant(query, suggestions, found);
      if (meant.length > 0)
        this.#line.replaceChildren(writeWording(suggestionWords.didYouMean), ...meant.map(makeLink));
    } catch {
      // What was found is shown and said; a guess at what was meant is not needed.
    }
  }

  get #line(): HTMLElement {
    return this.querySelector("[data-meant]") as HTMLElement;
  }
}

function makeLink(suggestion: NameSuggestion): HTMLElement {
  const link = linkQuery(suggestion.query);
  link.className = "chip";
  link.append(writeSuggestion({ ...suggestion, mark: undefined }));
  return link;
}
