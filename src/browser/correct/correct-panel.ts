import type { EditAnswer, SeenPlace } from "../../model/edit-answer.ts";
import type { EditRequest, PassageSelection } from "../../model/schema/edit-request-schema.ts";
import { decodePercent } from "../../text/decode-percent.ts";
import { editWords, wordHeard } from "../../wording/edit-words.ts";
import { attributeWords, type Wording } from "../../wording/interface-words.ts";
import { readInterfaceLanguage, writeWording } from "../interface/write-wording.ts";
import type { SelectedPart } from "../quote/read-selection.ts";
import { forgetEdit, type KeptEdit, keepEdit, readKeptEdit } from "./kept-edit.ts";
import { type PanelAction, type PanelParts, placeBeside, writePanel } from "./panel-parts.ts";

/** The browser's highlight of the words that are corrected. */
export const highlightName = "correcting";

/** Where the panel opens, and for whom. */
interface OpenOptions {
  readonly place: DOMRect;
  /** Whether the words are still to be selected, in the panel. */
  readonly isWhole: boolean;
  /** Where the focus goes back to. */
  readonly opener: HTMLElement | undefined;
}

/** Chosen: a selection that has rested so long is finished. */
const restMs = 200;

/**
 * `<correct-panel>`, a popover: corrects words of one passage, or who says them, through the development server, which
 * knows where they stand in the files. The page is loaded anew when the server has read what it wrote.
 */
export class CorrectPanel extends HTMLElement {
  /** Where edits are sent. */
  address = "";
  #parts: PanelParts | undefined;
  #passage: HTMLElement | undefined;
  #selection: PassageSelection | undefined;
  #opener: HTMLElement | undefined;
  #undoable = 0;
  /** How often the server was asked what stands somewhere. */
  #looks = 0;
  /** What is selected in the panel. */
  #selected = "";
  #timer = 0;

