import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { fingerprintCode } from "../fingerprint-code.ts";
import type { PartSource } from "../read-environment.ts";
import type { KeptCut } from "./cut-episodes.ts";
import { type KeptPart, listKeptParts } from "./kept-parts.ts";

/** The file that makes a folder a part of an archive. Beside it are `cuts/` and `parts/`, as in the cache. */
export const PART_LIST = "tingsuo-part.json";

const listSchema = z.object({
  /** A fingerprint of the program that built it. */
  code: z.string(),
  episodes: z.array(z.object({ slug: z.string(), key: z.string() })),
});

/** What a part of an archive says of itself. */
export type PartList = z.infer<typeof listSchema>;

/** A part of the archive that was built apart from it. */
export interface GivenPart extends PartList {
  readonly folder: string;
  readonly parts: readonly KeptPart[];
}

/** A folder that holds no part. Its message says what to do. */
export class PartError extends Error {
  override readonly name = "PartError";
}

/** Reads what a part holds. Throws a PartError where the folder is none. */
export async function readGivenPart({ folder, address }: PartSource): Promise<GivenPart> {
  let list: PartList;
  try {
    list = listSchema.parse(JSON.parse(await readFile(join(folder, PART_LIST), "utf8")));
  } catch {
    throw new PartError(
      `${folder} holds no part of an archive: its ${PART_LIST} is missing or cannot be read. Name a folder that npm run build -- --part has written.`,
    );
  }
  const kept = await listKeptParts(join(folder, "parts"));
  const parts =
    address === undefined ? kept : kept.map((part): KeptPart => ({ ...part, address: `${address}parts/` }));
  return { ...list, folder, parts };
}

interface GivenLogger {
  info(message: string): void;
  warn(message: string): void;
}

/** The indexes of the given parts that hold any of the cuts, and a word of what they do not hold. */
export async function chooseGiven(
  given: readonly GivenPart[],
  cuts: readonly KeptCut[],
  logger: GivenLogger,
): Promise<KeptPart[]> {
  if (given.length === 0) return [];
  const code = await fingerprintCode("index");
  const wanted = new Set(cuts.map(({ key }) => key));
  const chosen: KeptPart[] = [];
  for (const part of given) {
    if (part.code !== code) {
      logger.warn(
        `${part.folder} was built by another version of the program or of Node: it is not used. Build it anew.`,
      );
      continue;
    }
    const changed = part.episodes.filter(({ key }) => !wanted.has(key));
    if (changed.length > 0) logger.warn(describeChanged(part, changed));
    chosen.push(...part.parts);
  }
  const held = new Set(chosen.flatMap(({ members }) => members.map(({ key }) => key)));
  const missing = cuts.filter(({ key }) => !held.has(key)).length;
  logger.info(
    missing === 0
      ? `The given parts hold all ${cuts.length} episodes.`
      : `${missing} of ${cuts.length} episodes are in no given part: cut and indexed here.`,
  );
  return chosen;
}

const NAMED = 5;

function describeChanged({ folder, episodes }: GivenPart, changed: PartList["episodes"]): string {
  const names = changed.slice(0, NAMED).map(({ slug }) => slug);
  const more = changed.length > NAMED ? " …" : "";
  return `${folder}: ${changed.length} of ${episodes.length} episodes are not as they were when it was built (${names.join(", ")}${more}): they are not taken from it.`;
}
