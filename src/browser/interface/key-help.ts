import { isWriting } from "./search-shortcut.ts";

/** `?` shows the keys of the site, and so does a press on a `[data-key-help]`. What is shown loads when it is asked for. */
export function listenForKeyHelp(): void {
  const show = async () => (await import("./key-sheet.ts")).showKeySheet();
  document.addEventListener("keydown", (event) => {
    if (!/^[?？]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || event.isComposing || isWriting(event.target)) return;
    event.preventDefault();
    void show();
  });
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-key-help]") !== null) void show();
  });
}
