import { join } from "node:path";
import { readCachedValue, writeCachedValue } from "../../archive/cache/cached-file.ts";
import { nameFolder } from "../format/manifest.ts";
import { makeReadingTables, nameReadingFile, type Readings } from "../format/sound-readings.ts";
import { listReadings, listUsualCharacters, readDictionary } from "../tokenize/list-readings.ts";
import { writeNamed } from "./write-json.ts";

/** Characters of the first table: 99 of 100 in any text. Chosen. */
const usualCharacters = 3_000;

/**
 * Writes how every character may be read, for the words of queries.
 * @returns their name
 */
export async function writeReadings(readings: Readings, dataDir: string): Promise<string> {
  const tables = makeReadingTables(readings, new Set(listUsualCharacters(readDictionary(), usualCharacters)));
  const files = Object.fromEntries([
    [nameReadingFile(), tables.usual],
    ...tables.others.map((table, other) => [nameReadingFile(other), table]),
  ]);
  return writeNamed(files, (name) => join(dataDir, nameFolder("readings", name)));
}

let readings: Promise<Readings> | undefined;

/**
 * How every character may be read. Made once: it takes seconds and depends on no content.
 * @param path caches it from one build to the next
 */
export function getLikelyReadings(path: string): Promise<Readings> {
  readings ??= loadReadings(path);
  return readings;
}

async function loadReadings(path: string): Promise<Readings> {
  const cached = readCachedValue<Readings>(path);
  if (cached !== undefined) return cached;
  const made = listReadings(readDictionary());
  await writeCachedValue(path, made);
  return made;
}
