import { listReadings } from "../../pipeline/tokenize/list-readings.ts";
import { readDictionary } from "./read-dictionary.ts";

let readings: ReadonlyMap<string, readonly string[]> | undefined;

/** How every character may be read. Made once a process: it takes a second and depends on no content. */
export function getLikelyReadings(): ReadonlyMap<string, readonly string[]> {
  readings ??= listReadings(readDictionary());
  return readings;
}
