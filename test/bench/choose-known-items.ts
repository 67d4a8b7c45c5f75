import { cutHanWords } from "./make-queries.ts";
import { readPlainTokens } from "./plain-tokens.ts";
import type { Random } from "./random.ts";
import type { SourceCue, SourceEpisode } from "./read-source.ts";

const KNOWN_ITEMS = 400;

/** A query and the one episode that it should find. */
export interface KnownEpisode {
  readonly query: string;
  readonly slug: string;
}

/** The same, and the place in it. */
export interface KnownItem extends KnownEpisode {
  /** Seconds; NaN where the chapter's file gives no times. */
  readonly from: number;
  readonly to: number;
}

/**
 * Two different words of a chapter's title that are both said in the chapter: as somebody remembers what was talked
 * about. Titles are often written in words that nobody said, which no search of the text finds.
 */
export function chooseKnownItems(episodes: readonly SourceEpisode[], random: Random): KnownItem[] {
  const chapters = episodes.flatMap(({ slug, chapters: own, cues }) =>
    own.map(({ title, startTime }, index) => ({
      slug,
      title,
      cues,
      from: startTime,
      to: own[index + 1]?.startTime ?? Number.POSITIVE_INFINITY,
    })),
  );
  const items = new Map<string, KnownItem>();
  for (const { slug, title, cues, from, to } of takeSome(chapters, chapters.length, random)) {
    if (items.size === KNOWN_ITEMS) break;
    const said = cues.filter((cue) => !(cue.startTime < from || cue.startTime >= to));
    const words = findSaidWords([...new Set(cutHanWords(title))], said);
    const [first, second] = takeSome(words, 2, random);
    if (first !== undefined && second !== undefined)
      items.set(`${first} ${second}`, { query: `${first} ${second}`, slug, from, to });
  }
  return [...items.values()];
}

/**
 * Two different words of a sentence of an episode's summary that are both said in the episode. No engine has read
 * the summaries, so what a heading should weigh can be judged by them.
 */
export function chooseSummaryItems(episodes: readonly SourceEpisode[], random: Random): KnownEpisode[] {
  const sentences = episodes.flatMap(({ slug, summary, cues }) =>
    summary.split(/[。；！？;!?]/u).map((sentence) => ({ slug, sentence, cues })),
  );
  const items = new Map<string, KnownEpisode>();
  for (const { slug, sentence, cues } of takeSome(sentences, sentences.length, random)) {
    if (items.size === KNOWN_ITEMS) break;
    const words = findSaidWords([...new Set(cutHanWords(sentence))], cues);
    const [first, second] = takeSome(words, 2, random);
    if (first !== undefined && second !== undefined)
      items.set(`${first} ${second}`, { query: `${first} ${second}`, slug });
  }
  return [...items.values()];
}

function findSaidWords(words: readonly string[], cues: readonly SourceCue[]): string[] {
  const joinTokens = (text: string): string =>
    ` ${readPlainTokens(text)
      .map((token) => token.text)
      .join(" ")} `;
  const said = joinTokens(cues.map(({ text }) => text).join("\n"));
  return words.filter((word) => said.includes(joinTokens(word)));
}

/** `count` of the items, each at most once, in a random order. */
export function takeSome<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  const rest = [...items];
  const taken: Item[] = [];
  while (rest.length > 0 && taken.length < count) {
    const at = random.pickIndex(rest.length);
    const last = rest.pop() as Item;
    taken.push(at === rest.length ? last : (rest[at] as Item));
    if (at < rest.length) rest[at] = last;
  }
  return taken;
}
