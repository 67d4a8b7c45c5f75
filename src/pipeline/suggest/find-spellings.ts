import type { HeardText } from "../../model/heard-text.ts";
import type { Suggestion } from "../../model/suggestion.ts";
import { findForm } from "../../text/find-marks.ts";
import type { Name } from "./gather-names.ts";
import { makeSuggestion } from "./make-suggestion.ts";
import type { SoundedToken } from "./sound-tokens.ts";

/** Names with capitals inside, which a recogniser writes in its own way: Moe for MoE. */
export function findSpellings(
  heard: HeardText,
  tokens: readonly SoundedToken[],
  names: readonly Name[],
): Suggestion[] {
  return names.filter(isMixed).flatMap((name) =>
    findForm(tokens, name.tokens).flatMap(({ from, to }) => {
      const first = tokens[from] as SoundedToken;
      const last = tokens[to - 1] as SoundedToken;
      const written = heard.read(first.from, last.to);
      const isOther = written !== name.written && written.toLowerCase() === name.written.toLowerCase();
      if (!isOther || tokens.slice(from, to).some(({ isDecided }) => isDecided)) return [];
      const { meant: about, kind } = name.owner;
      const reason = `It is written ${name.written}.`;
      return (
        makeSuggestion(
          heard,
          { from: first.from, to: last.to },
          { meant: name.written, about, kind, sure: 0.9, reason },
        ) ?? []
      );
    }),
  );
}

function isMixed({ written }: Name): boolean {
  return /^[\p{L}\p{N}]*\p{Ll}[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*$/u.test(written);
}
