import type { APIRoute, GetStaticPaths } from "astro";
import type { Episode, Show } from "../../../model/archive.ts";
import { readSite } from "../../_read-site.ts";
import { listChangedFiles } from "../_keep-pages.ts";
import { episodeFiles } from "./_episode-files.ts";

export const getStaticPaths = (async () => listChangedFiles(await readSite())) satisfies GetStaticPaths;

export const GET: APIRoute<{ episode: Episode; show: Show; origin?: string }> = ({ params, props }) => {
  const file = episodeFiles[params["file"] ?? ""];
  if (file === undefined) return new Response(null, { status: 404 });
  const { episode, show, origin } = props;
  return new Response(file.write(episode, { show, origin }), {
    headers: { "content-type": `${file.type}; charset=utf-8` },
  });
};
