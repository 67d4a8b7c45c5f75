import type { APIRoute } from "astro";
import { makeFileAddress } from "../text/site-address.ts";

/** Everything may be read; the sitemap is named where the site's address is known. */
export const GET: APIRoute = ({ site }) => {
  const path = makeFileAddress(import.meta.env.BASE_URL, "sitemap-index.xml");
  const sitemap = site === undefined ? "" : `\nSitemap: ${new URL(path, site).href}\n`;
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`, {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
};
