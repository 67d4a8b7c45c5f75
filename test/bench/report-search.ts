import { type Floor, floors, meetsFloor } from "./floors.ts";
import { formatBytes, formatMs, formatShare } from "./format-figures.ts";
import type { BytesFigures } from "./measure-bytes.ts";
import type { NamesFigures } from "./measure-names.ts";
import type { QuestionsFigures } from "./measure-questions.ts";
import type { RankFigures } from "./measure-rank.ts";
import type { SoundFigures } from "./measure-sound.ts";
import type { LongTasks, PaintSpreads, TimeFigures } from "./measure-time.ts";
import type { VariantsFigures } from "./measure-variants.ts";
import type { ReportLine, ReportSection } from "./print-table.ts";
import type { Spread } from "./statistics.ts";

/** A figure with its floor in words. */
function makeFloor(value: number, floor: Floor, format: (value: number) => string): ReportLine["floor"] {
  const text = "least" in floor ? `at least ${format(floor.least)}` : `at most ${format(floor.most)}`;
  return { text, isMet: meetsFloor(value, floor) };
}

/** A line with a floor. */
function makeLine(
  name: string,
  value: number,
  format: (value: number) => string,
  floor?: Floor,
  peers: Pick<ReportLine, "stock" | "miniSearch"> = {},
): ReportLine {
  const own = floor === undefined ? undefined : makeFloor(value, floor, format);
  return { name, ours: format(value), ...peers, ...(own === undefined ? {} : { floor: own }) };
}

/** Median and 95th percentile of a spread, on one line each. */
function makeSpreadLines(
  name: string,
  { median, p95 }: Spread,
  format: (value: number) => string,
  medianFloor?: Floor,
  p95Floor?: Floor,
): ReportLine[] {
  return [
    makeLine(`${name}, median`, median, format, medianFloor),
    makeLine(`${name}, 95th percentile`, p95, format, p95Floor),
  ];
}

/** Bytes on the wire. */
export function reportBytes(figures: BytesFigures): ReportSection {
  const { first, firstPage, firstIndex, firstTexts, nextIndex, nextTexts, nextAll, nextRequests } = figures;
  const { question } = figures;
  const failures = figures.queries.flat().filter(({ hasFailed }) => hasFailed).length;
  return {
    title: `Bytes on the wire, ${figures.firstQueries} first queries and ${figures.sessions} sessions of 20 on a phone`,
    lines: [
      ...makeSpreadLines("first query", first, formatBytes, floors.firstQueryMedian, floors.firstQueryP95),
      makeLine("  of it page, styles, scripts, median", firstPage.median, formatBytes),
      makeLine("  of it index and tables, median", firstIndex.median, formatBytes),
      makeLine("  of it texts, median", firstTexts.median, formatBytes),
      ...makeSpreadLines("queries 2 to 20, index", nextIndex, formatBytes, floors.nextIndexMedian),
      ...makeSpreadLines("queries 2 to 20, with text", nextAll, formatBytes, floors.nextAllMedian),
      makeLine("  of it texts, median", nextTexts.median, formatBytes),
      makeLine("  requests, median", nextRequests.median, String),
      ...(question === undefined
        ? []
        : makeSpreadLines(
            `a question after the first query (${question.count}), index and texts`,
            question,
            formatBytes,
            floors.questionBytesMedian,
          )),
    ],
    notes: [
      "Empty cache; gzip; headers counted. The manifest and the tables of episodes count as index, passages as texts.",
      ...(failures === 0 ? [] : [`${failures} queries failed on the page.`]),
    ],
  };
}

