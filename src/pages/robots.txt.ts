import type { APIRoute } from "astro";
import { makeFileAddress } from "../model/site-address.ts";
import { readSite } from "./_read-site.ts";

/** Everything may be read; the sitemap is named where the site's address is known. */
export const GET: APIRoute = async () => {
  const { origin } = await readSite();
  const path = makeFileAddress(import.meta.env.BASE_URL, "sitemap-index.xml");
  const sitemap = origin === undefined ? "" : `\nSitemap: ${new URL(path, origin).href}\n`;
  return new Response(`User-agent: *\nAllow: /\n${sitemap}`, {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
};
