import type { HeardText } from "../../model/heard-text.ts";
import { readLexicalTokens } from "../../text/normalise.ts";

/** A token of a transcript as readers see it, and the stretch of what was heard that it stands for. */
export interface ShownToken {
  /** As written, NFKC. */
  readonly written: string;
  /** Folded as the search folds it, but for variants. */
  readonly text: string;
  readonly isHan: boolean;
  readonly from: number;
  readonly to: number;
  /** Which edit it comes from; tokens of one edit cannot be told apart. */
  readonly edit?: number;
  /** Counts the speakers' turns. */
  readonly turn: number;
}

/** The tokens of an episode with everything that is decided. */
export function readShown(heard: HeardText): ShownToken[] {
  const shown: ShownToken[] = [];
  let turn = 0;
  let edit = 0;
  let opened = -1;
  for (const token of heard.listTokens()) {
    if (token.startsTurn) turn += 1;
    while ((heard.edits[edit]?.to ?? Number.POSITIVE_INFINITY) <= token.from) edit += 1;
    const own = heard.edits[edit];
    if (own === undefined || own.from >= token.to) {
      const written = heard.text.slice(token.from, token.to).normalize("NFKC");
      shown.push({ written, text: token.text, isHan: token.isHan, from: token.from, to: token.to, turn });
    } else if (opened !== edit) {
      opened = edit;
      for (const { text, isHan, from, to } of readLexicalTokens(own.meant)) {
        const written = own.meant.slice(from, to).normalize("NFKC");
        shown.push({ written, text, isHan, from: own.from, to: own.to, edit, turn });
      }
    }
  }
  return shown;
}
