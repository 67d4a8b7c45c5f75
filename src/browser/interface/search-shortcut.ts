import { isWriting } from "./is-writing.ts";

/**
 * `/`, Ctrl-K and Cmd-K put the caret into the page's search field: the main one where there are two.
 * Fields are `[data-search-field]`.
 */
export function listenForSearchShortcut(): void {
  document.addEventListener("keydown", (event) => {
    const isCommand = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isCommand && !(isSlash && !isWriting(event.target))) return;
    const field =
      document.querySelector<HTMLInputElement>("main [data-search-field]") ??
      document.querySelector<HTMLInputElement>("[data-search-field]");
    if (field === null) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
