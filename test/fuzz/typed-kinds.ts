import assert from "node:assert/strict";
import { pinyin } from "pinyin-pro";
import { readSearchAddress } from "../../src/search/api/search-address.ts";
import { makeSuggestionFile } from "../../src/search/completion/make/make-suggestion-file.ts";
import {
  type OfferedName,
  type OpenedNames,
  openNames,
  openTitles,
} from "../../src/search/completion/match/open-names.ts";
import { suggestNames } from "../../src/search/completion/match/suggest-names.ts";
import { suggestTitles } from "../../src/search/completion/match/suggest-titles.ts";
import type { SearchEngine } from "../../src/search/engine/search-engine.ts";
import { cutQuestion, isSentence } from "../../src/search/query/cut-question.ts";
import {
  holdTogether,
  keepWords,
  readExcluded,
  replaceExcluded,
  switchPhrase,
} from "../../src/search/query/edit-query.ts";
import { parseQuery } from "../../src/search/query/query.ts";
import { readPartialDate, readQueryItems } from "../../src/search/query/query-syntax.ts";
import { cutExcerpt } from "../../src/text/cut-excerpt.ts";
import { foldName, readTokens } from "../../src/text/normalise.ts";
import { readRepository } from "../../src/text/repository-address.ts";
import { makeSlug } from "../../src/text/slug.ts";
import {
  formatIsoDuration,
  formatTime,
  formatTimeFragment,
  parseFragment,
  parseTime,
} from "../../src/text/time.ts";
import { indexEpisodes, type Said } from "../unit/search/engine/index-episodes.ts";
import { expectTime } from "./expectations.ts";
import type { FuzzKind } from "./fuzz-kind.ts";
import { mutateLine } from "./mutate.ts";

const aliases = [["蒸馏", "知识蒸馏", "distillation"], [".NET"], ["C++", "cpp"]];
let offered: Promise<{ names: OpenedNames; titles: OfferedName[] }> | undefined;

async function openOffered(): Promise<{ names: OpenedNames; titles: OfferedName[] }> {
  const fill = (text: string) => ({ kind: "keyword" as const, also: [], heard: ["征流"], episodes: 2, text });
  const names = ["蒸馏", "DeepSeek", "强化学习", "c++", "林晚", "Go 语言"].map(fill);
  const values = { speaker: [fill("林晚"), fill("周 远")], topic: [fill("推理")] };
  const file = makeSuggestionFile(
    { names, values },
    { likely: new Map(), common: ["正", "流", "整"], titleFiles: [] },
  );
  const rest = async () => undefined;
  const spell = (character: string) => [pinyin(character, { toneType: "none" })];
  return {
    names: await openNames(file, rest),
    titles: await openTitles(["第 12 期：蒸馏之后", "Vol.3 What is MoE?"], spell, rest),
  };
}

/** What is typed into the search box: the query's parser, the normaliser, completion. */
export const queryKind: FuzzKind = {
  name: "queries",
  weight: 12,
  make: (random, { queries }) => ({
    query: mutateLine(random.pick(queries), random, () => random.pick(queries)),
  }),
  async read({ query: typed = "" }) {
    const query = String(typed);
    let at = 0;
    for (const { from, to } of readQueryItems(query)) {
      assert(from >= at && to > from && to <= query.length, "items of a query overlap");
      at = to;
    }
    let end = 0;
    for (const { from, to, text } of readTokens(query)) {
      assert(from >= end && to > from && to <= query.length && text !== "", "tokens overlap");
      end = to;
    }
    for (const isTyping of [true, false]) {
      const { words, excluded } = parseQuery(query, aliases, isTyping);
      for (const { forms } of [...words, ...excluded])
        assert(forms.length > 0 && forms.every((own) => own.length > 0), "a word without a token");
    }
    assert.equal(foldName(query), foldName(foldName(query)), "a name is not compared as it is folded");
    for (const own of [
      keepWords(query),
      readExcluded(query),
      replaceExcluded(query, "不 要"),
      switchPhrase(query, true),
      switchPhrase(query, false),
      holdTogether(query),
    ])
      readQueryItems(own);
    cutQuestion(query);
    isSentence(query);
    offered ??= openOffered();
    const { names, titles } = await offered;
    const suggestions = [
      ...suggestNames(query.slice(0, 500), names, [], 8),
      ...suggestTitles(query.slice(0, 500), titles),
    ];
    for (const { query: next, mark, form } of suggestions) {
      assert(next !== "", "an empty suggestion");
      if (mark !== undefined) assert(mark[0] >= 0 && mark[1] <= form.text.length, "a mark outside its name");
    }
  },
};

