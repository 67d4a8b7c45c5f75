import type { LoadedArchive } from "../../archive/content/load-archive.ts";
import { type EpisodeFiles, readHeard } from "../../archive/content/load-episode.ts";
import type { Episode, Term } from "../../model/archive.ts";
import type { Corrections, Keep, Replacement } from "../../model/corrections.ts";
import type { HeardPlace, HeardText } from "../../model/heard-text.ts";
import type { Passage } from "../../model/passage.ts";
import { FaultError } from "../../model/report.ts";
import type { PassageSelection } from "../../model/schema/edit-request-schema.ts";
import type { Span } from "../../model/span.ts";
import {
  type LocatedPassage,
  type LocatedStretch,
  locatePassage,
  locateSelection,
  widenStretch,
} from "./locate-selection.ts";

/** What an owner has selected on an episode's page, found in its files. */
export interface EditedPlace {
  readonly own: EpisodeFiles;
  readonly episode: Episode;
  readonly terms: readonly Term[];
  readonly heard: HeardText;
  readonly passage: Passage;
  readonly located: LocatedPassage;
  /** The selection without spaces at its ends. */
  readonly selected: Span;
  /** The same, widened to what corrections.yaml can name, and to the whole of what stands corrected already. */
  readonly stretch: LocatedStretch;
  /** How corrections.yaml says the stretch. */
  readonly place: HeardPlace;
  /** The entries of corrections.yaml that have decided about a part of it. */
  readonly replaced: readonly DecidedEntry<Replacement>[];
  readonly kept: readonly DecidedEntry<Keep>[];
}

/** An entry of corrections.yaml and where it holds. */
export interface DecidedEntry<Entry> {
  readonly entry: Entry;
  readonly spans: readonly Span[];
}

/** Words on each side that are taken along, at most, where a place cannot be named without them. Chosen. */
const MOST_WIDENED = 4;

/** Finds a selection. Throws a FaultError where the page is not of these files, or the place cannot be named. */
export function findEditedPlace(
  { archive, files }: Pick<LoadedArchive, "archive" | "files">,
  { slug, anchor, from, to, text }: PassageSelection,
): EditedPlace {
  const own = files.find(({ folder }) => folder.slug === slug);
  const episode = archive.episodes.find((candidate) => candidate.slug === slug);
  const passage = episode?.passages.find((candidate) => candidate.anchor === anchor);
  const { terms } = archive;
  const heard = own === undefined ? undefined : readHeard(own, terms);
  const located =
    heard === undefined || episode === undefined ? undefined : locatePassage(heard, episode.passages, anchor);
  const first = located === undefined ? undefined : locateSelection(located, { from, to, text });
  if (
    own === undefined ||
    episode === undefined ||
    passage === undefined ||
    heard === undefined ||
    located === undefined ||
    first === undefined
  )
    throw new FaultError({ kind: "edit-page-outdated", values: {} });
  const entries = listDecided(heard, own.corrections);
  for (let words = 0; words <= MOST_WIDENED; words += 1) {
    const stretch = coverEntries(located, widenWords(heard, first.heard, words), entries.replaced);
    const place = stretch === undefined ? undefined : heard.namePlace(stretch.heard.from, stretch.heard.to);
    if (stretch === undefined || place === undefined) continue;
    return {
      ...{ own, episode, terms, heard, passage, located, stretch, place },
      selected: {
        from: from + text.length - text.trimStart().length,
        to: to - text.length + text.trimEnd().length,
      },
      replaced: entries.replaced.filter(({ spans }) => spans.some((span) => overlap(span, stretch.heard))),
      kept: entries.kept.filter(({ spans }) => spans.some((span) => overlap(span, stretch.heard))),
    };
  }
  throw new FaultError({
    kind: "edit-place-unnamed",
    values: { heard: heard.read(first.heard.from, first.heard.to) },
  });
}

/** Whether two stretches share a character. */
export function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

function listDecided(heard: HeardText, { replace, keep }: Corrections) {
  return {
    replaced: replace.map((entry) => ({ entry, spans: [heard.findPlace(entry) ?? []].flat() })),
    kept: keep.map((entry) => ({
      entry,
      spans: entry.nth === undefined ? findAll(heard, entry) : [heard.findPlace(entry) ?? []].flat(),
    })),
  };
}

/** A `keep` without `nth` keeps all places of its line. */
function findAll(heard: HeardText, entry: Keep): Span[] {
  const spans: Span[] = [];
  for (let nth = 1; ; nth += 1) {
    const span = heard.findPlace({ ...entry, nth });
    if (span === undefined) return spans;
    spans.push(span);
  }
}

/** With no words: as it is. With one: to the ends of the words that it cuts. With more: so many less one on each side. */
function widenWords(heard: HeardText, { from, to }: Span, words: number): Span {
  if (words === 0) return { from, to };
  const tokens = heard.listTokens();
  const first = tokens.findIndex((token) => token.to > from);
  const last = tokens.findLastIndex((token) => token.from < to);
  if (first === -1 || last === -1) return { from, to };
  return {
    from: Math.min(from, tokens[Math.max(0, first - words + 1)]?.from ?? from),
    to: Math.max(to, tokens[Math.min(tokens.length - 1, last + words - 1)]?.to ?? to),
  };
}

/** The stretch with the whole of every correction that it touches; undefined where it leaves the passage. */
function coverEntries(
  located: LocatedPassage,
  span: Span,
  replaced: readonly DecidedEntry<Replacement>[],
): LocatedStretch | undefined {
  let wide = span;
  for (;;) {
    const { from, to } = wide;
    const touched = replaced.flatMap(({ spans }) => spans).filter((own) => overlap(own, wide));
    const stretch = widenStretch(located, {
      from: Math.min(from, ...touched.map((own) => own.from)),
      to: Math.max(to, ...touched.map((own) => own.to)),
    });
    if (stretch === undefined || (stretch.heard.from === from && stretch.heard.to === to)) return stretch;
    wide = stretch.heard;
  }
}
