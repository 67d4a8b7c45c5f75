import { editWords } from "../../wording/edit-words.ts";
import type { Wording } from "../../wording/interface-words.ts";
import { readInterfaceLanguage, writeWording } from "../interface/write-wording.ts";

/** The parts of the panel that it changes. */
export interface PanelParts {
  readonly fields: HTMLElement;
  /** The passage, in which a keyboard selects words. */
  readonly whole: HTMLTextAreaElement;
  readonly heard: HTMLElement;
  readonly meant: HTMLInputElement;
  readonly speaker: HTMLInputElement;
  readonly people: HTMLDataListElement;
  readonly status: HTMLElement;
  readonly asHeard: HTMLButtonElement;
  readonly undo: HTMLButtonElement;
}

/** What can be asked for with a press. */
export type PanelAction = "here" | "everywhere" | "as-heard" | "from-here" | "only-these" | "undo" | "close";

/** Writes the panel into its element. */
export function writePanel(panel: HTMLElement): PanelParts {
  const whole = document.createElement("textarea");
  whole.rows = 4;
  const heard = make("p", "heard");
  const meant = makeInput();
  const speaker = makeInput();
  const people = document.createElement("datalist");
  people.id = "correct-people";
  speaker.setAttribute("list", people.id);
  const asHeard = makeButton(editWords.asHeard, "as-heard");
  const undo = makeButton(editWords.undo, "undo");
  const close = makeButton({ zh: "×", en: "×" }, "close");
  close.setAttribute("aria-label", editWords.close[readInterfaceLanguage()]);
  const status = make("p", "status");
  status.setAttribute("role", "status");
  const fields = make("div", "fields");
  fields.append(
    makeLabel(editWords.selectHere, whole),
    heard,
    makeForm([
      makeLabel(editWords.meant, meant),
      makeButton(editWords.onlyHere, "here", "submit"),
      makeButton(editWords.everywhere, "everywhere"),
      asHeard,
    ]),
    makeForm([
      makeLabel(editWords.speaker, speaker),
      people,
      makeButton(editWords.fromHere, "from-here", "submit"),
      makeButton(editWords.onlyThese, "only-these"),
    ]),
  );
  const foot = make("div", "foot");
  foot.append(status, undo, close);
  panel.replaceChildren(fields, foot);
  return { fields, whole, heard, meant, speaker, people, status, asHeard, undo };
}

/** Below the selected words, or above them where there is no room; the style sheet puts notices, and all on a phone, at the foot. */
export function placeBeside(panel: HTMLElement, { left, top, bottom }: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = panel;
  const x = Math.max(8, Math.min(left, document.documentElement.clientWidth - width - 8));
  const below = bottom + 10;
  const y = below + height < innerHeight - 8 ? below : Math.max(8, top - height - 10);
  panel.style.setProperty("--panel-left", `${x + scrollX}px`);
  panel.style.setProperty("--panel-top", `${y + scrollY}px`);
}

function make(name: string, className: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  return element;
}

function makeInput(): HTMLInputElement {
  const input = document.createElement("input");
  input.autocomplete = "off";
  input.spellcheck = false;
  return input;
}

function makeButton(
  wording: Wording,
  action: PanelAction,
  type: "button" | "submit" = "button",
): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = type;
  button.className = "button";
  button.dataset["action"] = action;
  button.append(writeWording(wording));
  return button;
}

function makeLabel(wording: Wording, field: HTMLElement): HTMLLabelElement {
  const label = document.createElement("label");
  label.append(writeWording(wording), field);
  return label;
}

function makeForm(parts: readonly HTMLElement[]): HTMLFormElement {
  const form = document.createElement("form");
  form.append(...parts);
  return form;
}
