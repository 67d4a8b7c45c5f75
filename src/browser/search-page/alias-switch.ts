import type { AnswerNotes } from "../../search/api/search-types.ts";
import { wordAliases } from "../../wording/search-words.ts";
import { writeWording } from "../interface/write-wording.ts";

/**
 * `<alias-switch>` around `[data-alias-names]` and a switch: which names of the glossary count as the words of the
 * query, beside the count that they are in. It is there only where they make a difference, and says the same names
 * when they are left out, so that they can be taken in again. The page searches anew when it is switched.
 */
export class AliasSwitch extends HTMLElement {
  get isOn(): boolean {
    return this.#switch.checked;
  }

  set isOn(isOn: boolean) {
    this.#switch.checked = isOn;
  }

  clear(): void {
    this.show({ aliases: [], leftOut: [] });
  }

  /** Takes the place of the last answer's. */
  show({ aliases, leftOut }: Pick<AnswerNotes, "aliases" | "leftOut">): void {
    const names = [...aliases, ...leftOut];
    this.#names.replaceChildren(...(names.length === 0 ? [] : [writeWording(wordAliases(names))]));
    // The switch that was pressed keeps the focus: it stays where a difference is.
    this.hidden = names.length === 0;
  }

  get #names(): HTMLElement {
    return this.querySelector("[data-alias-names]") as HTMLElement;
  }

  get #switch(): HTMLInputElement {
    return this.querySelector("input") as HTMLInputElement;
  }
}
