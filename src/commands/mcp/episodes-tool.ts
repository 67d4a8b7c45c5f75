import { z } from "zod";
import { isPossiblyAfter, isPossiblyBefore, readPartialDate } from "../../search/query/query-syntax.ts";
import { foldName } from "../../text/normalise.ts";
import { formatTime } from "../../text/time.ts";
import { argumentDescriptions as about, agentFaults } from "../../wording/commands/agent-words.ts";
import { AgentError, type PublishedSite } from "./published-site.ts";

const date = z
  .string()
  .trim()
  .max(20)
  .refine(
    (text) => readPartialDate(text) !== undefined,
    "write a day, month or year that there is, as 2025-03-05",
  )
  .transform((text) => readPartialDate(text) as string);

/** What `episodes` is asked. */
export const episodesInput = z.strictObject({
  text: z.string().trim().max(200).default("").describe(about.text),
  person: z.string().trim().min(1).max(200).optional().describe(about.person),
  after: date.optional().describe(about.after),
  before: date.optional().describe(about.before),
  skip: z.int().min(0).max(1_000_000).default(0).describe(about.episodesSkip),
  limit: z.int().min(1).max(100).default(20).describe(about.episodesLimit),
});

/** What `episodes` answers. */
export const episodesOutput = z.object({
  /** All that match. */
  total: z.int(),
  episodes: z.array(
    z.object({
      episode: z.string(),
      title: z.string(),
      date: z.string(),
      /** `1:02:03` */
      duration: z.string(),
      people: z.array(z.object({ name: z.string(), id: z.string().optional(), role: z.string().optional() })),
      topics: z.array(z.string()),
      timing: z.string(),
      /** Where it begins; a place in it has its own link. */
      second: z.literal(0),
      link: z.string(),
    }),
  ),
  more: z.int(),
});

/** What is read of an episodes.json (interface.md, "Addresses"). */
const list = z.array(
  z.object({
    slug: z.string(),
    title: z.string(),
    date: z.string(),
    duration: z.number().min(0),
    people: z.array(z.object({ name: z.string(), id: z.string().optional(), role: z.string().optional() })),
    topics: z.array(z.string()),
    timing: z.string(),
  }),
);

type Listed = z.output<typeof list>[number];

/** Lists the episodes that match, newest first. Rejects with an AgentError where the site has no list. */
export async function listEpisodes(
  site: PublishedSite,
  { text, person, after, before, skip, limit }: z.output<typeof episodesInput>,
): Promise<z.output<typeof episodesOutput>> {
  const all = await site.load("episodes.json", list);
  if (all === undefined) throw new AgentError(agentFaults.fileMissing(site.nameFile("episodes.json")));
  const words = text
    .split(/\s+/)
    .filter((word) => word !== "")
    .map(fold);
  const wanted = person === undefined ? undefined : fold(person);
  const isWanted = ({ title, people, topics, date: own }: Listed) => {
    const named = [title, ...topics, ...people.map(({ name }) => name)].map(fold).join("\n");
    return (
      words.every((word) => named.includes(word)) &&
      (wanted === undefined || people.some(({ id, name }) => id === person || fold(name).includes(wanted))) &&
      (after === undefined || isPossiblyAfter(own, after)) &&
      (before === undefined || isPossiblyBefore(own, before))
    );
  };
  const found = all.filter(isWanted);
  const shown = found.slice(skip, skip + limit);
  return {
    total: found.length,
    episodes: shown.map(({ slug, duration, title, date: own, people, topics, timing }) => ({
      ...{ episode: slug, title, date: own, duration: formatTime(duration), people, topics, timing },
      ...{ second: 0 as const, link: new URL(`episodes/${encodeURIComponent(slug)}/`, site.root).href },
    })),
    more: Math.max(0, found.length - skip - shown.length),
  };
}

/** A name as it is compared, without what divides its tokens: 黄 仁勋 is 黄仁勋. */
function fold(name: string): string {
  return foldName(name).replaceAll(" ", "");
}
