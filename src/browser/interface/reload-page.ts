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
