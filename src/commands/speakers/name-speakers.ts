import { writeAtomically } from "../../archive/cache/cached-file.ts";
import type { EpisodeFiles } from "../../archive/content/load-episode.ts";
import { makePersonFinder } from "../../archive/content/read-front-matter.ts";
import type { Person } from "../../model/archive.ts";
import { FaultError } from "../../model/report.ts";
import { addPeople, type NewPerson } from "../../proofread/edit/add-people.ts";
import { setSpeakers } from "../../proofread/edit/edit-speakers.ts";
import { changeFile } from "../../proofread/edit/file-change.ts";
import { type LabelShare, listLabels } from "../../proofread/speakers/list-labels.ts";
import { makeSlug } from "../../text/slug.ts";
import { speakersWords, wordLabel, wordSpeakersSet, wordWho } from "../../wording/commands/new-words.ts";
import type { Questions } from "../ask-questions.ts";
import type { Teller } from "../run-command.ts";

interface SpeakersContext {
  readonly contentDir: string;
  readonly teller: Teller;
  readonly people: readonly Person[];
  readonly questions?: Questions;
  /** Asks only for labels that name nobody. */
  readonly onlyGeneric?: boolean;
  /** Who labels stand for, as the command line says it. */
  readonly given?: ReadonlyMap<string, string>;
}

/**
 * Lists the labels of an episode and writes who they stand for: as given, else as answered. Returns all people that are
 * known then: one who was added for an episode is not added again for the next.
 */
export async function nameSpeakers(
  files: EpisodeFiles,
  context: SpeakersContext,
): Promise<readonly Person[]> {
  const { contentDir, teller, questions, given, people, onlyGeneric = false } = context;
  const { slug, folder } = files.folder;
  const labels = listLabels(files);
  for (const label of given?.keys() ?? [])
    if (!labels.some((own) => own.label === label))
      throw new FaultError({
        kind: "label-not-there",
        values: { label, labels: labels.map((own) => own.label).slice(0, 12) },
      });
  teller.say({ zh: `\n${slug}`, en: `\n${slug}` });
  if (labels.length === 0) teller.say(speakersWords.noLabels);
  const chosen = new Map<string, string>(given ?? []);
  for (const own of labels) {
    showLabel(own, teller);
    const isOpen = own.personId === undefined && own.shown === own.label && (own.isGeneric || !onlyGeneric);
    if (questions === undefined || (given?.size ?? 0) > 0 || !isOpen) continue;
    const name = await questions.ask(wordWho(own.label)[teller.language]);
    if (name !== "") chosen.set(own.label, name);
  }
  if (chosen.size === 0) return people;
  const added = listNew([...chosen.values()], people);
  if (added.length > 0) await write(contentDir, "people.yaml", (text) => addPeople(text, added));
  const speakers = Object.fromEntries(chosen);
  await write(contentDir, `episodes/${folder}/episode.md`, (text) => setSpeakers(text, speakers));
  teller.say(wordSpeakersSet(slug, chosen.size, added.length));
  return [...people, ...added.map((own) => ({ slug: own.id, aliases: [], links: {}, ...own }))];
}

function showLabel({ label, share, shown, samples }: LabelShare, teller: Teller): void {
  const { zh, en } = wordLabel(label, share, shown);
  const rest = samples.map((sample) => `\n    ${sample}`).join("");
  teller.say({ zh: `  ${zh}${rest}`, en: `  ${en}${rest}` });
}

/** Names that nobody has yet, each once. */
function listNew(names: readonly string[], people: readonly Person[]): NewPerson[] {
  const ids = new Set(people.map(({ id }) => id));
  const find = makePersonFinder({ people, ids });
  const unknown = [...new Set(names)].filter((name) => !ids.has(find(name)));
  return unknown.flatMap((name) => {
    const id = makeSlug(name).toLowerCase();
    return id === "-" || ids.has(id) ? [] : [{ id, name }];
  });
}

async function write(contentDir: string, name: string, edit: (text: string) => string): Promise<void> {
  const { path, before, after } = await changeFile(contentDir, name, edit);
  if (before !== after) await writeAtomically(path, after);
}
