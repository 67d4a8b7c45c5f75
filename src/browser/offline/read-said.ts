/**
 * What of an episode's page, as it is sent, its transcript and its recording go with: the passages and what the player is
 * told; not what leads to other pages, and what a host may put around it.
 */
export function readSaid(page: string): string {
  const [recording = ""] = /data-recording[^>]*>[^<]*/.exec(page) ?? [];
  const [first, last] = [page.indexOf("data-passage"), page.lastIndexOf("data-passage")];
  const end = page.indexOf("<aside", last);
  return recording + page.slice(Math.max(0, first), end === -1 ? undefined : end);
}