  connectedCallback(): void {
    if (this.#parts !== undefined) return;
    this.popover = "manual";
    this.setAttribute("role", "dialog");
    for (const [name, value] of Object.entries(
      attributeWords("aria-label", editWords.correcting, readInterfaceLanguage()),
    ))
      this.setAttribute(name, String(value));
    this.#parts = writePanel(this);
    const { whole, undo } = this.#parts;
    undo.hidden = true;
    this.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#act(event.submitter?.dataset["action"] as PanelAction | undefined);
    });
    this.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLButtonElement>("[data-action]") : null;
      if (button?.type === "button") this.#act(button.dataset["action"] as PanelAction);
    });
    this.addEventListener("keydown", (event) => {
      // The page has keys of its own.
      event.stopPropagation();
      if (event.key === "Escape") this.#close();
    });
    whole.addEventListener("beforeinput", (event) => event.preventDefault());
    document.addEventListener("selectionchange", () => {
      if (document.activeElement === whole) this.#selectInWhole(whole);
    });
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  /** Offers to correct the selected words. */
  open(parts: readonly SelectedPart[], { place, isWhole, opener }: OpenOptions): void {
    const [first, second] = parts;
    if (first === undefined || this.#parts === undefined) return;
    const { passage, passageText } = first;
    this.#passage = passage;
    this.#opener = opener;
    this.#selection = undefined;
    this.#clear();
    const isHeard = passage.querySelector("[data-meant]") !== null;
    const refusal = second !== undefined ? editWords.onePassage : isHeard ? editWords.heardShown : undefined;
    this.#show(refusal === undefined, isWhole);
    placeBeside(this, place);
    if (refusal !== undefined) {
      this.#say(refusal);
      return;
    }
    this.#parts.whole.value = passageText;
    if (isWhole) {
      this.#parts.whole.focus();
      this.#parts.whole.setSelectionRange(0, 0);
    }
    const { from, to } = first;
    if (!isWhole) void this.#look({ from, to, text: passageText.slice(from, to) }, true);
  }

  /** Says after a reload what was written before it, where it was written. */
  resume(): void {
    const kept = readKeptEdit();
    if (kept === undefined || this.#parts === undefined) return;
    const passage = document.getElementById(kept.anchor)?.closest<HTMLElement>("[data-passage]");
    if (passage == null) return;
    // After the page has gone to the passage of its address.
    requestAnimationFrame(() => {
      passage.scrollIntoView({ block: "start", behavior: "instant" });
      scrollBy({ top: passage.getBoundingClientRect().top - kept.top, behavior: "instant" });
      if (kept.hasFocus) passage.querySelector<HTMLElement>("a.time")?.focus({ preventScroll: true });
    });
    this.#passage = passage;
    this.#clear();
    this.#show(false, false);
    this.#say(kept.said, kept.undoable);
  }

  #show(hasFields: boolean, isWhole: boolean): void {
    if (this.#parts === undefined) return;
    this.#parts.fields.hidden = !hasFields;
    const label = this.#parts.whole.closest("label");
    if (label !== null) label.hidden = !isWhole;
    this.toggleAttribute("data-notice", !hasFields);
    if (!this.matches(":popover-open")) this.showPopover();
  }

  #selectInWhole({ selectionStart: from, selectionEnd: to, value }: HTMLTextAreaElement): void {
    // Browsers tell of one selection several times; to look again would take back what has been typed since.
    if (`${from}-${to}` === this.#selected) return;
    clearTimeout(this.#timer);
    this.#selected = `${from}-${to}`;
    const text = value.slice(from, to);
    if (text.trim() === "") return;
    this.#timer = window.setTimeout(() => void this.#look({ from, to, text }, false), restMs);
  }

  async #look(words: Pick<PassageSelection, "from" | "to" | "text">, takesFocus: boolean): Promise<void> {
    const slug = decodePercent(location.pathname.replace(/\/$/, "").split("/").at(-1) ?? "").normalize("NFC");
    const selection = { slug, anchor: this.#passage?.id ?? "", ...words };
    this.#looks += 1;
    const look = this.#looks;
    const answer = await this.#ask({ action: "look", ...selection });
    if (look !== this.#looks || this.#parts === undefined) return;
    if (answer.kind !== "seen") {
      this.#selection = undefined;
      this.#say(answer.said);
      return;
    }
    this.#selection = { ...selection, ...answer.place.shown, text: answer.place.text };
    this.#fill(answer.place, this.#parts);
    this.#say(undefined, answer.undoable);
    if (!takesFocus) return;
    this.#parts.meant.focus({ preventScroll: true });
    this.#parts.meant.select();
  }

  #fill({ text, heard, source, speaker, people }: SeenPlace, parts: PanelParts): void {
    parts.heard.replaceChildren(writeWording(wordHeard(heard, source)));
    parts.meant.value = text;
    parts.asHeard.hidden = source === undefined;
    parts.speaker.value = speaker ?? "";
    parts.people.replaceChildren(
      ...people.map((name) => Object.assign(document.createElement("option"), { value: name })),
    );
  }

  #act(action: PanelAction | undefined): void {
    if (action === "close") this.#close();
    else if (action === "undo") void this.#write({ action: "undo", count: this.#undoable });
    const selection = this.#selection;
    if (selection === undefined || this.#parts === undefined) return;
    const { meant, speaker } = this.#parts;
    if (action === "here" || action === "everywhere") {
      const everywhere = action === "everywhere";
      void this.#write({ action: "replace", ...selection, meant: meant.value, everywhere });
    } else if (action === "as-heard") void this.#write({ action: "restore", ...selection });
    else if (action === "from-here" || action === "only-these") {
      const alone = action === "only-these";
      void this.#write({ action: "turn", ...selection, speaker: speaker.value, alone });
    }
  }

  async #write(request: EditRequest): Promise<void> {
    clearTimeout(this.#timer);
    const answer = await this.#ask(request);
    if (answer.kind === "seen") return;
    if (answer.kind === "refused") {
      if (request.action === "undo") forgetEdit();
      this.#say(answer.said, request.action === "undo" ? 0 : undefined);
      return;
    }
    this.#keep(answer);
    CSS.highlights.delete(highlightName);
    this.#opener?.focus({ preventScroll: true });
    this.#show(false, false);
    this.#say(answer.said, answer.undoable);
  }

  #keep({ said, undoable }: Pick<KeptEdit, "said" | "undoable">): void {
    const passage = this.#passage;
    if (passage === undefined) return;
    keepEdit({
      ...{ page: location.pathname, said, undoable, anchor: passage.id },
      top: passage.getBoundingClientRect().top,
      hasFocus: this.#opener !== undefined,
    });
  }

  async #ask(request: EditRequest): Promise<EditAnswer> {
    try {
      const response = await fetch(this.address, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(request),
      });
      return (await response.json()) as EditAnswer;
    } catch {
      return { kind: "refused", said: editWords.failed };
    }
  }

  #clear(): void {
    // What is still asked is of another place.
    this.#looks += 1;
    this.#selected = "";
    if (this.#parts === undefined) return;
    const { heard, meant, speaker, asHeard } = this.#parts;
    heard.replaceChildren();
    meant.value = "";
    speaker.value = "";
    asHeard.hidden = true;
    this.#say(undefined);
  }

  /** @param undoable how many edits can be taken back; what is known of it stays where absent */
  #say(wording: Wording | undefined, undoable?: number): void {
    if (this.#parts === undefined) return;
    this.#parts.status.replaceChildren(...(wording === undefined ? [] : [writeWording(wording)]));
    if (undoable === undefined) return;
    this.#undoable = undoable;
    this.#parts.undo.hidden = undoable === 0;
  }

  #close(): void {
    forgetEdit();
    CSS.highlights.delete(highlightName);
    this.#selection = undefined;
    if (this.matches(":popover-open")) this.hidePopover();
    this.#opener?.focus({ preventScroll: true });
  }
}
