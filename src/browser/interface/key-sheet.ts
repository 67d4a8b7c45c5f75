import { keyGroups, keyWords } from "../../wording/key-words.ts";
import { writeWording } from "./write-wording.ts";

/** Shows all keys of the site. The sheet is made when it is first asked for on a page. */
export function showKeySheet(): void {
  const made = document.querySelector<HTMLDialogElement>("dialog.key-sheet") ?? makeSheet();
  if (!made.open) made.showModal();
}

function makeSheet(): HTMLDialogElement {
  const sheet = make("dialog", "sheet key-sheet");
  sheet.setAttribute("aria-labelledby", "key-sheet-title");
  const title = make("h2");
  title.id = "key-sheet-title";
  // The sheet begins at its beginning, not at the button at its foot.
  title.tabIndex = -1;
  title.autofocus = true;
  title.append(writeWording(keyWords.title));
  const groups = make("div", "key-groups");
  for (const { title: name, rows } of keyGroups) {
    const group = make("section");
    const heading = make("h3", "note");
    heading.append(writeWording(name));
    const list = make("dl");
    for (const { keys, words } of rows) {
      const row = make("div");
      const term = make("dt");
      for (const key of keys) {
        const cap = make("kbd");
        cap.lang = "en";
        cap.textContent = key;
        term.append(cap);
      }
      const meaning = make("dd");
      meaning.append(writeWording(words));
      row.append(term, meaning);
      list.append(row);
    }
    group.append(heading, list);
    groups.append(group);
  }
  const form = make("form");
  form.method = "dialog";
  const close = make("button", "button");
  close.append(writeWording(keyWords.close));
  form.append(close);
  sheet.append(title, groups, form);
  // Beside it is the backdrop.
  sheet.addEventListener("click", ({ target }) => target === sheet && sheet.close());
  document.body.append(sheet);
  return sheet;
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = "",
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className !== "") element.className = className;
  return element;
}
