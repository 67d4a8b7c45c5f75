import type { APIRoute, GetStaticPaths } from "astro";
import { readSite } from "./_read-site.ts";
import { listFeeds, type SiteFeed } from "./_site-feeds.ts";

/** `/feed.xml`, `/terms/<slug>/feed.xml` and `/people/<id>/feed.xml`. */
export const getStaticPaths = (async () =>
  listFeeds(await readSite()).map((feed) => ({
    params: { feed: [...feed.path, "feed"].join("/") },
    props: { feed },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: SiteFeed }> = async ({ props: { feed } }) =>
  new Response(await feed.write(), { headers: { "content-type": "application/rss+xml; charset=utf-8" } });
