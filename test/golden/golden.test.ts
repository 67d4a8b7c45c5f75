import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { HeardForm, Term } from "../../src/model/archive.ts";
import type { Corrections, TranscriptPlace } from "../../src/model/corrections.ts";
import type { ChapterSource } from "../../src/model/passage.ts";
import { buildEpisode } from "../../src/pipeline/pipeline.ts";
import { parseTime } from "../../src/text/time.ts";
import { wordProblems } from "../word-problems.ts";

/**
 * Whole transcripts through the whole pipeline. A case is a folder here with transcript.*, and where it needs them
 * glossary.yaml, corrections.yaml, chapters.yaml (as in content/) and episode.yaml (speakers, duration, offset).
 * Delete its expected.json to have it written anew, and read what was written before you commit it.
 */
const CASES = import.meta.dirname;

interface Settings {
  readonly speakers?: Readonly<Record<string, string>>;
  readonly duration?: number;
  readonly offset?: number;
}

type Entry = Readonly<Record<string, unknown>>;

function readYaml(folder: string, name: string): unknown {
  const file = join(CASES, folder, name);
  return existsSync(file) ? parse(readFileSync(file, "utf8")) : undefined;
}

function readTerms(folder: string): Term[] {
  const entries = (readYaml(folder, "glossary.yaml") ?? []) as {
    term: string;
    also?: string[];
    heard?: (string | HeardForm)[];
  }[];
  return entries.map(({ term, also = [], heard = [] }, index) => ({
    term,
    slug: term,
    also,
    heard: heard.map((form) => (typeof form === "string" ? { form } : form)),
    line: index + 1,
  }));
}

function readCorrections(folder: string): Corrections {
  const file = (readYaml(folder, "corrections.yaml") ?? {}) as Record<string, Entry[]>;
  const read = (key: string): unknown[] =>
    (file[key] ?? []).map((entry, index) => ({ sure: 1, ...readPlace(entry), sourceLine: index + 1 }));
  return {
    replace: read("replace") as Corrections["replace"],
    turns: read("turns") as Corrections["turns"],
    keep: read("keep") as Corrections["keep"],
  };
}

function readPlace(entry: Entry): Entry & TranscriptPlace {
  const { time, ...rest } = entry;
  const place = time === undefined ? rest : { ...rest, time: parseTime(String(time)) };
  return place as Entry & TranscriptPlace;
}

function readChapters(folder: string): ChapterSource[] {
  const entries = (readYaml(folder, "chapters.yaml") ?? []) as (Omit<ChapterSource, "start"> & {
    start?: string;
  })[];
  return entries.map(({ start, ...entry }, index) => {
    const seconds = start === undefined ? undefined : parseTime(String(start));
    return { ...entry, ...(seconds === undefined ? {} : { start: seconds }), sourceLine: index + 1 };
  });
}

/** What is built, with its problems as readers of English see them. */
function buildCase(folder: string): object {
  const fileName = readdirSync(join(CASES, folder)).find((name) => name.startsWith("transcript.")) ?? "";
  const { speakers = {}, duration, offset = 0 } = (readYaml(folder, "episode.yaml") ?? {}) as Settings;
  const { labels: _, reading: __, problems, ...built } = buildEpisode(
    {
      transcript: { bytes: readFileSync(join(CASES, folder, fileName)), fileName },
      corrections: readCorrections(folder),
      chapters: readChapters(folder),
      offset,
      ...(duration === undefined ? {} : { duration }),
    },
    {
      terms: readTerms(folder),
      resolveSpeaker: (label) => ({ key: speakers[label] ?? label, name: label, sure: 1 }),
    },
  );
  return { ...built, problems: wordProblems(problems) };
}

const folders = readdirSync(CASES, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe("a transcript through the pipeline", () => {
  it.each(folders.map(({ name }) => name))("%s reads as expected", (folder) => {
    const file = join(CASES, folder, "expected.json");
    const built = `${JSON.stringify(buildCase(folder), null, 2)}\n`;
    if (!existsSync(file)) {
      if (process.env["CI"])
        throw new Error(`test/golden/${folder}/expected.json is missing. Run the tests without CI.`);
      writeFileSync(file, built);
    }
    expect(JSON.parse(built)).toEqual(JSON.parse(readFileSync(file, "utf8")));
  });
});
