import { escapeHtml } from "../../text/escape-html.ts";

/** How a moment looks on another page. */
export interface EmbedLook {
  /** As the reader's system where absent. */
  readonly theme?: "light" | "dark";
  /** One line of words. */
  readonly isSmall: boolean;
}

/** Pixels: what is longer is scrolled. */
export const embedHeights = { normal: 260, small: 132 } as const;

/**
 * The address at which a moment is shown for other pages: `/embed/?e=<slug>#t=754,790`.
 * @param page whole address of the page of embeds
 * @param fragment of the moment, `#` included
 */
export function makeEmbedAddress(page: string, slug: string, fragment: string, look: EmbedLook): string {
  const url = new URL(page);
  url.searchParams.set("e", slug);
  if (look.theme !== undefined) url.searchParams.set("theme", look.theme);
  if (look.isSmall) url.searchParams.set("size", "small");
  url.hash = fragment.replace(/:~:.*/, "");
  return url.href;
}

/** The HTML that shows a moment on another page. */
export function writeEmbedCode(address: string, title: string, look: EmbedLook): string {
  const height = look.isSmall ? embedHeights.small : embedHeights.normal;
  return `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;
}
