import { formatCount } from "../text/format-count.ts";
import { chooseNumber, type Wording } from "./interface-words.ts";

// What search engines and shared links show under a page's title: which page it is, and what is on it. Pages of a show
// that all say the same are told apart by nobody. Undefined where a page has nothing to list.

/** The list of all episodes, or the part of it that covers `years` (`2025`, `2025–2023`). */
export function describeEpisodeList(
  show: string,
  episodes: readonly string[],
  years?: string,
): Wording | undefined {
  if (episodes.length === 0) return undefined;
  const [zh, en] = [listOf(episodes, "、"), listOf(episodes, ", ")];
  const count = chooseNumber(episodes.length, "episode", "episodes");
  return years === undefined
    ? {
        zh: `${show}的全部节目，共${formatCount(episodes.length)}期，每一期都有文字稿${zh}`,
        en: `${count} of ${show} with transcript${en}`,
      }
    : { zh: `${show}在${years}年的节目${zh}`, en: `Episodes of ${show} from ${years}${en}` };
}

/** An index of names: terms, people or topics. */
export function describeIndex(
  kind: "terms" | "people" | "topics",
  show: string,
  names: readonly string[],
): Wording | undefined {
  if (names.length === 0) return undefined;
  const [zh, en] = [listOf(names, "、"), listOf(names, ", ")];
  const count = formatCount(names.length);
  return {
    terms: {
      zh: `${show}说到的${count}个词条，各在什么时候、由谁说到${zh}`,
      en: `${chooseNumber(names.length, "term", "terms")} of ${show}: when each is talked about, and by whom${en}`,
    },
    people: {
      zh: `${show}里的${count}个人，各在哪几期${zh}`,
      en: `Who is in ${show}, and in which episodes${en}`,
    },
    topics: {
      zh: `${show}的${count}个话题，各有哪几期${zh}`,
      en: `The topics of ${show}, and their episodes${en}`,
    },
  }[kind];
}

/** A term without a note of its own. `count` is how often it is said, `episodes` are those that say it. */
export function describeTerm(
  term: string,
  show: string,
  count: number,
  episodes: readonly string[],
): Wording {
  return {
    zh: `${show}说到${term}的${formatCount(count)}处，每处都能从那一刻读起${listOf(episodes, "、")}`,
    en: `${chooseNumber(count, "place", "places")} where ${show} speaks of ${term}, each with its moment${listOf(episodes, ", ")}`,
  };
}

/** A person without a bio. */
export function describePerson(name: string, show: string, episodes: readonly string[]): Wording {
  return {
    zh: `${name}在${show}的${formatCount(episodes.length)}期节目里${listOf(episodes, "、")}`,
    en: `${name} in ${chooseNumber(episodes.length, "episode", "episodes")} of ${show}${listOf(episodes, ", ")}`,
  };
}

export function describeTopic(topic: string, show: string, episodes: readonly string[]): Wording {
  return {
    zh: `${show}谈${topic}的${formatCount(episodes.length)}期节目${listOf(episodes, "、")}`,
    en: `${chooseNumber(episodes.length, "episode", "episodes")} of ${show} on ${topic}${listOf(episodes, ", ")}`,
  };
}

export function describeSearch(show: string, episodes: number): Wording {
  return {
    zh: `在${show}的${formatCount(episodes)}期节目里搜一句说过的话，从说这句话的那一刻读起。`,
    en: `Search every word that was said in ${chooseNumber(episodes, "episode", "episodes")} of ${show}, and read on from that moment.`,
  };
}

/** So many names at most: what is longer is cut in any case. */
const mostNames = 20;

function listOf(names: readonly string[], comma: "、" | ", "): string {
  const [colon, stop] = comma === "、" ? ["：", "。"] : [": ", "."];
  return names.length === 0
    ? stop
    : `${colon}${names.slice(0, mostNames).join(comma)}${names.length > mostNames ? `${comma}…` : stop}`;
}