/** Milliseconds. */
export function reportTime(figures: TimeFigures): ReportSection {
  const { typed, entered, again, whileTyping, whileTypingSlowed, call, callAgain, stockCall } = figures;
  const { question, character, paragraph } = figures;
  return {
    title: "Milliseconds on a warm page, no network",
    lines: [
      ...makePaintLines("from an input at once to paint", typed),
      ...makePaintLines("from Enter to paint", entered),
      ...makePaintLines("the same once more", again),
      ...(question === undefined
        ? []
        : makeSpreadLines(
            `a question (${question.count}), to its first passage`,
            question,
            formatMs,
            floors.questionMedianMs,
            floors.questionP95Ms,
          )),
      makeLine(
        "the most frequent character, with counts, longest",
        character.max,
        formatMs,
        floors.characterMs,
      ),
      makeLine("a paragraph of 300 characters, longest", paragraph.max, formatMs, floors.paragraphMs),
      makeTaskLine("longest task while typing", whileTyping, floors.longestTaskMs),
      makeTaskLine("the same, processor at a fourth", whileTypingSlowed, floors.longestSlowedTaskMs),
      makeLine("search() alone, median", call.median, formatMs, undefined, {
        ...(stockCall === undefined ? {} : { stock: formatMs(stockCall.median) }),
      }),
      makeLine("search() alone, 95th percentile", call.p95, formatMs, undefined, {
        ...(stockCall === undefined ? {} : { stock: formatMs(stockCall.p95) }),
      }),
      makeLine("search() once more, median", callAgain.median, formatMs),
    ],
    notes: [
      ...(character.isRight
        ? []
        : ["The most frequent character was not counted as a plain search counts it."]),
      "Paint: the first task after the animation frame in which the first result is in the page; its passage as well in the lines so called.",
    ],
  };
}

function makePaintLines(name: string, { result, passage }: PaintSpreads): ReportLine[] {
  return [
    ...makeSpreadLines(name, result, formatMs, floors.paintMedianMs, floors.paintP95Ms),
    ...makeSpreadLines("  with its passage", passage, formatMs),
  ];
}

function makeTaskLine(
  name: string,
  { count, longestMs }: LongTasks,
  floor: { readonly most: number },
): ReportLine {
  return {
    name,
    ours: count === 0 ? "none over 50 ms" : `${formatMs(longestMs)}, ${count} over 50 ms`,
    floor: { text: `none over ${floor.most} ms`, isMet: meetsFloor(longestMs, floor) },
  };
}

function makeSummaryLines({ ours, stock, miniSearch }: RankFigures["summaries"]): ReportLine[] {
  if (ours.queries === 0) return [];
  const format = (figure: "mrr" | "recallAt10") => ({
    stock: formatShare(stock[figure]),
    miniSearch: formatShare(miniSearch[figure]),
  });
  return [
    makeLine(`summaries (${ours.queries}), MRR`, ours.mrr, formatShare, undefined, format("mrr")),
    makeLine(
      "summaries, recall among the first ten",
      ours.recallAt10,
      formatShare,
      undefined,
      format("recallAt10"),
    ),
  ];
}

/** Order of answers. */
export function reportRank({ knownItems, summaries, chapterShare, accident }: RankFigures): ReportSection {
  const { ours, stock, miniSearch } = knownItems;
  const best = Math.max(stock.mrr, miniSearch.mrr);
  return {
    title: "Order of answers",
    lines: [
      {
        name: `known items (${ours.queries}), MRR`,
        ours: formatShare(ours.mrr),
        stock: formatShare(stock.mrr),
        miniSearch: formatShare(miniSearch.mrr),
        floor: {
          text: `at least ${floors.knownItemMrr.least}, and above both others`,
          isMet: meetsFloor(ours.mrr, floors.knownItemMrr) && ours.mrr > best,
        },
      },
      makeLine("known items, recall among the first ten", ours.recallAt10, formatShare, undefined, {
        stock: formatShare(stock.recallAt10),
        miniSearch: formatShare(miniSearch.recallAt10),
      }),
      makeLine("known items, chapter among the first three passages", chapterShare, formatShare),
      ...makeSummaryLines(summaries),
      makeLine(
        `words met by accident (${accident.ours.queries} of ${accident.words}), share`,
        accident.ours.share,
        formatShare,
        floors.accidentShare,
        { stock: formatShare(accident.stock.share), miniSearch: formatShare(accident.miniSearch.share) },
      ),
      makeLine("words met by accident, nDCG of the first ten", accident.ours.ndcg, formatShare, undefined, {
        stock: formatShare(accident.stock.ndcg),
        miniSearch: formatShare(accident.miniSearch.ndcg),
      }),
    ],
    notes: [
      "Known items: two words of a chapter's title, both said in the chapter, find its episode. MiniSearch has jieba's words. Ours has read the chapters' titles.",
      "Summaries: two words of a sentence of the summary, both said in the episode, find it. No engine has read the summaries.",
      `Words met by accident: of the first ten episodes, the share that says the word itself, as jieba cuts it; of all that ours finds it is ${formatShare(accident.baseShare)}.`,
    ],
  };
}

