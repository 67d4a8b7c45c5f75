import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { Cue } from "../../model/cue.ts";
import type { Fault } from "../../model/problem.ts";
import { parseTranscript } from "../../pipeline/parse/parse-transcript.ts";
import { transcriptEndings } from "../../pipeline/pipeline.ts";
import { weighText } from "../../text/weigh-text.ts";
import { type NameHints, readNameHints } from "./read-name-hints.ts";

/** A transcript that is offered, as far as pairing and choosing need to know it. */
export interface Reading {
  /** The path or address at which the owner knows it. */
  readonly name: string;
  /** Under which it goes into an episode's folder: that by which it is read as it is. */
  readonly ending: string;
  /** Of its bytes. */
  readonly digest: string;
  /** Of its letters and digits alone: two readings with one are the same text. */
  readonly wordsDigest: string;
  readonly letters: number;
  readonly labels: readonly string[];
  /** The share of its cues that have a time. */
  readonly timed: number;
  readonly hasWordTimes: boolean;
  /** Marks of punctuation for each hundred letters. */
  readonly punctuation: number;
  /** Seconds: where the last cue ends; of an untimed text how long it takes to say. */
  readonly duration: number;
  readonly hints: NameHints;
}

/** Reads a file as a transcript; a fault where it is none. */
export function readReading(bytes: Uint8Array, name: string): Reading | Fault {
  const fileName = basename(name);
  const read = findEnding(bytes, fileName);
  if ("kind" in read) return read;
  const { cues, ending } = read;
  const text = cues.map((cue) => cue.text).join("\n");
  const words = text
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
  const timed = cues.filter(({ startTime }) => startTime !== undefined);
  const last = timed.at(-1);
  return {
    name,
    ending,
    digest: hash(bytes),
    wordsDigest: hash(words),
    letters: words.length,
    labels: [...new Set(cues.flatMap(({ speaker }) => speaker ?? []))],
    timed: timed.length / cues.length,
    hasWordTimes: cues.some(({ words: own = [] }) => own.length > 0),
    punctuation: (100 * (text.match(/[，。？！；、：,.?!;:]/gu)?.length ?? 0)) / Math.max(1, words.length),
    duration: last === undefined ? (weighText(text).at(-1) ?? 0) : (last.endTime ?? last.startTime ?? 0),
    hints: readNameHints(fileName),
  };
}

/** Of a text without an ending that is known, the first kind that reads it. */
function findEnding(bytes: Uint8Array, fileName: string): { ending: string; cues: readonly Cue[] } | Fault {
  const own = /\.([a-z0-9]{1,12})$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  let fault: Fault | undefined;
  for (const ending of new Set([...(transcriptEndings.includes(own) ? [own] : []), ...transcriptEndings])) {
    const { cues, problems } = parseTranscript(bytes, `transcript.${ending}`);
    const error = problems.find(({ severity }) => severity === "error");
    if (error === undefined && cues.length > 0) return { ending, cues };
    fault ??= error;
    // What says of itself what it is says so under any name.
    if (error?.kind === "format-not-read" || own === ending) break;
  }
  return fault ?? { kind: "transcript-empty", values: {} };
}

function hash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
