/** Where the time of the last reload is kept, for the tab. */
const storageKey = "tingsuo:reloaded";
/** A page that has just been made anew and lacks a part too is not made anew again. Chosen. */
const pauseMs = 60_000;

/**
 * Loads the page anew, once, where a part of its scripts is gone from the host: the site was published anew since the page
 * was opened. Without a network, or where the part is there, nothing is done: whoever wanted it says so.
 */
async function reloadWithoutPart({ payload }: Event & { readonly payload?: Error }): Promise<void> {
  const last = Number(sessionStorage.getItem(storageKey) ?? Number.NEGATIVE_INFINITY);
  if (Date.now() - last < pauseMs) return;
  // Safari does not say which part: there the page itself tells whether the host can be reached.
  const part = /https?:\/\/\S+?\.(?:js|css)/.exec(payload?.message ?? "")?.[0];
  const answer = await fetch(part ?? location.href, { method: "HEAD", cache: "no-store" }).catch(
    () => undefined,
  );
  if (answer === undefined || (part !== undefined && answer.ok)) return;
  sessionStorage.setItem(storageKey, String(Date.now()));
  location.reload();
}

addEventListener("vite:preloadError", (event) => void reloadWithoutPart(event));

/** The scripts that this document has run, by their names without what tells of their content. */
const scriptsRun = new Map<string, string>();

/** Whether a page is of another build than this document, and not only of other content: one of its scripts is another. */
function isOfOtherScripts(page: Document): boolean {
  const scripts = [...page.querySelectorAll<HTMLScriptElement>("script[src]")].map(({ src }) => src);
  const isOther = scripts.some((address) => (scriptsRun.get(nameOf(address)) ?? address) !== address);
  for (const address of isOther ? [] : scripts) scriptsRun.set(nameOf(address), address);
  return isOther;
}

/** `/_astro/SearchPage.62YKiDFg.js` without its hash. */
function nameOf(address: string): string {
  return address.replace(/\.[^./]+\.js$/, "");
}

isOfOtherScripts(document);

/**
 * A page of another build than this document is loaded whole, be it newer or, without a network, kept and older: put in
 * its place by the router it would be served by the scripts of both.
 */
document.addEventListener("astro:before-preparation", (event) => {
  const { loader } = event;
  event.loader = async () => {
    await loader();
    const isReturn = event.navigationType === "traverse";
    // Where a page did not come the router goes there itself; on the way back its address is shown already.
    if (event.defaultPrevented ? !isReturn : !isOfOtherScripts(event.newDocument)) return;
    if (isReturn) location.reload();
    else location.href = event.to.href;
    // The document goes: nothing of the page is to be put into it.
    await new Promise(() => undefined);
  };
});
