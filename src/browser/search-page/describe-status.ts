import type { AnswerNotes } from "../../search/api/search-types.ts";
import { holdTogether } from "../../search/query/edit-query.ts";
import { formatCount } from "../../text/format-count.ts";
import {
  wordDropped,
  wordEpisodeCount,
  wordSearchBySound,
  wordUnasked,
  wordUnknown,
} from "../../wording/filter-words.ts";
import { hasSeveralWords, quoteQuery, type Wording, wordUnsaid } from "../../wording/interface-words.ts";
import { searchWords, wordSearchedKept } from "../../wording/search-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import { linkQuery } from "../suggest/write-suggestion.ts";

/** What the search page is doing, as its status line tells it; `query` is its words, without filters. */
export type SearchStatus =
  | { readonly kind: "idle" }
  | { readonly kind: "loading"; readonly query: string }
  | {
      readonly kind: "ready";
      readonly query: string;
      readonly episodes: number;
      readonly hits: number;
      /** A day or a person was asked for that is none, and nothing else: that is told apart. */
      readonly isUnknown?: boolean;
      readonly isNarrowed?: boolean;
      /** The last word may go on: what begins so is counted. */
      readonly isBeginning?: boolean;
    }
  /** Nothing stands there word for word, and passages that are near are shown. */
  | { readonly kind: "near"; readonly query: string; readonly isNarrowed?: boolean }
  /** It did not load, and the episodes that this browser keeps were looked through instead. */
  | { readonly kind: "kept"; readonly searched: number; readonly hits: number }
  | {
      readonly kind: "failed";
      readonly isOffline: boolean;
      /** The archive was published anew, and the new one is not all there. */
      readonly isPublishedAnew?: boolean;
    };

/** An answer that comes sooner needs no word of waiting. */
export const waitingWordMs = 200;

/** The status in one sentence, in both languages of the interface; empty while there is no query. */
export function describeStatus(status: SearchStatus): Wording {
  switch (status.kind) {
    case "idle":
      return { zh: "", en: "" };
    case "loading": {
      const query = status.query === "" ? "" : quoteQuery(status.query);
      return { zh: `正在找${query}…`, en: query === "" ? "Looking…" : `Looking for ${query}…` };
    }
    case "near": {
      const { zh, en } = describeNone(status.query, status.isNarrowed);
      return { zh: `${zh}，下面是最接近的段落`, en: `${en}. These passages are nearest` };
    }
    case "failed":
      if (status.isOffline)
        return {
          zh: "现在没有网络，连上以后再试一次。",
          en: "You are offline. Try again when you are connected.",
        };
      return status.isPublishedAnew === true
        ? searchWords.publishedAnew
        : {
            zh: "搜索要用的文件没有加载出来，还不知道有没有结果。",
            en: "A file of the search did not load, so the results are not known.",
          };
    case "kept":
      return wordSearchedKept(status.searched, status.hits);
    case "ready":
      if (status.isUnknown === true) return { zh: "还没有可以找的", en: "There is nothing to look for yet" };
      if (status.query === "") return describeList(status.episodes);
      return describeAnswer(status);
  }
}

function describeList(episodes: number): Wording {
  if (episodes === 0) return { zh: "没有这样的节目", en: "There is no such episode" };
  return wordEpisodeCount(episodes);
}

/** That nothing stands there as it was asked for; what is near may be shown all the same. */
function describeNone(query: string, isNarrowed = false): Wording {
  const { zh, en } = hasSeveralWords(query)
    ? { zh: `没有一期同时说到${quoteQuery(query)}`, en: `no episode says all of ${quoteQuery(query)}` }
    : wordUnsaid([query]);
  return isNarrowed
    ? { zh: `筛选之后，${zh}`, en: `With these filters, ${en}` }
    : { zh, en: en.replace(/^n/, "N") };
}

function describeAnswer(status: Extract<SearchStatus, { kind: "ready" }>): Wording {
  const { episodes, hits, isNarrowed = false, isBeginning = false } = status;
  const asked = isBeginning ? `${status.query.trim()}…` : status.query;
  if (episodes === 0) return describeNone(asked, isNarrowed);
  const query = quoteQuery(asked);
  const [zh, en] = isNarrowed ? ["筛选之后，", "With these filters, "] : ["", ""];
  const inEpisodes = `${formatCount(episodes)} ${episodes === 1 ? "episode" : "episodes"}`;
  if (hasSeveralWords(asked)) {
    return {
      zh: `${zh}同时说到${query}的有${formatCount(episodes)}期，共${formatCount(hits)}处`,
      en: `${en}${inEpisodes} ${episodes === 1 ? "says" : "say"} all of ${query}: ${formatCount(hits)} ${hits === 1 ? "hit" : "hits"}`,
    };
  }
  return {
    zh: `${zh}${query}在${formatCount(episodes)}期里出现${formatCount(hits)}次`,
    en: `${en}${query} is said ${hits === 1 ? "once" : `${formatCount(hits)} times`} in ${inEpisodes}`,
  };
}

/** Links to the sounds of more words than these would be longer than what was found. Chosen. */
const mostSoundLinks = 2;

/** What was left out of a query: one line for all words, with links that look for the sound of a few. */
export function writeNotes({
  dropped,
  unasked,
  unknown,
  isSentence,
  total,
}: Pick<AnswerNotes, "dropped" | "unasked" | "unknown" | "isSentence"> & {
  readonly total: { readonly episodes: number };
}): HTMLElement[] {
  const beyond = document.createElement("p");
  beyond.append(writeWording(wordUnasked(unasked)));
  const note = document.createElement("p");
  note.append(writeWording(wordDropped(dropped, total.episodes > 0)));
  for (const word of dropped.length > mostSoundLinks ? [] : dropped) {
    const link = linkQuery(holdTogether(word));
    link.append(writeWording(wordSearchBySound(word)));
    note.append(" ", link);
  }
  return [
    ...(unasked.length === 0 ? [] : [beyond]),
    // The passages below say of a sentence which of its words stand there.
    ...(dropped.length === 0 || isSentence ? [] : [note]),
    ...unknown.map(({ key, value }) => {
      const note = document.createElement("p");
      note.append(writeWording(wordUnknown(key, value)));
      return note;
    }),
  ];
}