/** Questions as they are typed, and their rarest words. */
export function reportQuestions({ asked, words }: QuestionsFigures): ReportSection {
  return {
    title: `Questions: the passages nearest to them (${asked.ours.queries})`,
    lines: [
      ...makeQuestionLines("as typed", asked, floors.questionLead),
      ...makeQuestionLines("three words", words, floors.questionWordsLead),
    ],
    notes: [
      "As the page orders them: of words, what is said so comes first, even where it is said an hour apart.",
      "The questions share words with the texts: a listener's own are harder. MiniSearch has jieba's words, any of which is enough, over passages of one speaker. Three words: the rarest of each question.",
    ],
  };
}

function makeQuestionLines(
  name: string,
  { ours, miniSearch }: QuestionsFigures["asked"],
  floor: { readonly least: number },
): ReportSection["lines"] {
  return [
    {
      name: `${name}: episode, MRR`,
      ours: formatShare(ours.mrr),
      miniSearch: formatShare(miniSearch.mrr),
      floor: {
        text: `at least ${floor.least} above MiniSearch`,
        isMet: meetsFloor(ours.mrr - miniSearch.mrr, floor),
      },
    },
    makeLine(`${name}: episode among the first ten`, ours.recallAt10, formatShare, undefined, {
      miniSearch: formatShare(miniSearch.recallAt10),
    }),
    {
      name: `${name}: right minute among the first ten passages`,
      ours: formatShare(ours.minuteAt10),
      miniSearch: formatShare(miniSearch.minuteAt10),
      floor: { text: "at least MiniSearch's", isMet: ours.minuteAt10 >= miniSearch.minuteAt10 },
    },
    makeLine(`${name}: episode, MRR as the page orders them`, ours.shownMrr, formatShare),
    makeLine(`${name}: nothing found`, ours.nothing, formatShare, floors.questionNothing, {
      miniSearch: formatShare(miniSearch.nothing),
    }),
  ];
}

/** Titles that are typed. */
export function reportNames({ titles, whole, bare }: NamesFigures): ReportSection {
  return {
    title: `Titles that are typed (${titles}): the episode is the first of the names`,
    lines: [
      makeLine("as it stands", whole, formatShare, floors.wholeTitles),
      makeLine("without punctuation and numbering", bare, formatShare, floors.bareTitles),
    ],
    notes: [],
  };
}

/** Forms that are asked for in another writing. */
export function reportVariants({ pairs, complete, named, wrong }: VariantsFigures): ReportSection {
  const { number, border, accent, inflection } = pairs;
  return {
    title: `Written otherwise: ${number} pairs of numbers, ${border} of borders, ${accent} of accents, ${inflection} of inflection`,
    lines: [
      makeLine("every episode of the one found for the other", complete, formatShare, floors.variants),
      makeLine("each under its form", named, formatShare, floors.variants),
    ],
    notes: wrong.length === 0 ? [] : [`${wrong.join("; ")}.`],
  };
}

/** What is shown because it sounds like what is asked. */
export function reportSound({
  names,
  shown,
  places,
  right,
  meanShare,
  folded,
  wrong,
}: SoundFigures): ReportSection {
  return {
    title: `What sounds like ${names} names and subjects that were judged`,
    lines: [
      makeLine("shown unasked, right", right / places, formatShare, floors.soundShare),
      makeLine(`the same, mean of the ${shown} names with such places`, meanShare, formatShare),
      { name: "places shown unasked, and behind a press", ours: `${places}, ${folded}` },
    ],
    notes: wrong.length === 0 ? [] : [`Wrong, or not judged yet: ${wrong.join("; ")}.`],
  };
}
