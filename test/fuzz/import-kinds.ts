import assert from "node:assert/strict";
import { strToU8, zipSync } from "fflate";
import { readFrontMatter } from "../../src/archive/content/read-front-matter.ts";
import { renderNotes } from "../../src/archive/content/render-notes.ts";
import { type FeedItem, readFeed } from "../../src/import/gather/read-feed.ts";
import { readNameHints } from "../../src/import/gather/read-name-hints.ts";
import { type Reading, readReading } from "../../src/import/gather/read-reading.ts";
import type { EpisodePlan } from "../../src/import/plan/plan-files.ts";
import { type ImportAsker, planImport } from "../../src/import/plan/plan-import.ts";
import type { HeldContent } from "../../src/import/plan/scan-content.ts";
import { writeEpisodeFile } from "../../src/import/plan/write-front-matter.ts";
import { isFault } from "../../src/model/problem.ts";
import { addPeople } from "../../src/proofread/edit/add-people.ts";
import { makeSlug } from "../../src/text/slug.ts";
import { wordImportNote } from "../../src/wording/commands/import-words.ts";
import { wordFault } from "../../src/wording/problems/describe-problem.ts";
import type { Random } from "../bench/random.ts";
import { expectHarmless, expectTime } from "./expectations.ts";
import type { FuzzKind, InputParts } from "./fuzz-kind.ts";
import { encodeText, mutateBytes, mutateLine, mutateText } from "./mutate.ts";
import type { Seeds } from "./seeds.ts";
import { readTranscript } from "./transcript-kinds.ts";

/** Names as hosts, tools and people give them to files. */
const names =
  "ep012.vtt|第12期 蒸馏.txt|E12.srt|12.json|2025-03-05.srt|20250305_转写.docx|S2E03 - 访谈.srt|我的播客 12 谈蒸馏 逐字稿.docx|a8f3c1d2.mp3.srt|蒸馏出来的小模型.lrc|录音 (3).txt|ep12|.hidden.srt|audio_final_v2.zh-CN.vtt|第十二集.md|2025年3月5日 嘉宾对谈.csv".split(
    "|",
  );

const nothing: HeldContent = {
  contentDir: "/nowhere",
  episodes: [],
  slugs: new Set(),
  atFault: [],
  people: { people: [], ids: new Set() },
  digests: new Set(),
  problems: [],
};

function makeFeed(random: Random, { feeds, notes }: Seeds): Uint8Array {
  return encodeText(
    mutateText(random.pick(feeds), random, () => random.pick([...feeds, ...notes])),
    random,
  );
}

/** A feed and a folder of files that are called as they like, brought together as `npm run import` does it. */
export const importKind: FuzzKind = {
  name: "imports",
  weight: 24,
  make(random, seeds) {
    const parts: Record<string, string | Uint8Array> = {};
    if (random.pickIndex(4) > 0) parts["feed.xml"] = makeFeed(random, seeds);
    for (let count = random.pickIndex(5); count > 0; count--) {
      const name = mutateLine(random.pick(names), random, () => random.pick([...names, ...seeds.fileNames]));
      const text = random.pick(seeds.transcripts).text.slice(0, 4_000);
      parts[`have/${name}`] = encodeText(
        mutateText(text, random, () => text),
        random,
      );
    }
    return parts;
  },
  read: readImport,
};

/** Word documents: their text changed, and their bytes. */
export const documentKind: FuzzKind = {
  name: "Word documents",
  weight: 8,
  make(random, { documents }) {
    const xml = mutateText(random.pick(documents), random, () => random.pick(documents)).slice(0, 100_000);
    const bytes = zipSync({ "word/document.xml": strToU8(xml) }, { level: random.pick([0, 6]) });
    const name = random.pick(["transcript.docx", "transcript.docx", "第12期.txt"]);
    return { [name]: random.pickIndex(3) === 0 ? mutateBytes(bytes, random) : bytes };
  },
  read: readTranscript,
};

async function readImport(parts: InputParts): Promise<void> {
  const feed = parts["feed.xml"] === undefined ? undefined : readFeed(parts["feed.xml"] as Uint8Array, "x");
  if (feed !== undefined && isFault(feed)) expectWorded(feed);
  const feeds = feed === undefined || isFault(feed) ? [] : [feed];
  for (const { items } of feeds) for (const item of items) expectItem(item);
  const readings: Reading[] = [];
  for (const [path, bytes] of Object.entries(parts)) {
    if (!path.startsWith("have/")) continue;
    const name = path.slice("have/".length);
    const { number, season } = readNameHints(name);
    for (const own of [number, season])
      assert(own === undefined || Number.isSafeInteger(own), `a number ${own} of ${name}`);
    const reading = readReading(bytes as Uint8Array, name);
    if (isFault(reading)) expectWorded(reading);
    else readings.push(reading);
  }
  for (const reading of readings) expectTime(reading.duration, "a file's length");
  const sources = { feeds, readings, isLocalAllowed: false, notes: [] };
  for (const asker of [undefined, makeAsker()]) {
    const plan = await planImport(sources, nothing, "zh-CN", asker);
    for (const note of plan.notes) assert(wordImportNote(note).zh !== "", `${note.kind} has no words`);
    const folders = plan.episodes.map(({ target }) => target.folder.toLowerCase());
    assert.equal(new Set(folders).size, folders.length, "two episodes have one folder");
    for (const { guess } of plan.pairs)
      assert(guess === undefined || (guess.sure >= 0 && guess.sure <= 1), `${guess?.sure} sure`);
    for (const episode of plan.episodes) expectEpisode(episode);
    addPeople("", plan.people);
  }
}

function expectWorded(fault: Parameters<typeof wordFault>[0]): void {
  const { zh, en } = wordFault(fault);
  assert(zh !== "" && en !== "", `${fault.kind} has no words`);
}

function expectItem({ title, date, duration, audio, cover, link, persons, transcripts }: FeedItem): void {
  assert(title !== "" && title.length <= 500 && !/[\n\0]/.test(title), "a title of a feed is not cleaned");
  assert(date === undefined || /^\d{4}(?:-\d\d){0,2}$/.test(date), `a date ${date}`);
  expectTime(duration, "a duration of a feed");
  for (const address of [audio?.url, cover, link, ...[...persons, ...transcripts].map(({ url }) => url)])
    assert(address === undefined || /^https?:\/\//.test(address), `an address ${address}`);
}

/** Of the questions each is answered otherwise, always the same way. */
function makeAsker(): ImportAsker {
  let asked = 0;
  return {
    chooseEpisode: async (_reading, guesses) => {
      asked += 1;
      return guesses[asked % (guesses.length + 1)] ?? (asked % 2 === 0 ? "new" : "leave");
    },
    askDate: async () => {
      asked += 1;
      return asked % 3 === 0 ? undefined : "2025-03";
    },
  };
}

/** What would be written can be read, and says the same. */
function expectEpisode({ target, entries, notes }: EpisodePlan): void {
  const { folder } = target;
  assert(folder !== "" && makeSlug(folder) === folder, `a folder ${folder}`);
  const text = writeEpisodeFile(entries, notes).replace(/\r\n?/g, "\n");
  const { data, problems } = readFrontMatter(text, folder, nothing.people);
  const error = problems.find(({ severity }) => severity === "error");
  assert(error === undefined, `an episode.md that was written: ${JSON.stringify(error)}`);
  const given = new Map(entries);
  for (const key of ["title", "date"] as const)
    assert(data[key] === given.get(key), `${key} ${JSON.stringify([given.get(key), data[key]])}`);
  expectHarmless(renderNotes(notes).html);
}
