import type { APIRoute } from "astro";
import type { Term } from "../../../model/archive.ts";
import { makePageAddress } from "../../../model/site-address.ts";
import type { TermAirtime } from "../../../pipeline/measure/measure-airtime.ts";
import { writeCsv } from "../../../publish/write-text.ts";
import { readSite, type Site } from "../../_read-site.ts";

type Row = readonly (string | number)[];

/** The numbers behind a term's pictures. Minutes with three decimals, shares from 0 to 1, one row a mark. */
const tables: Readonly<Record<string, (site: Site, own: TermAirtime) => readonly Row[]>> = {
  minutes: ({ airtime, mentionsOf }, { term, episodes }) => {
    const mentions = new Map(mentionsOf.get(term)?.map(({ episode, count }) => [episode, count]));
    return [
      ["date", "episode", "title", "address", "minutes", "share_of_speech", "mentions", "timing"],
      ...episodes.map(({ episode, seconds }) => [
        episode.date,
        episode.slug,
        episode.title,
        makePageAddress(import.meta.env.BASE_URL, "episodes", episode.slug),
        writeMinutes(seconds),
        writeShare(seconds, airtime.speechOf.get(episode)),
        mentions.get(episode) ?? 0,
        episode.timing,
      ]),
    ];
  },
  speakers: ({ airtime }, { speakers }) => [
    ["speaker", "name", "minutes", "share_of_own_speech"],
    ...speakers.map(({ speaker, seconds }) => [
      speaker.key,
      speaker.name,
      writeMinutes(seconds),
      writeShare(seconds, airtime.speakers.get(speaker.key)?.seconds),
    ]),
  ],
  beside: (_, { seconds: all, companions }) => [
    ["term", "minutes", "share_of_this_term"],
    ...companions.map(({ term, seconds }) => [term.term, writeMinutes(seconds), writeShare(seconds, all)]),
  ],
};

function writeMinutes(seconds: number): string {
  return (seconds / 60).toFixed(3);
}

function writeShare(seconds: number, all: number | undefined): string {
  return all === undefined || all === 0 ? "" : (seconds / all).toFixed(6);
}

export async function getStaticPaths() {
  const { archive, airtime } = await readSite();
  return archive.terms
    .filter(({ slug }) => airtime.terms.has(slug))
    .flatMap((term) =>
      Object.keys(tables).map((table) => ({ params: { slug: term.slug, table }, props: { term } })),
    );
}

export const GET: APIRoute<{ term: Term }> = async ({ params, props: { term } }) => {
  const site = await readSite();
  const own = site.airtime.terms.get(term.slug);
  const rows = own === undefined ? [] : (tables[params["table"] ?? ""]?.(site, own) ?? []);
  return new Response(writeCsv(rows), { headers: { "content-type": "text/csv; charset=utf-8" } });
};
