import type { APIRoute } from "astro";
import { makeWebManifest } from "../publish/make-web-manifest.ts";
import { readSite } from "./_read-site.ts";

/** What the site is as an app. */
export const GET: APIRoute = async () => {
  const { archive } = await readSite();
  return new Response(makeWebManifest(archive.show, import.meta.env.BASE_URL), {
    headers: { "content-type": "application/manifest+json; charset=utf-8" },
  });
};