const said: readonly (readonly Said[])[] = [
  [
    ["林晚", "今天聊聊知识蒸馏，小模型怎么学会大模型的推理。"],
    ["周远", "DeepSeek R1 用的是强化学习，2025年3月发布，便宜了百分之三十。"],
  ],
  [
    ["林晚", "我们用 C++ 和 .NET 写过，R&D 花了三年。What is distillation?"],
    ["王五", "嗯，整流器不是蒸馏。한국어 ก็ 👩‍💻 𠮷"],
  ],
];
let engine: Promise<SearchEngine> | undefined;

/** The same, answered by the engine. */
export const searchKind: FuzzKind = {
  name: "searches",
  weight: 5,
  make: (random, { queries }) => ({
    query: mutateLine(random.pick(queries), random, () => random.pick(queries)),
  }),
  async read({ query: typed = "" }) {
    engine ??= indexEpisodes(said, {
      aliases,
      sound: {},
      headed: said.map((_, k) => ({ title: `第 ${k + 1} 期`, topics: ["推理"], chapters: [] })),
    }).then((own) => own.engine);
    const search = await engine;
    const answer = await search.search(String(typed), {
      tiers: ["exact", "variant", "related", "sound"],
      dropMissing: true,
      prefix: String(typed).length % 2 === 0,
    });
    for (const { index: episode, hits, tier } of answer.episodes) {
      assert(Number.isInteger(hits) && hits >= 0, `${hits} hits`);
      if (answer.query.words.length === 0) continue;
      const passages = await search.listPassages(answer, episode, undefined, tier);
      assert(hits === 0 || passages.length > 0, `${hits} hits in no passage`);
      for (const { text, marks } of passages) {
        let end = 0;
        for (const [from, to] of marks) {
          assert(from >= end && to > from && to <= text.length, "marks overlap");
          end = to;
        }
        cutExcerpt(text, marks);
      }
    }
  },
};

/** Parts of addresses, times and dates. */
export const addressKind: FuzzKind = {
  name: "addresses, times and dates",
  weight: 3,
  make: (random, { addresses }) => ({
    address: mutateLine(random.pick(addresses), random, () => random.pick(addresses)),
  }),
  read({ address = "" }) {
    const text = String(address);
    const fragment = parseFragment(text);
    if (fragment?.kind === "time") {
      expectTime(fragment.start, "a link's start");
      expectTime(fragment.end, "a link's end");
      assert(
        parseFragment(`#${formatTimeFragment(fragment.start, fragment.end)}`) !== undefined,
        "a link that cannot be read",
      );
    }
    const seconds = parseTime(text);
    expectTime(seconds, "a time");
    if (seconds !== undefined) {
      assert(
        parseTime(formatTime(seconds)) === Math.floor(seconds),
        `${seconds} seconds are not read as written`,
      );
      assert(/^PT[\dHMS]+$/.test(formatIsoDuration(seconds)), "a duration");
    }
    readSearchAddress(text);
    const date = readPartialDate(text);
    assert(date === undefined || /^\d{4}(?:-\d\d){0,2}$/.test(date), `a date ${date}`);
    if (URL.canParse(text) && /^https?:/i.test(text)) readRepository(text);
    const slug = makeSlug(text);
    assert(
      slug === "-" || (/^[\p{L}\p{M}\p{Nd}_-]+$/u.test(slug) && Buffer.byteLength(slug) <= 180),
      `a slug ${slug}`,
    );
  },
};
