import { z } from "zod";
import { decodePercent } from "../../text/decode-percent.ts";
import { findPassage, type PassagePlace } from "../../text/find-passage.ts";
import { formatTime, formatTimeFragment, parseFragment } from "../../text/time.ts";
import { argumentDescriptions as about, agentFaults } from "../../wording/commands/agent-words.ts";
import { AgentError, type PublishedSite } from "./published-site.ts";

/** Characters of text in one answer: what models are given at once without harm. Chosen. */
const mostCharacters = 16_000;

const place = z.union([z.number().min(0).max(1_000_000), z.string().trim().min(1).max(60)]);

/** What `read` is asked. */
export const readInput = z.strictObject({
  episode: z.string().trim().min(1).max(2_000).describe(about.episode),
  from: place.optional().describe(about.from),
  to: place.optional().describe(about.to),
  around: z.int().min(0).max(50).default(2).describe(about.around),
  character: z.int().min(0).max(100_000_000).default(0).describe(about.character),
});

/** What `read` answers. */
export const readOutput = z.object({
  episode: z.string(),
  title: z.string(),
  date: z.string(),
  language: z.string(),
  /** cue: times are real; mixed: some; estimated: none. */
  timing: z.string(),
  passages: z.array(
    z.object({
      second: z.number(),
      time: z.string(),
      chapter: z.string().optional(),
      speaker: z.string().optional(),
      text: z.string(),
      link: z.string(),
      anchor: z.string(),
      corrected: z.array(z.object({ text: z.string(), heard: z.string() })).optional(),
    }),
  ),
  /** Passages of the episode before the first and behind the last. */
  before: z.int(),
  behind: z.int(),
  /** What to ask for next, where what was asked for is not all here. */
  next: z
    .object({ from: z.string(), to: z.string().optional(), around: z.int(), character: z.int() })
    .optional(),
});

/** What is read of a transcript.json (publish/make-transcript-json.ts). */
const transcript = z.object({
  title: z.string(),
  date: z.string(),
  language: z.string(),
  timing: z.string(),
  chapters: z.array(z.object({ title: z.string(), first: z.int().min(0) })).default([]),
  segments: z.array(
    z.object({
      startTime: z.number().min(0),
      speaker: z.string().optional(),
      body: z.string(),
      isEstimated: z.boolean().default(false),
      anchor: z.string().optional(),
      lineAnchor: z.string().optional(),
      changes: z.array(z.tuple([z.int().min(0), z.int().min(0), z.string()])).default([]),
    }),
  ),
});

type Transcript = z.output<typeof transcript>;
type Segment = Transcript["segments"][number];
type Answer = z.output<typeof readOutput>;

/** Reads a stretch of a transcript. Rejects with an AgentError where there is none. */
export async function readStretch(
  site: PublishedSite,
  { episode, from, to, around, character }: z.output<typeof readInput>,
): Promise<Answer> {
  const { slug, fragment } = readEpisode(episode);
  const path = `episodes/${encodeURIComponent(slug)}/`;
  const found = await site.load(`${path}transcript.json`, transcript);
  if (found === undefined) throw new AgentError(agentFaults.noEpisode(slug));
  const { segments, chapters, title, date, language, timing } = found;
  if (segments.length === 0) throw new AgentError(agentFaults.noPassage(slug));
  const begin = from ?? fragment;
  const at = begin === undefined ? 0 : findPlace(begin, segments);
  const end = to === undefined ? undefined : findPlace(to, segments);
  if (end !== undefined && end < at) throw new AgentError(agentFaults.backwards);
  // What begins inside a passage is the rest of a longer answer, whose neighbours were given.
  const first = end === undefined && character === 0 ? Math.max(0, at - around) : at;
  const last = Math.min(segments.length - 1, end ?? at + around);
  const link = new URL(path, site.root).href;
  const titleAt = new Map(chapters.map((chapter) => [chapter.first, chapter.title]));
  const answer: Answer = {
    ...{ episode: slug, title, date, language, timing },
    ...{ passages: [], before: first, behind: 0 },
  };
  let left = mostCharacters;
  let index = first;
  for (; index <= last; index++) {
    const segment = segments[index] as Segment;
    const offset = index === first ? character : 0;
    if (segment.body.length - offset > left && answer.passages.length > 0) break;
    const text = segment.body.slice(offset, offset + left);
    const chapter = titleAt.get(index);
    const anchor = nameAnchor(segment);
    const corrected = segment.changes
      .filter((change) => change[0] >= offset && change[1] <= offset + text.length)
      .map(([start, stop, heard]) => ({ text: segment.body.slice(start, stop), heard }));
    answer.passages.push({
      ...{ second: segment.startTime, time: formatTime(segment.startTime, segment.isEstimated) },
      ...(chapter === undefined ? {} : { chapter }),
      ...(segment.speaker === undefined ? {} : { speaker: segment.speaker }),
      ...{ text, link: `${link}#${anchor}`, anchor },
      ...(corrected.length === 0 ? {} : { corrected }),
    });
    left -= text.length;
    if (offset + text.length < segment.body.length) {
      answer.next = goOn(anchor, offset + text.length);
      break;
    }
  }
  if (answer.next === undefined && index <= last)
    answer.next = goOn(nameAnchor(segments[index] as Segment), 0);
  answer.behind = segments.length - first - answer.passages.length;
  return answer;

  function goOn(anchor: string, offset: number): NonNullable<Answer["next"]> {
    const stop = nameAnchor(segments[last] as Segment);
    return { from: anchor, to: stop, around: 0, character: offset };
  }
}

/** An episode by its name, or by a link to it or to a place in it. */
function readEpisode(given: string): { readonly slug: string; readonly fragment?: string } {
  const [, name = given, fragment] =
    /(?:^|\/)episodes\/([^/?#]+)\/?(?:\?[^#]*)?(?:#(.+))?$/.exec(given) ?? [];
  return { slug: decodePercent(name), ...(fragment === undefined ? {} : { fragment }) };
}

function nameAnchor({ anchor, startTime }: Segment): string {
  return anchor ?? formatTimeFragment(startTime);
}

/** The passage at a place. */
function findPlace(given: string | number, segments: readonly Segment[]): number {
  const fragment = String(given).replace(/^#/, "");
  const exact = segments.findIndex(
    ({ anchor, lineAnchor }) => anchor === fragment || lineAnchor === fragment,
  );
  if (exact !== -1) return exact;
  const asked = parseFragment(fragment) ?? parseFragment(`t=${fragment}`);
  if (asked === undefined) throw new AgentError(agentFaults.place(fragment));
  if (asked.kind === "line" && segments.some(({ anchor }) => anchor === undefined))
    throw new AgentError(agentFaults.noLinePlaces(fragment));
  const known = parseFragment(fragment) === undefined ? `t=${fragment}` : fragment;
  return findPassage(known, segments.map(readPlace)) ?? 0;
}

function readPlace({ startTime, isEstimated, anchor, lineAnchor }: Segment): PassagePlace {
  const own = parseFragment(lineAnchor ?? anchor ?? "");
  const { line, tokens } = own?.kind === "line" ? own : { line: 1, tokens: 0 };
  return { start: startTime, isEstimated, line, tokens };
}
