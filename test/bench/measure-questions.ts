import { readFile } from "node:fs/promises";
import MiniSearch from "minisearch";
import type { JSHandle, Page } from "playwright-core";
import { takeSome } from "./choose-known-items.ts";
import { cutEpisode } from "./cut-archive.ts";
import { judgeKnownItems, type KnownItemFigures } from "./judge-ranking.ts";
import { isHanToken } from "./plain-tokens.ts";
import type { Random } from "./random.ts";
import type { SourceCue, SourceEpisode } from "./read-source.ts";
import { takeMean } from "./statistics.ts";

/** A question that an episode answers, with the second where. */
export interface Question {
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
  /** MRR of the episode in the order of the page, where what is said word for word comes first. */
  readonly shownMrr: number;
}

export interface QuestionsFigures {
  /** As they are typed. */
  readonly asked: EngineFigures;
  /** Of each its rarest words, with spaces between them. */
  readonly words: EngineFigures;
}

interface EngineFigures {
  readonly ours: QuestionFigures;
  readonly miniSearch: QuestionFigures;
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
/** Words of a question that are asked for by themselves. */
const RAREST_WORDS = 3;
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
  /** Episodes in the order of the page, where it is another. */
  readonly shown?: readonly string[];
}

/**
 * Asks questions as they are, and their rarest words, of our related tier, and of MiniSearch with jieba over passages,
 * any word being enough.
 */
export async function measureQuestions(options: QuestionsOptions): Promise<QuestionsFigures> {
  const { episodes, file, page, random, progress } = options;
  const questions = takeSome(await readQuestions(file, episodes), MOST_QUESTIONS, random);
  const askOurs = await openOurs(page, episodes);
  const { ask: askMini, countPassages } = indexPassages(episodes, progress);
  const compare = async (name: string, asked: readonly Question[]): Promise<EngineFigures> => ({
    ours: await judge(asked, askOurs, (done) => progress(`${name}, our search: ${done} of ${asked.length}`)),
    miniSearch: await judge(asked, askMini, (done) =>
      progress(`${name}, MiniSearch: ${done} of ${asked.length}`),
    ),
  });
  return {
    asked: await compare("Questions", questions),
    words: await compare(
      "Their words",
      questions.map((own) => ({ ...own, question: takeRarest(own.question, countPassages) })),
    ),
  };
}

/** The words of a question that are in the fewest passages, in its order. Words of one Han character say little. */
function takeRarest(question: string, countPassages: (word: string) => number): string {
  const words = [...new Set(cutText(question))].filter(
    (word) =>
      word !== "\n" && (!isHanToken(word.charAt(0)) || [...word].length > 1) && countPassages(word) > 0,
  );
  const rarest = [...words].sort((a, b) => countPassages(a) - countPassages(b)).slice(0, RAREST_WORDS);
  return words.filter((word) => rarest.includes(word)).join(" ");
}

/** The questions of a file that episodes answer. */
export async function readQuestions(file: string, episodes: readonly SourceEpisode[]): Promise<Question[]> {
  const known = new Set(episodes.map(({ slug }) => slug));
  return (JSON.parse(await readFile(file, "utf8")) as Question[]).filter(({ slug }) => known.has(slug));
}

async function judge(
  questions: readonly Question[],
  ask: (question: string) => Found | Promise<Found>,
  onProgress: (done: number) => void,
): Promise<QuestionFigures> {
  const ranks: (number | undefined)[] = [];
  const shownRanks: (number | undefined)[] = [];
  const isAtMinute: number[] = [];
  const isNothing: number[] = [];
  for (const { slug, start, question } of questions) {
    const { slugs, places, shown = slugs } = await ask(question);
    ranks.push(findRank(slugs, slug));
    shownRanks.push(findRank(shown, slug));
    const isNear = (place: Place) =>
      place.slug === slug && start >= place.start - NEAR_SECONDS && start <= place.end + NEAR_SECONDS;
    isAtMinute.push(Number(places.slice(0, 10).some(isNear)));
    isNothing.push(Number(slugs.length === 0));
    onProgress(ranks.length);
  }
  return {
    ...judgeKnownItems(ranks),
    minuteAt10: takeMean(isAtMinute),
    nothing: takeMean(isNothing),
    shownMrr: judgeKnownItems(shownRanks).mrr,
  };
}

function findRank(slugs: readonly string[], slug: string): number | undefined {
  const at = slugs.indexOf(slug);
  return at < 0 ? undefined : at + 1;
}

interface Api {
  search(
    query: string,
    options: { tiers: readonly string[] },
  ): Promise<{
    isSentence: boolean;
    episodes: readonly { slug: string; tier: string }[];
    related(limit: number): Promise<readonly { slug: string; start: number; text: string }[]>;
  }>;
}

/** Asks for the related passages, as a program does, and for what the page puts before them. */
async function openOurs(
  page: Page,
  episodes: readonly SourceEpisode[],
): Promise<(question: string) => Promise<Found>> {
  const api: JSHandle<Api> = await page.evaluateHandle<Api>('import("/search-api.js")');
  const cuesOf = new Map(episodes.map(({ slug, cues }) => [slug, cues]));
  return async (question) => {
    const { slugs, exact, passages } = await api.evaluate(async ({ search }, text) => {
      const answer = await search(text, { tiers: ["exact", "related"] });
      const list = (wanted: string) =>
        answer.episodes.flatMap(({ slug, tier }) => (tier === wanted ? [slug] : []));
      // Of a sentence the page folds what is said word for word.
      return {
        slugs: list("related"),
        exact: answer.isSentence ? [] : list("exact"),
        passages: await answer.related(10),
      };
    }, question);
    const places = passages.map(({ slug, start, text }) => {
      // The API tells no end: it is where the passage's words have been said.
      const end = findEnd(cuesOf.get(slug) ?? [], start, text.length);
      return { slug, start, end };
    });
    return { slugs, places, shown: [...new Set([...exact, ...slugs])] };
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
): { ask(question: string): Found; countPassages(word: string): number } {
  const counts = new Map<string, number>();
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
      const words = cutEpisode({ cues: own });
      for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
      index.add({ id: places.length, text: words });
      places.push({ slug, start: own[0]?.startTime ?? 0, end: own.at(-1)?.endTime ?? 0 });
    }
    progress(`Indexing passages with MiniSearch and jieba: ${k + 1} of ${episodes.length}`);
  }
  const ask = (question: string): Found => {
    const found = index.search(question).map(({ id }) => places[id as number] as Place);
    return { slugs: [...new Set(found.map(({ slug }) => slug))], places: found };
  };
  return { ask, countPassages: (word) => counts.get(word) ?? 0 };
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
