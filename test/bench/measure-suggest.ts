import { type LoadedArchive, loadArchive } from "../../src/archive/content/load-archive.ts";
import { type EpisodeFiles, readHeard } from "../../src/archive/content/load-episode.ts";
import type { HeardText } from "../../src/model/heard-text.ts";
import { findSuggestions, type KnownNames } from "../../src/proofread/suggest/find-suggestions.ts";
import type { Suggestion } from "../../src/proofread/suggest/suggestion.ts";
import { loadWordKnowledge } from "../../src/proofread/suggest/word-knowledge.ts";
import { readTokens } from "../../src/text/normalise.ts";
import { ContentError } from "./content-error.ts";

/** What `npm run suggest` finds without anybody's decisions, beside what the archive's owner decided. */
export interface SuggestFigures {
  readonly episodes: number;
  /** Processor time of the search itself, dictionaries read. */
  readonly seconds: number;
  readonly proposals: number;
  /** Undefined where nothing is corrected. */
  readonly truth?: SuggestTruth;
}

interface SuggestTruth {
  /** Shares of the first proposals that are right. */
  readonly precisionAt50: number;
  readonly precisionAt200: number;
  /** Places that corrections and glossary change, and those of them whose meaning is a name that is looked for. */
  readonly corrections: number;
  readonly ofNames: number;
  /** How many of these were proposed. */
  readonly found: number;
  readonly foundOfNames: number;
}

/** What `--least` is where it is absent. */
const LEAST_SURE = 0.3;

/**
 * Suggests for an archive as if nobody had corrected anything: its transcripts, terms without `heard`, no correction
 * and nothing kept. What the corrections and the glossary say is taken for the truth, so that a right proposal that
 * nobody has made yet counts as wrong.
 */
export async function measureSuggest(
  contentDir: string,
  sample: number | undefined,
  progress: (message: string) => void,
): Promise<SuggestFigures> {
  progress("Reading the archive");
  const loaded = await loadArchive({ contentDir, includeDrafts: true, keepFiles: true });
  const errors = loaded.problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new ContentError(errors);
  const step = Math.max(1, loaded.files.length / (sample ?? loaded.files.length));
  const chosen = loaded.files.filter((_, k) => Math.floor(k / step) !== Math.floor((k - 1) / step));
  const known = listNames(loaded);
  const texts = chosen.map((files) => readUntouched(files, known));
  const words = await loadWordKnowledge();
  // jieba reads its dictionary when it is first asked.
  words.cut("热身");
  const before = process.cpuUsage();
  const all = findSuggestions(texts, known, words, (done) =>
    progress(`Looking for what was misheard: episode ${done + 1} of ${texts.length}`),
  );
  const { user, system } = process.cpuUsage(before);
  const proposals = all.filter(({ sure }) => sure >= LEAST_SURE);
  const truth = compareWithTruth(chosen, loaded, known, all);
  return {
    episodes: texts.length,
    seconds: (user + system) / 1e6,
    proposals: proposals.length,
    ...(truth === undefined ? {} : { truth }),
  };
}

function listNames({ archive }: LoadedArchive): KnownNames {
  const topics = [...new Set(archive.episodes.flatMap((episode) => episode.topics))];
  return {
    terms: archive.terms.map((term) => ({ ...term, heard: [] })),
    people: archive.people,
    topics,
  };
}

function readUntouched(files: EpisodeFiles, { terms }: KnownNames): HeardText {
  return readHeard(files, terms, { ...files.corrections, replace: [], keep: [] });
}

function compareWithTruth(
  chosen: readonly EpisodeFiles[],
  { archive }: LoadedArchive,
  { terms, people, topics }: KnownNames,
  all: readonly Suggestion[],
): SuggestTruth | undefined {
  const names = new Set(
    [
      ...terms.flatMap(({ term, also }) => [term, ...also]),
      ...people.flatMap(({ name, aliases }) => [name, ...aliases]),
      ...topics,
    ].map(foldName),
  );
  const edits = chosen.flatMap((files) =>
    readHeard(files, archive.terms).edits.map((edit) => ({
      ...edit,
      slug: files.folder.slug,
      folded: foldName(edit.meant),
    })),
  );
  if (edits.length === 0) return undefined;
  const isOver = (edit: (typeof edits)[number], own: Suggestion): boolean =>
    edit.slug === own.slug && edit.from < own.to && own.from < edit.to;
  const isRight = (own: Suggestion): boolean =>
    edits.some(
      (edit) =>
        isOver(edit, own) &&
        (edit.folded.includes(foldName(own.meant)) || edit.folded.includes(foldName(own.about))),
    );
  const rights = all.filter((own) => own.sure >= LEAST_SURE && isRight(own));
  const found = edits.filter((edit) => rights.some((own) => isOver(edit, own)));
  const shareOfFirst = (count: number): number => {
    const first = all.slice(0, count);
    return first.filter(isRight).length / first.length;
  };
  return {
    precisionAt50: shareOfFirst(50),
    precisionAt200: shareOfFirst(200),
    corrections: edits.length,
    ofNames: edits.filter(({ folded }) => names.has(folded)).length,
    found: found.length,
    foundOfNames: found.filter(({ folded }) => names.has(folded)).length,
  };
}

/** pre-training is pretraining. */
function foldName(name: string): string {
  return readTokens(name)
    .map(({ text }) => text)
    .join("");
}
