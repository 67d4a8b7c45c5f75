import type { FixPlace } from "../../browser/transcript/fix-links.ts";
import type { TermNotes } from "../../browser/transcript/write-note.ts";
import type { TermPlace } from "../../components/episode/render-text.ts";
import type { Episode, Show, Term } from "../../model/archive.ts";
import type { Passage } from "../../model/passage.ts";
import type { Mention } from "../../pipeline/mention/find-mentions.ts";
import { readRepository } from "../../text/repository-address.ts";

/** Where an episode says the terms that have a note, and the notes by the address of each term's page. */
export function linkTerms(
  terms: readonly { readonly term: Term; readonly mention: Mention }[],
  makeAddress: (term: Term) => string,
): { readonly places: ReadonlyMap<Passage, readonly TermPlace[]>; readonly notes: TermNotes } {
  const places = new Map<Passage, TermPlace[]>();
  const notes: Record<string, TermNotes[string]> = {};
  for (const { term, mention } of terms) {
    if (term.note === undefined) continue;
    const address = makeAddress(term);
    notes[address] = { term: term.term, note: term.note };
    for (const { passage, marks } of mention.passages) {
      const own = places.get(passage) ?? [];
      places.set(passage, own);
      own.push(...marks.map(([from, to]) => ({ from, to, address })));
    }
  }
  return { places, notes };
}

/** Where an episode's transcript is kept; undefined where the show names no repository that can be read. */
export function findFixPlace(show: Show, episode: Episode): FixPlace | undefined {
  const repository = show.repository === undefined ? undefined : readRepository(show.repository);
  if (repository === undefined) return undefined;
  const path = ["episodes", episode.folder ?? episode.slug, episode.transcriptFile];
  return { repository, path, title: episode.title };
}
