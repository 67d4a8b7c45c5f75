import type { APIRoute } from "astro";
import { makePageAddress } from "../model/site-address.ts";
import { readSite } from "./_read-site.ts";

/** Every episode, newest first (interface.md, "Addresses"). Durations in seconds, addresses root-relative. */
export const GET: APIRoute = async () => {
  const { archive } = await readSite();
  const episodes = archive.episodes.map(({ slug, title, date, duration, people, topics, timing }) => ({
    slug,
    title,
    date,
    duration: Math.round(duration),
    url: makePageAddress(import.meta.env.BASE_URL, "episodes", slug),
    people,
    topics,
    timing,
  }));
  return new Response(JSON.stringify(episodes), {
    headers: { "content-type": "application/json; charset=utf-8" },
  });
};
