import type { APIRoute, GetStaticPaths } from "astro";
import { makeTranscriptJson } from "../../../components/make-transcript-json.ts";
import type { Episode } from "../../../model/archive.ts";
import { readSite } from "../../_read-site.ts";

export const getStaticPaths = (async () => {
  const { archive } = await readSite();
  return archive.episodes.map((episode) => ({ params: { slug: episode.slug }, props: { episode } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ episode: Episode }> = ({ props }) =>
  new Response(JSON.stringify(makeTranscriptJson(props.episode)), {
    headers: { "content-type": "application/json; charset=utf-8" },
  });
