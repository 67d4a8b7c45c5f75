import { listReadings } from "../../pipeline/tokenize/list-readings.ts";
import type { Readings } from "../../text/sound-readings.ts";
import { readKeptValue, writeKeptValue } from "../kept-file.ts";
import { readDictionary } from "./read-dictionary.ts";

let readings: Promise<Readings> | undefined;

/**
 * How every character may be read. Made once: it takes seconds and depends on no content.
 * @param path keeps it from one build to the next
 */
export function getLikelyReadings(path: string): Promise<Readings> {
  readings ??= openReadings(path);
  return readings;
}

async function openReadings(path: string): Promise<Readings> {
  const kept = readKeptValue<Readings>(path);
  if (kept !== undefined) return kept;
  const made = listReadings(readDictionary());
  await writeKeptValue(path, made);
  return made;
}
