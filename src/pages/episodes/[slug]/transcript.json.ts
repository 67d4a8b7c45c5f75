import type { APIRoute, GetStaticPaths } from "astro";
import type { Episode } from "../../../model/archive.ts";
import { makeTranscriptJson } from "../../../publish/make-transcript-json.ts";
import { readSite } from "../../_read-site.ts";
import { listChangedTranscripts } from "../_keep-pages.ts";

export const getStaticPaths = (async () => listChangedTranscripts(await readSite())) satisfies GetStaticPaths;

export const GET: APIRoute<{ episode: Episode; show: string }> = ({ props }) =>
  new Response(JSON.stringify(makeTranscriptJson(props.episode, props.show)), {
    headers: { "content-type": "application/json; charset=utf-8" },
  });
