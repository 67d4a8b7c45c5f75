import { z } from "zod";
import type {
  ResultEpisode,
  ResultPassage,
  SearchResult,
  SearchTier,
} from "../../search/api/search-types.ts";
import { filterKeys } from "../../search/query/query-syntax.ts";
import { cutExcerpt } from "../../text/cut-excerpt.ts";
import { formatTime } from "../../text/time.ts";
import { argumentDescriptions as about } from "../../wording/commands/agent-words.ts";
import type { AskSearch } from "./open-search.ts";
import type { PublishedSite } from "./published-site.ts";

const tiers = ["exact", "variant", "related", "sound"] as const satisfies readonly SearchTier[];
const blocks = ["names", ...tiers] as const;
/** As wide as so many Han characters: what is said around a hit; the tool `read` gives all. Chosen. */
const excerptRoom = 240;
/** Writings of a block that are told. Chosen. */
const mostForms = 12;

const filterValues = z.array(z.string().min(1).max(200)).min(1).max(20);

/** What `search` is asked. */
export const searchInput = z.strictObject({
  query: z.string().trim().min(1).max(500).describe(about.query),
  blocks: z
    .array(z.enum(blocks))
    .min(1)
    .max(blocks.length)
    .default([...blocks])
    .describe(about.blocks),
  filters: z.partialRecord(z.enum(filterKeys), filterValues).optional().describe(about.filters),
  sort: z.enum(["relevance", "newest", "oldest"]).default("relevance").describe(about.sort),
  aliases: z.boolean().default(true).describe(about.aliases),
  limit: z.int().min(1).max(50).default(6).describe(about.limit),
  perEpisode: z.int().min(1).max(50).default(3).describe(about.perEpisode),
  skip: z.int().min(0).max(1_000_000).default(0).describe(about.skip),
});

const count = z.object({ episodes: z.int(), hits: z.int() });

const passage = z.object({
  /** Estimated where `time` has `≈`. */
  second: z.number(),
  time: z.string(),
  speaker: z.string().optional(),
  text: z.string(),
  link: z.string(),
  /** Words of the text that were corrected, what a recogniser wrote there, and how sure that is, 0 to 1. */
  corrected: z.array(z.object({ text: z.string(), heard: z.string(), sure: z.number() })).optional(),
});

const block = z.object({
  ...count.shape,
  forms: z.array(z.object({ form: z.string(), hits: z.int(), isLikely: z.boolean() })).optional(),
  found: z.array(
    z.object({
      episode: z.string(),
      title: z.string(),
      date: z.string(),
      people: z.array(z.string()),
      hits: z.int(),
      passages: z.array(passage),
    }),
  ),
  /** Episodes of the block behind those that are listed. */
  moreEpisodes: z.int(),
});

/** What `search` answers. */
export const searchOutput = z.object({
  query: z.string(),
  link: z.string(),
  names: z
    .object({
      found: z.array(
        z.object({ kind: z.string(), title: z.string(), episode: z.string().optional(), link: z.string() }),
      ),
      more: z.record(z.string(), z.int()),
    })
    .optional(),
  exact: block.optional(),
  variant: block.optional(),
  related: z
    .object({
      ...count.shape,
      passages: z.array(
        passage.extend({
          episode: z.string(),
          title: z.string(),
          said: z.array(z.string()),
          unsaid: z.array(z.string()),
        }),
      ),
      morePassages: z.int(),
    })
    .optional(),
  sound: block.optional(),
  /** Other names of the words that counted too. */
  aliases: z.array(z.string()),
  /** Words that stand nowhere in the archive. */
  missing: z.array(z.string()),
  /** Words that were not asked for, as there were too many. */
  unasked: z.array(z.string()),
  unknownFilters: z.array(z.object({ key: z.string(), value: z.string() })),
});

type Input = z.output<typeof searchInput>;
type Answer = z.output<typeof searchOutput>;

