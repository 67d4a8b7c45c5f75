/** A reader's choice of how the site looks and behaves: an attribute `data-<name>` of the document, kept from page to page. */
export type SettingName = "theme" | "type" | "size" | "width" | "stamps" | "follow";

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
