import { readFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { crc32, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { writeAtomically } from "../../../archive/cache/cached-file.ts";
import { FaultError } from "../../../model/report.ts";
import type { EpisodeCut } from "./cut-episode.ts";

/*
 * A cut cached on disk: a head of [length, CRC-32] of each section, two numbers of 32 bits each, then the sections.
 * A section is packed on its own, so that whoever needs one unpacks one.
 */

/** What pages and manifest need of a cut; the rest only the index. */
export interface CutHead {
  readonly firstPositions: readonly number[];
  readonly headings: readonly number[];
  readonly headingLength: number;
  readonly tokenCount: number;
  readonly positionCount: number;
}

interface Sections {
  readonly head: CutHead;
  readonly words: EpisodeCut["words"];
  readonly said: EpisodeCut["said"];
  readonly exact: Pick<EpisodeCut["exact"], "terms" | "termAt" | "variants">;
  readonly sound: EpisodeCut["sound"];
}

const names = ["head", "words", "said", "exact", "sound"] as const;
const SIGNATURE = Buffer.from("TSCUT\n");
const HEAD_SIZE = SIGNATURE.length + names.length * 8;

/** Caches a cut in a file, whole or not at all. */
export async function writeCut(path: string, cut: EpisodeCut): Promise<void> {
  const { terms, termAt, variants, ...head } = cut.exact;
  const sections: Sections = {
    head: { ...head, positionCount: termAt.length },
    words: cut.words,
    said: cut.said,
    exact: { terms, termAt, ...(variants === undefined ? {} : { variants }) },
    sound: cut.sound,
  };
  const packed = names.map((name) => packSection(sections[name]));
  const sizes = Buffer.alloc(HEAD_SIZE);
  sizes.set(SIGNATURE);
  for (const [k, bytes] of packed.entries()) {
    sizes.writeUInt32LE(bytes.length, SIGNATURE.length + k * 8);
    sizes.writeUInt32LE(crc32(bytes), SIGNATURE.length + k * 8 + 4);
  }
  await writeAtomically(path, Buffer.concat([sizes, ...packed]));
}

/** Reads some sections of a cut; undefined where the file is missing or any of it is not what was written. */
export function readCut<N extends keyof Sections>(
  path: string,
  ...wanted: readonly N[]
): Pick<Sections, N> | undefined {
  try {
    // At once: to hand a thousand files to other threads takes longer than to read them.
    const file = readFileSync(path);
    if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return undefined;
    const found: Partial<Record<keyof Sections, unknown>> = {};
    let from = HEAD_SIZE;
    for (const [k, name] of names.entries()) {
      const length = file.readUInt32LE(SIGNATURE.length + k * 8);
      const bytes = file.subarray(from, from + length);
      // All are checked whatever is wanted: the rest is read later, when it is too late to cut the episode anew.
      if (crc32(bytes) !== file.readUInt32LE(SIGNATURE.length + k * 8 + 4)) return undefined;
      if ((wanted as readonly string[]).includes(name)) found[name] = unpackSection(bytes);
      from += length;
    }
    return from === file.length ? (found as Pick<Sections, N>) : undefined;
  } catch {
    // Whatever is wrong with a cached cut, it is cut anew.
    return undefined;
  }
}

/** Reads one section of a cut that was found good before. Throws where it is so no more. */
export function readSection<N extends keyof Sections>(path: string, name: N): Sections[N] {
  const sections = readCut(path, name);
  if (sections === undefined) throw new FaultError({ kind: "cached-file-changed", values: { path } });
  return sections[name];
}

/** Terms are many short texts: as one they take a third of the time. Numbers below 65,536 take two bytes. */
function packSection(value: unknown): Buffer {
  const { terms, termAt, ...rest } = value as { terms?: readonly string[]; termAt?: Uint32Array };
  const flat =
    terms === undefined || termAt === undefined
      ? rest
      : {
          ...rest,
          terms: terms.join(" "),
          termAt: terms.length < 0xffff ? new Uint16Array(termAt) : termAt,
        };
  return zstdCompressSync(serialize(flat));
}

function unpackSection(bytes: Buffer): unknown {
  const { terms, termAt, ...rest } = deserialize(zstdDecompressSync(bytes)) as {
    terms?: string;
    termAt?: Uint16Array | Uint32Array;
  };
  if (terms === undefined || termAt === undefined) return rest;
  return { ...rest, terms: terms === "" ? [] : terms.split(" "), termAt: new Uint32Array(termAt) };
}
