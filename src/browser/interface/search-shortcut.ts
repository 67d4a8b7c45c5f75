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

/** True where a key press is a letter of what someone is writing. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("textarea, select, input:not([type='range'], [type='radio'], [type='checkbox'])"))
  );
}
