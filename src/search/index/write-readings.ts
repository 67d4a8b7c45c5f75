import { join } from "node:path";
import { readCachedValue, writeCachedValue } from "../../archive/cache/cached-file.ts";
import { nameFolder } from "../format/manifest.ts";
import {
  makeReadingTables,
  nameReadingFile,
  type Readings,
  type ReadingTables,
} from "../format/sound-readings.ts";
import { listReadings, listUsualCharacters, readDictionary } from "../tokenize/list-readings.ts";
import { writeNamed } from "./write-json.ts";

/** Characters of the first table: 99 of 100 in any text. Chosen. */
const usualCharacters = 3_000;

/** How every character may be read. */
export interface KnownReadings {
  readonly likely: Readings;
  /** The characters of the first table, those first that are written most often. */
  readonly usual: readonly string[];
  readonly tables: ReadingTables;
}

/**
 * Writes how every character may be read, for the words of queries.
 * @returns their name
 */
export function writeReadings({ tables }: KnownReadings, dataDir: string): string {
  const files = Object.fromEntries([
    [nameReadingFile(), tables.usual],
    ...tables.others.map((table, other) => [nameReadingFile(other), table]),
  ]);
  return writeNamed(files, (name) => join(dataDir, nameFolder("readings", name)));
}

let readings: Promise<KnownReadings> | undefined;

/**
 * How every character may be read. Made once: it takes seconds and depends on no content.
 * @param path caches it from one build to the next
 */
export function getReadings(path: string): Promise<KnownReadings> {
  readings ??= loadReadings(path);
  return readings;
}

async function loadReadings(path: string): Promise<KnownReadings> {
  const cached = readCachedValue<KnownReadings>(path);
  if (cached !== undefined) return cached;
  const dictionary = readDictionary();
  const likely = listReadings(dictionary);
  const usual = listUsualCharacters(dictionary, usualCharacters);
  const made = { likely, usual, tables: makeReadingTables(likely, new Set(usual)) };
  await writeCachedValue(path, made);
  return made;
}
