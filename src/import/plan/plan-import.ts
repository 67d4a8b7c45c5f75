import type { KnownPeople } from "../../archive/content/read-front-matter.ts";
import type { ImportNote } from "../../model/report.ts";
import type { NewPerson } from "../../proofread/edit/add-people.ts";
import { makeSlug } from "../../text/slug.ts";
import { cleanLine } from "../gather/clean-feed-text.ts";
import type { FeedPerson } from "../gather/read-feed.ts";
import type { Reading } from "../gather/read-reading.ts";
import type { Sources } from "../gather/read-sources.ts";
import { type PairGuess, type Pairing, pairReadings } from "../pair/pair-readings.ts";
import { offerEpisodes } from "./offer-episodes.ts";
import { chooseFolder, type EpisodeTarget, planEpisodes } from "./plan-episodes.ts";
import { type EpisodePlan, planFiles } from "./plan-files.ts";
import { planShow } from "./plan-show.ts";
import type { HeldContent } from "./scan-content.ts";
import type { FrontEntry } from "./write-front-matter.ts";

/** What is asked where files do not say it. */
export interface ImportAsker {
  /** Which of some episodes a file is of; `new` makes one of it, `leave` does nothing with it. */
  chooseEpisode(
    reading: Reading,
    guesses: readonly PairGuess<EpisodeTarget>[],
  ): Promise<PairGuess<EpisodeTarget> | "new" | "leave">;
  /** When an episode was published of which there is only a file: a date as episode.md takes it; undefined leaves it. */
  askDate(reading: Reading): Promise<string | undefined>;
}

/** Which episode a reading was found to be of. */
export interface PairedReading {
  readonly reading: Reading;
  readonly folder: string;
  /** Absent where the owner said it, or the file makes the episode. */
  readonly guess?: PairGuess<EpisodeTarget>;
}

/** All that an import would do. */
export interface ImportPlan {
  /** Keys that show.yaml lacks. */
  readonly show: readonly FrontEntry[];
  /** Every episode that is there or would be, in the order of their dates. */
  readonly episodes: readonly EpisodePlan[];
  readonly people: readonly NewPerson[];
  readonly pairs: readonly PairedReading[];
  readonly notes: readonly ImportNote[];
}

/**
 * Says what of the sources goes where. What is not sure is asked; without an asker it is a note, and nothing is done
 * about it.
 */
export async function planImport(
  sources: Sources,
  content: HeldContent,
  language: string,
  asker?: ImportAsker,
): Promise<ImportPlan> {
  const items = sources.feeds.flatMap((feed) => feed.items);
  const { targets, notes: itemNotes } = planEpisodes(items, content);
  const readings = dropKnown(sources.readings, content);
  const paired = await assignReadings(readings, targets, content, sources.feeds.length > 0, asker);
  const people = listNewPeople(targets, content.people);
  const known: KnownPeople = {
    people: [
      ...content.people.people,
      ...people.map((person) => ({ slug: person.id, aliases: [], links: {}, ...person })),
    ],
    ids: new Set([...content.people.ids, ...people.map(({ id }) => id)]),
  };
  const show = planShow(sources.feeds, content);
  const notes = [...sources.notes, ...show.notes, ...itemNotes, ...paired.notes];
  const episodes: EpisodePlan[] = [];
  for (const target of targets) {
    const { date } = target;
    if (date === undefined) continue;
    const own = paired.pairs.filter(({ folder }) => folder === target.folder).map(({ reading }) => reading);
    const planned = await planFiles({ ...target, date }, own, content, known, language);
    episodes.push(planned.plan);
    notes.push(...planned.notes);
  }
  episodes.sort((a, b) => (a.target.date < b.target.date ? -1 : a.target.date > b.target.date ? 1 : 0));
  return { show: show.entries, episodes, people, pairs: paired.pairs, notes };
}

/** Readings whose bytes are an episode's already, or another reading's, have nothing to give. */
function dropKnown(readings: readonly Reading[], { digests }: HeldContent): Reading[] {
  const seen = new Set(digests);
  return readings.filter(({ digest }) => !seen.has(digest) && seen.add(digest));
}

