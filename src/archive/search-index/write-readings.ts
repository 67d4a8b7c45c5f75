import { createHash } from "node:crypto";
import { join } from "node:path";
import { makeReadingTable, type Readings } from "../../text/sound-readings.ts";
import { writeJson } from "./write-json.ts";

/**
 * Writes how every character may be read, for the words of queries.
 * @returns a fingerprint of the file
 */
export async function writeReadings(readings: Readings, dataDir: string): Promise<string> {
  const table = makeReadingTable(readings);
  await writeJson(join(dataDir, "readings.json"), table);
  return createHash("sha256").update(JSON.stringify(table)).digest("base64url").slice(0, 6);
}
