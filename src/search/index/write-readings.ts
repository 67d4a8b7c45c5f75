import { createHash } from "node:crypto";
import { join } from "node:path";
import { readCachedValue, writeCachedValue } from "../../archive/cache/cached-file.ts";
import { makeReadingTables, nameReadingFile, type Readings } from "../format/sound-readings.ts";
import { listReadings, listUsualCharacters, readDictionary } from "../tokenize/list-readings.ts";
import { writeJson } from "./write-json.ts";

/** Characters of the first table: 99 of 100 in any text. Chosen. */
const usualCharacters = 3_000;

/**
 * Writes how every character may be read, for the words of queries.
 * @returns a fingerprint of the files
 */
export async function writeReadings(readings: Readings, dataDir: string): Promise<string> {
  const tables = makeReadingTables(readings, new Set(listUsualCharacters(readDictionary(), usualCharacters)));
  writeJson(join(dataDir, nameReadingFile()), tables.usual);
  for (const [other, table] of tables.others.entries())
    writeJson(join(dataDir, nameReadingFile(other)), table);
  return createHash("sha256").update(JSON.stringify(tables)).digest("base64url").slice(0, 6);
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
