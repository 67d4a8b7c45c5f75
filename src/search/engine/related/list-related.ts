import { isCharacter, readTokens, type Token } from "../../../text/normalise.ts";
import type { RelatedPassage } from "../../api/search-types.ts";
import type { SearchManifest } from "../../format/manifest.ts";
import type { QuestionRun } from "../../query/cut-question.ts";
import { findDottedWords } from "../../query/query.ts";
import { readPassage } from "../list-passages.ts";
import { PassageTable, type SearchFiles } from "../passage-table.ts";
import type { PhraseHit } from "../place-hits.ts";
import type { AskedPiece } from "./find-evidence.ts";
import type { RankedWindow } from "./rank-windows.ts";

/** What a question found, before any text is loaded. */
export interface RelatedPlaces {
  readonly runs: readonly QuestionRun[];
  /** Only what passes the filters. */
  readonly evidence: readonly AskedPiece[];
  /** What each of them weighs. */
  readonly weights: readonly number[];
  /** Best first; each is one hit, whose passage is the one in it that says most of what is asked. */
  readonly windows: readonly RankedWindow[];
}

/** The passages of some of the windows, in their order. Rejects with a SearchLoadError. */
export function listRelated(
  windows: readonly RankedWindow[],
  places: RelatedPlaces,
  manifest: SearchManifest,
  files: SearchFiles,
): Promise<RelatedPassage[]> {
  return Promise.all(windows.map((window) => readNearest(window, places, manifest, files)));
}

async function readNearest(
  { episode, from, to, score }: RankedWindow,
  { runs, evidence, weights }: RelatedPlaces,
  manifest: SearchManifest,
  files: SearchFiles,
): Promise<RelatedPassage> {
  const own = await files.loadTable(episode);
  const table = new PassageTable(own);
  const inWindow = evidence.map(({ placed }) =>
    (placed.said.get(episode) ?? []).filter((hit) => hit.from >= from && hit.from < to),
  );
  const passage = choosePassage(table, weights, inWindow);
  const hits = inWindow.flat().filter((hit) => table.findPassage(hit.from) === passage);
  const read = await readPassage(table, { episode, passage, hits }, manifest, files);
  return {
    slug: manifest.episodes.slugs[episode] as string,
    title: own.title,
    ...read,
    score,
    ...tellWords(runs, readTokens(read.text, findDottedWords(manifest.aliases))),
  };
}

/** The passage with the rarest of what is asked; of several the first. */
function choosePassage(
  table: PassageTable,
  weights: readonly number[],
  inWindow: readonly (readonly PhraseHit[])[],
): number {
  const scores = new Map<number, number>();
  for (const [k, hits] of inWindow.entries()) {
    for (const passage of new Set(hits.map(({ from }) => table.findPassage(from))))
      scores.set(passage, (scores.get(passage) ?? 0) + (weights[k] as number));
  }
  const best = [...scores].sort(([p, a], [q, b]) => b - a || p - q)[0];
  return best?.[0] ?? 0;
}

/**
 * Which of the words that are asked a passage says, as they were typed: what its pairs cover, and what they leave. By its
 * own text: a word that is said everywhere was not looked for, and stands there all the same.
 */
function tellWords(
  runs: readonly QuestionRun[],
  passage: readonly Token[],
): Pick<RelatedPassage, "said" | "unsaid"> {
  const words = new Set(passage.map(({ text }) => text));
  const pairs = new Set(passage.map(({ text }, k) => `${text} ${passage[k + 1]?.text}`));
  const said: string[] = [];
  const unsaid: string[] = [];
  for (const [run, { tokens }] of runs.entries()) {
    const isPair = (at: number) => pairs.has(`${tokens[at]?.text} ${tokens[at + 1]?.text}`);
    const isCovered = tokens.map((token, at) =>
      tokens.length === 1 || !isCharacter(token) ? words.has(token.text) : isPair(at - 1) || isPair(at),
    );
    for (let from = 0; from < tokens.length; ) {
      let to = from + 1;
      while (to < tokens.length && isCovered[to] === isCovered[from]) to++;
      // One character between two words that stand there is no word that is missing.
      if (isCovered[from]) said.push(runs[run]?.text.slice(...spanOf(tokens, from, to)) ?? "");
      else if (to - from > 1 || tokens.slice(from, to).some((token) => !isCharacter(token)))
        unsaid.push(runs[run]?.text.slice(...spanOf(tokens, from, to)) ?? "");
      from = to;
    }
  }
  return { said: [...new Set(said)], unsaid: [...new Set(unsaid)] };
}

function spanOf(tokens: QuestionRun["tokens"], from: number, to: number): [number, number] {
  return [tokens[from]?.from ?? 0, tokens[to - 1]?.to ?? 0];
}
