/** A reader's choice of how the site looks and behaves: an attribute `data-<name>` of the document, kept from page to page. */
export type SettingName = "theme" | "type" | "size" | "width" | "stamps" | "marks" | "follow";

/** The value chosen; "" where the reader has chosen none. */
export function readSetting(name: SettingName): string {
  return document.documentElement.getAttribute(`data-${name}`) ?? "";
}

/**
 * Sets and remembers a choice; "" goes back to the default and leaves no attribute behind. Controls that show
 * the same setting listen to `tingsuo:setting` on the document, whose `detail` is the name.
 */
export function rememberSetting(name: SettingName, value: string): void {
  if (value === "") document.documentElement.removeAttribute(`data-${name}`);
  else document.documentElement.setAttribute(`data-${name}`, value);
  try {
    if (value === "") localStorage.removeItem(`tingsuo-${name}`);
    else localStorage.setItem(`tingsuo-${name}`, value);
  } catch {
    // Storage may be forbidden: the choice then holds for this page.
  }
  document.dispatchEvent(new CustomEvent("tingsuo:setting", { detail: name }));
}

const settings = ["js", "ui", "theme", "type", "size", "width", "stamps", "marks", "follow"].map(
  (name) => `data-${name}`,
);

/**
 * Keeps what the reader has set (language, appearance) when the router puts another page in place: set on the
 * page before it is shown, so that nothing flashes. Pages appear at once, without a fade.
 */
export function keepSettings(): void {
  document.addEventListener("astro:before-swap", (event) => {
    const next = event.newDocument.documentElement;
    for (const name of settings) {
      const value = document.documentElement.getAttribute(name);
      if (value === null) next.removeAttribute(name);
      else next.setAttribute(name, value);
    }
    event.viewTransition.ready.catch(() => undefined);
    event.viewTransition.skipTransition();
  });
}