/** Asks the site's search. Rejects with an AgentError where it cannot answer. */
export async function searchSite(
  { root }: Pick<PublishedSite, "root">,
  ask: AskSearch,
  input: Input,
): Promise<Answer> {
  const { query, filters, sort, aliases, limit, skip } = input;
  const asked = tiers.filter((tier) => input.blocks.includes(tier));
  const options = { tiers: asked, sort, aliases, ...(filters === undefined ? {} : { filters }) };
  const locate = (url: string) => new URL(url, root).href;
  return ask(query, options, async (result) => {
    const answer: Answer = {
      query,
      link: locate(`search/?q=${encodeURIComponent(query)}`),
      aliases: [...result.aliases],
      missing: [...result.missing],
      unasked: [...result.unasked],
      unknownFilters: result.unknown.map(({ key, value }) => ({ key, value })),
    };
    if (input.blocks.includes("names")) {
      const found = result.names.map(({ kind, title, episode, url }) => ({
        ...{ kind, title, link: locate(url) },
        ...(episode === undefined ? {} : { episode }),
      }));
      answer.names = { found, more: { ...result.moreNames } };
    }
    for (const tier of asked) {
      if (tier !== "related") {
        answer[tier] = await listBlock(result, tier, input, locate);
        continue;
      }
      const passages = await result.related(skip + limit);
      const total = result.totals.related ?? { episodes: 0, hits: passages.length };
      answer.related = {
        ...total,
        passages: passages.slice(skip).map((own) => ({
          ...{ episode: own.slug, title: own.title },
          ...writePassage(own, locate),
          ...{ said: [...own.said], unsaid: [...own.unsaid] },
        })),
        morePassages: Math.max(0, total.hits - Math.max(skip, passages.length)),
      };
    }
    return answer;
  });
}

async function listBlock(
  { episodes, totals, forms }: SearchResult,
  tier: "exact" | "variant" | "sound",
  { limit, perEpisode, skip }: Input,
  locate: (url: string) => string,
): Promise<NonNullable<Answer["exact"]>> {
  const own = episodes.filter((episode) => episode.tier === tier);
  const found: NonNullable<Answer["exact"]>["found"] = [];
  let left = limit;
  for (const episode of own.slice(skip, skip + limit)) {
    if (left <= 0) break;
    const passages = await episode.passages(Math.min(left, perEpisode));
    left -= passages.length;
    found.push({ ...describeEpisode(episode), passages: passages.map((one) => writePassage(one, locate)) });
  }
  const written = forms.filter((form) => form.tier === tier).slice(0, mostForms);
  return {
    ...(totals[tier] ?? { episodes: 0, hits: 0 }),
    ...(written.length === 0
      ? {}
      : { forms: written.map(({ form, hits, isLikely }) => ({ form, hits, isLikely })) }),
    found,
    moreEpisodes: Math.max(0, own.length - skip - found.length),
  };
}

function describeEpisode({ slug, title, date, people, hits }: ResultEpisode) {
  return { episode: slug, title, date, people: [...people], hits };
}

type Found = Pick<ResultPassage, "start" | "url" | "speaker" | "text" | "marks" | "heard">;

function writePassage(
  { start, url, speaker, text, marks, heard = [] }: Found,
  locate: (url: string) => string,
) {
  // A time that is estimated has no address (interface.md).
  const isEstimated = !/#t=/.test(url);
  const excerpt = cutExcerpt(text, marks, excerptRoom);
  const end = excerpt.from + excerpt.text.length;
  const corrected = heard.filter(({ at: [from, to] }) => from >= excerpt.from && to <= end);
  return {
    ...{ second: Math.round(start * 1000) / 1000, time: formatTime(start, isEstimated) },
    ...(speaker === undefined ? {} : { speaker }),
    text: `${excerpt.isCutBefore ? "…" : ""}${excerpt.text}${excerpt.isCutAfter ? "…" : ""}`,
    link: locate(url),
    ...(corrected.length === 0
      ? {}
      : {
          corrected: corrected.map((word) => ({
            ...{ text: text.slice(...word.at), heard: word.heard, sure: word.sure },
          })),
        }),
  };
}
