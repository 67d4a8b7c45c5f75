import { createHash } from "node:crypto";
import { join } from "node:path";
import { listUsualCharacters } from "../../pipeline/complete/list-usual-characters.ts";
import { makeReadingTables, nameReadingFile, type Readings } from "../../text/sound-readings.ts";
import { readDictionary } from "./read-dictionary.ts";
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
