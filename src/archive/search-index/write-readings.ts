import { createHash } from "node:crypto";
import { join } from "node:path";
import { makeReadingTable } from "../../text/sound-readings.ts";
import { getLikelyReadings } from "./get-likely-readings.ts";
import { writeJson } from "./write-json.ts";

/**
 * Writes how every character may be read, for the words of queries.
 * @returns a fingerprint of the file
 */
export async function writeReadings(dataDir: string): Promise<string> {
  const table = makeReadingTable(getLikelyReadings());
  await writeJson(join(dataDir, "readings.json"), table);
  return createHash("sha256").update(JSON.stringify(table)).digest("base64url").slice(0, 6);
}
