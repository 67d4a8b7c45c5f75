import { readFile } from "node:fs/promises";
import MiniSearch from "minisearch";
import type { JSHandle, Page } from "playwright-core";
import { takeSome } from "./choose-known-items.ts";
import { cutEpisode } from "./cut-archive.ts";
import { judgeKnownItems, type KnownItemFigures } from "./judge-ranking.ts";
import type { Random } from "./random.ts";
import type { SourceCue, SourceEpisode } from "./read-source.ts";
import { takeMean } from "./statistics.ts";

/** A question that an episode answers, with the second where. */
interface Question {
  readonly slug: string;
  readonly start: number;
  readonly question: string;
}

/** How well one engine leads from a question to its answer. */
interface QuestionFigures extends KnownItemFigures {
  /** Share of the questions with the right minute among the first ten passages. */
  readonly minuteAt10: number;
  /** Share of those to which nothing is found. */
  readonly nothing: number;
}

export interface QuestionsFigures {
  /** As they are typed. */
  readonly asked: { readonly ours: QuestionFigures; readonly miniSearch: QuestionFigures };
}

export interface QuestionsOptions {
  readonly episodes: readonly SourceEpisode[];
  /** A JSON file of `[{ slug, start, question }]`. */
  readonly file: string;
  readonly page: Page;
  readonly random: Random;
  progress(message: string): void;
}

/** Questions of a run, taken at random. */
const MOST_QUESTIONS = 400;
/** Characters of a passage that MiniSearch indexes: one speaker's, about as long as ours. */
const PASSAGE_LENGTH = 300;
/** A passage that begins or ends this near to the answer's second is at the right minute. */
const NEAR_SECONDS = 60;

interface Place {
  readonly slug: string;
  readonly start: number;
  readonly end: number;
}

/** What an engine finds for a question, best first. */
interface Found {
  readonly slugs: readonly string[];
  readonly places: readonly Place[];
}

/** Asks questions as they are, of our related tier and of MiniSearch with jieba over passages, any word being enough. */
export async function measureQuestions(options: QuestionsOptions): Promise<QuestionsFigures> {
  const { episodes, file, page, random, progress } = options;
  const known = new Set(episodes.map(({ slug }) => slug));
  const all = (JSON.parse(await readFile(file, "utf8")) as Question[]).filter(({ slug }) => known.has(slug));
  const questions = takeSome(all, MOST_QUESTIONS, random);
  const askOurs = await openRelated(page, episodes);
  const ours = await judge(questions, askOurs, (done) =>
    progress(`Questions, our search: ${done} of ${questions.length}`),
  );
  const askMini = indexPassages(episodes, progress);
  const miniSearch = await judge(
    questions,
    async (question) => askMini(question),
    (done) => progress(`Questions, MiniSearch: ${done} of ${questions.length}`),
  );
  return { asked: { ours, miniSearch } };
}

async function judge(
  questions: readonly Question[],
  ask: (question: string) => Promise<Found>,
  onProgress: (done: number) => void,
): Promise<QuestionFigures> {
  const ranks: (number | undefined)[] = [];
  const isAtMinute: number[] = [];
  const isNothing: number[] = [];
  for (const { slug, start, question } of questions) {
    const { slugs, places } = await ask(question);
    const at = slugs.indexOf(slug);
    ranks.push(at < 0 ? undefined : at + 1);
    const isNear = (place: Place) =>
      place.slug === slug && start >= place.start - NEAR_SECONDS && start <= place.end + NEAR_SECONDS;
    isAtMinute.push(Number(places.slice(0, 10).some(isNear)));
    isNothing.push(Number(slugs.length === 0));
    onProgress(ranks.length);
  }
  return { ...judgeKnownItems(ranks), minuteAt10: takeMean(isAtMinute), nothing: takeMean(isNothing) };
}

interface RelatedApi {
  search(
    query: string,
    options: { tiers: readonly string[] },
  ): Promise<{
    episodes: readonly { slug: string }[];
    related(limit: number): Promise<readonly { slug: string; start: number; text: string }[]>;
  }>;
}

async function openRelated(
  page: Page,
  episodes: readonly SourceEpisode[],
): Promise<(question: string) => Promise<Found>> {
  const api: JSHandle<RelatedApi> = await page.evaluateHandle<RelatedApi>('import("/search-api.js")');
  const cuesOf = new Map(episodes.map(({ slug, cues }) => [slug, cues]));
  return async (question) => {
    const { slugs, passages } = await api.evaluate(async ({ search }, text) => {
      const answer = await search(text, { tiers: ["related"] });
      return { slugs: answer.episodes.map(({ slug }) => slug), passages: await answer.related(10) };
    }, question);
    const places = passages.map(({ slug, start, text }) => {
      // The API tells no end: it is where the passage's words have been said.
      const end = findEnd(cuesOf.get(slug) ?? [], start, text.length);
      return { slug, start, end };
    });
    return { slugs, places };
  };
}

function findEnd(cues: readonly SourceCue[], start: number, length: number): number {
  let left = length;
  let end = start;
  for (const cue of cues) {
    if (cue.endTime <= start) continue;
    if (left <= 0) break;
    left -= cue.text.length;
    end = cue.endTime;
  }
  return end;
}

/** What MiniSearch with jieba's words finds: passages, and their episodes in the order of their best. */
function indexPassages(
  episodes: readonly SourceEpisode[],
  progress: (message: string) => void,
): (question: string) => Found {
  const places: Place[] = [];
  const index = new MiniSearch<{ id: number; text: readonly string[] }>({
    fields: ["text"],
    extractField: (document, field) => document[field as "id"] as never,
    tokenize: (text) => (typeof text === "string" ? cutText(text) : [...(text as readonly string[])]),
    processTerm: (term) => (term === "\n" ? null : term),
    searchOptions: { combineWith: "OR" },
  });
  for (const [k, { slug, cues }] of episodes.entries()) {
    for (const own of dividePassages(cues)) {
      index.add({ id: places.length, text: cutEpisode({ cues: own }) });
      places.push({ slug, start: own[0]?.startTime ?? 0, end: own.at(-1)?.endTime ?? 0 });
    }
    progress(`Indexing passages with MiniSearch and jieba: ${k + 1} of ${episodes.length}`);
  }
  return (question) => {
    const found = index.search(question).map(({ id }) => places[id as number] as Place);
    return { slugs: [...new Set(found.map(({ slug }) => slug))], places: found };
  };
}

function cutText(text: string): string[] {
  return cutEpisode({ cues: [{ startTime: 0, endTime: 0, text }] });
}

/** Consecutive cues of one speaker, up to a length. */
function dividePassages(cues: readonly SourceCue[]): SourceCue[][] {
  const passages: SourceCue[][] = [];
  let length = 0;
  for (const cue of cues) {
    const last = passages.at(-1);
    if (last === undefined || last[0]?.speaker !== cue.speaker || length + cue.text.length > PASSAGE_LENGTH) {
      passages.push([cue]);
      length = cue.text.length;
    } else {
      last.push(cue);
      length += cue.text.length;
    }
  }
  return passages;
}
