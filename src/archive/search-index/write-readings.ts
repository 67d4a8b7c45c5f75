import { createHash } from "node:crypto";
import { join } from "node:path";
import { listReadings } from "../../pipeline/tokenize/list-readings.ts";
import { makeReadingTable, type ReadingTable } from "../../text/sound-readings.ts";
import { readDictionary } from "./read-dictionary.ts";
import { writeJson } from "./write-json.ts";

/** Made once: it takes a second and depends on no content. */
let table: ReadingTable | undefined;

/**
 * Writes how every character may be read, for the words of queries.
 * @returns a fingerprint of the file
 */
export async function writeReadings(dataDir: string): Promise<string> {
  table ??= makeReadingTable(listReadings(readDictionary()));
  await writeJson(join(dataDir, "readings.json"), table);
  return createHash("sha256").update(JSON.stringify(table)).digest("base64url").slice(0, 6);
}