/** Finds the episode of each reading. Adds those that files make to `targets`. */
async function assignReadings(
  readings: readonly Reading[],
  targets: EpisodeTarget[],
  content: HeldContent,
  hasFeed: boolean,
  asker: ImportAsker | undefined,
): Promise<{ readonly pairs: PairedReading[]; readonly notes: ImportNote[] }> {
  const pairs: PairedReading[] = [];
  const notes: ImportNote[] = [];
  const taken = new Set([...content.slugs, ...targets.map(({ folder }) => folder)]);
  const made: EpisodeTarget[] = [];
  const makeEpisode = async (reading: Reading): Promise<void> => {
    const { hints, name } = reading;
    const date = hints.date ?? (await asker?.askDate(reading));
    if (date === undefined) {
      notes.push({ kind: asker === undefined ? "file-without-date" : "file-left", values: { name } });
      return;
    }
    // A name may be of characters that no title keeps.
    const title = cleanLine(hints.title) ?? cleanLine(hints.stem) ?? date;
    const target: EpisodeTarget = {
      ...hints,
      title,
      date,
      isDateOfFile: hints.date !== undefined,
      audioStem: hints.stem,
      folder: chooseFolder({ ...hints, title, date }, taken),
    };
    targets.push(target);
    made.push(target);
    pairs.push({ reading, folder: target.folder });
  };
  const pairings = pairReadings(readings, targets);
  const waiting = new Set(targets.filter(({ held }) => held?.transcript === undefined));
  for (const { isSure, guesses } of pairings) if (isSure && guesses[0]) waiting.delete(guesses[0].target);
  for (const first of pairings) {
    const { reading } = first;
    // With what files have made since, too.
    const pairing =
      first.isSure || made.length === 0 ? first : joinGuesses(first, pairReadings([reading], made));
    const [guess] = pairing.guesses;
    if (pairing.isSure && guess !== undefined) {
      pairs.push({ reading, folder: guess.target.folder, guess });
      continue;
    }
    if (guess === undefined && !hasFeed) {
      await makeEpisode(reading);
      continue;
    }
    if (asker === undefined) {
      const { name } = reading;
      if (guess === undefined) notes.push({ kind: "file-of-nobody", values: { name } });
      else
        notes.push({ kind: "file-unsure", values: { name, episode: guess.target.folder, sure: guess.sure } });
      continue;
    }
    const answer = await asker.chooseEpisode(reading, offerEpisodes(reading, pairing.guesses, waiting));
    if (answer === "new") await makeEpisode(reading);
    else if (answer === "leave") notes.push({ kind: "file-left", values: { name: reading.name } });
    else {
      waiting.delete(answer.target);
      pairs.push({ reading, folder: answer.target.folder });
    }
  }
  return { pairs, notes };
}

function joinGuesses(
  first: Pairing<EpisodeTarget>,
  [second]: readonly Pairing<EpisodeTarget>[],
): Pairing<EpisodeTarget> {
  const guesses = [...first.guesses, ...(second?.guesses ?? [])].sort((a, b) => b.sure - a.sure);
  return { ...first, guesses, isSure: second?.isSure === true && guesses[0] === second.guesses[0] };
}

/** Whom a feed names in episodes that name nobody yet, and people.yaml does not know. */
function listNewPeople(targets: readonly EpisodeTarget[], known: KnownPeople): NewPerson[] {
  const fold = (name: string) => name.normalize("NFKC").toLowerCase().trim();
  const names = new Set(
    [...known.ids, ...known.people.flatMap(({ name, aliases }) => [name, ...aliases])].map(fold),
  );
  const people: NewPerson[] = [];
  const persons = targets.flatMap(({ item, held }) =>
    (held?.front.data.people.length ?? 0) > 0 ? [] : (item?.persons ?? []),
  );
  for (const person of persons) {
    const id = makeSlug(person.name).toLowerCase();
    if (id === "-" || names.has(fold(person.name)) || names.has(fold(id))) continue;
    names.add(fold(person.name)).add(fold(id));
    people.push(makePerson(id, person));
  }
  return people;
}

function makePerson(id: string, { name, role, url }: FeedPerson): NewPerson {
  return {
    id,
    name,
    ...(role === undefined ? {} : { role }),
    ...(url === undefined ? {} : { links: { [new URL(url).hostname.replace(/^www\./, "")]: url } }),
  };
}
