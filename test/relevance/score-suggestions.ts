import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { HeardText } from "../../src/model/heard-text.ts";
import { readEpisodeAsHeard } from "../../src/pipeline/pipeline.ts";
import { findSuggestions } from "../../src/proofread/suggest/find-suggestions.ts";
import type { WordKnowledge } from "../../src/proofread/suggest/word-knowledge.ts";
import { listHeardWords, readHeardLines } from "./sound-errors.ts";

/** A name that stands in an episode's transcript only as homophones. */
interface HeardName {
  readonly slug: string;
  readonly name: string;
  readonly forms: readonly string[];
}

/** What suggestions found of what is known to be misheard, and how many of them were right. */
interface SuggestScore {
  readonly known: number;
  readonly found: number;
  readonly proposals: number;
  readonly right: number;
}

const LEAST_SURE = 0.3;

/**
 * Suggests for real episodes with nothing but the names of hosts and guests, all of them asked of every episode. A
 * proposal is right where its form is one of those that are known for the name in that episode.
 */
export function scoreNames(episodesDir: string, listed: string, words: WordKnowledge): SuggestScore {
  const names = (JSON.parse(readFileSync(listed, "utf8")) as HeardName[]).filter(({ slug }) =>
    existsSync(join(episodesDir, slug)),
  );
  const slugs = [...new Set(names.map(({ slug }) => slug))];
  const texts = slugs.map((slug) => readText(slug, readFileSync(join(episodesDir, slug, "transcript.vtt"))));
  const people = [...new Set(names.map(({ name }) => name))].map((name, k) => ({
    ...{ id: `p${k}`, slug: `p${k}`, name, aliases: [], links: {} },
  }));
  const all = findSuggestions(texts, { terms: [], people, topics: [] }, words).filter(
    ({ kind, sure }) => kind === "person" && sure >= LEAST_SURE,
  );
  const isRight = ({ slug, name, forms }: HeardName, own: (typeof all)[number]): boolean =>
    own.slug === slug && own.meant === name && forms.some((form) => form.includes(own.place.heard));
  return {
    known: names.length,
    found: names.filter((name) => all.some((own) => isRight(name, own))).length,
    proposals: all.length,
    right: all.filter((own) => names.some((name) => isRight(name, own))).length,
  };
}

/**
 * Suggests for a recogniser's lines of AISHELL-3 with the words as terms that it misheard: sentences without a common
 * subject, so that nothing speaks for a term but its sound. A proposal is right where its term was said.
 */
export function scoreErrors(path: string, words: WordKnowledge): SuggestScore {
  const lines = readHeardLines(path);
  const errors = listHeardWords(lines);
  const text = lines.map(({ heard }, k) => `${k % 2 === 0 ? "甲" : "乙"}：${heard.join("")}`).join("\n");
  const terms = [...new Set(errors.map(({ said }) => said))].map((term, k) => ({
    ...{ term, slug: term, also: [], heard: [], line: k + 1 },
  }));
  const heard = readText("lines", Buffer.from(text), "transcript.txt");
  const all = findSuggestions([heard], { terms, people: [], topics: [] }, words).filter(
    ({ kind, sure }) => kind === "term" && sure >= LEAST_SURE,
  );
  const isRight = (error: (typeof errors)[number], own: (typeof all)[number]): boolean =>
    own.place.line === error.line + 1 && own.meant === error.said;
  return {
    known: errors.length,
    found: errors.filter((error) => all.some((own) => isRight(error, own))).length,
    proposals: all.length,
    right: all.filter((own) => errors.some((error) => isRight(error, own))).length,
  };
}

function readText(slug: string, bytes: Uint8Array, fileName = "transcript.vtt"): HeardText {
  return readEpisodeAsHeard(
    slug,
    { transcript: { bytes, fileName }, corrections: { replace: [], turns: [], keep: [] } },
    { terms: [], resolveSpeaker: (label) => ({ key: label, name: label, sure: 1 }) },
  );
}
