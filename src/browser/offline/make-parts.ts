import type { Wording } from "../../wording/interface-words.ts";
import { writeWording } from "../interface/write-wording.ts";

/** A button of a panel. */
export function makeButton(wording: Wording, press: () => unknown, look = "button"): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = look;
  button.append(writeWording(wording));
  button.addEventListener("click", () => void press());
  return button;
}

/** A sentence. */
export function makeLine(wording: Wording, look = "note"): HTMLParagraphElement {
  const line = document.createElement("p");
  line.className = look;
  line.append(writeWording(wording));
  return line;
}
