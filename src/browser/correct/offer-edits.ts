import { editWords } from "../../wording/edit-words.ts";
import { isWriting } from "../interface/search-shortcut.ts";
import { writeWording } from "../interface/write-wording.ts";
import { readSelectedParts, readWholePassage, type SelectedPart } from "../quote/read-selection.ts";
import { CorrectPanel, highlightName } from "./correct-panel.ts";

/**
 * Lets the transcript of every page be corrected: a button in the bar that selected text opens, and the key E on a
 * passage. The development server alone gives pages this script.
 * @param address where edits are sent
 */
export function offerEdits(address: string): void {
  customElements.define("correct-panel", CorrectPanel);
  const begin = () => {
    if (document.querySelector("[data-transcript]") === null) return;
    addButton(() => open(address, undefined));
    findPanel(address).resume();
  };
  document.addEventListener("astro:page-load", begin);
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "e" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isWriting(event.target) || !(event.target instanceof HTMLElement)) return;
    if (open(address, event.target)) event.preventDefault();
  });
}

function addButton(act: () => void): void {
  const row = document.querySelector("quote-bar .row");
  if (row === null || row.querySelector("[data-correct]") !== null) return;
  const button = document.createElement("button");
  button.type = "button";
  button.dataset["correct"] = "";
  button.append(writeWording(editWords.correct));
  button.addEventListener("click", act);
  row.insertBefore(button, row.querySelector(".close"));
  // What the bar's own style sheet says of its buttons holds for elements that its component has written.
  for (const { name } of row.querySelector("button")?.attributes ?? [])
    if (name.startsWith("data-astro-cid")) button.setAttribute(name, "");
}

/** Opens the panel for the selected words, else for the passage of `target`; false where there is neither. */
function open(address: string, target: HTMLElement | undefined): boolean {
  const selection = getSelection();
  const range = selection === null || selection.isCollapsed ? undefined : selection.getRangeAt(0);
  const passages = document.querySelectorAll<HTMLElement>("[data-transcript] [data-passage]");
  const parts = range === undefined ? [] : readSelectedParts(range, passages);
  const passage = target?.closest<HTMLElement>("[data-passage]") ?? null;
  const whole: SelectedPart[] = passage === null ? [] : [readWholePassage(passage)];
  const own = parts.length > 0 ? parts : whole;
  const [first] = own;
  if (first === undefined) return false;
  const place = (parts.length > 0 ? range : passage)?.getBoundingClientRect();
  document.querySelector<HTMLElement>("quote-bar:popover-open")?.hidePopover();
  // What is left of the selection would open that bar again: the browser's highlight shows the words instead.
  CSS.highlights.set(highlightName, new Highlight(...(range === undefined ? [] : [range.cloneRange()])));
  selection?.removeAllRanges();
  findPanel(address).open(own, {
    place: place ?? first.passage.getBoundingClientRect(),
    isWhole: parts.length === 0,
    opener: target,
  });
  return true;
}

function findPanel(address: string): CorrectPanel {
  const found = document.querySelector<CorrectPanel>("correct-panel");
  if (found !== null) return found;
  const panel = document.createElement("correct-panel") as CorrectPanel;
  panel.address = address;
  document.body.append(panel);
  return panel;
}
