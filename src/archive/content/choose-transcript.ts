import type { TranscriptReading } from "../../model/transcript.ts";
import { chooseRichest, haveSameWords, parseTranscript, usualEndings } from "../../pipeline/pipeline.ts";
import type { EpisodeReader } from "./episode-reader.ts";
import {
  hasTranscriptEnding,
  isTranscriptName,
  mayBeTranscript,
  type NameProblem,
} from "./name-episode-files.ts";

/** An episode's transcript by its name in the folder, or why there is none. */
interface ChosenTranscript {
  readonly transcript?: string;
  readonly problems: readonly NameProblem[];
}

/**
 * Finds the transcript among the names of an episode's folder: `transcript.*`, or else the one file of a kind that is
 * read, whatever its name (content.md). Of several with the same words the richest one is taken, and a notice says so;
 * several with other words are an error. Files are read only where names do not decide.
 */
export async function chooseTranscript(
  names: readonly string[],
  reader: EpisodeReader,
): Promise<ChosenTranscript> {
  const named = names.filter(isTranscriptName);
  const candidates = named.length > 0 ? named : names.filter(mayBeTranscript);
  const [only, second] = candidates;
  if (only !== undefined && second === undefined && (named.length > 0 || hasTranscriptEnding(only)))
    return { transcript: only, problems: [] };
  const files = await readFiles(candidates, reader);
  const readable = files.filter(({ reading }) => reading.cues.length > 0);
  const best = chooseRichest(readable);
  if (best !== undefined) {
    const others = readable.filter((file) => file !== best);
    if (others.every(({ reading }) => haveSameWords(best.reading, reading)))
      return {
        transcript: best.name,
        problems: tellOthers(
          best.name,
          others.map(({ name }) => name),
        ),
      };
    const values = { names: readable.map(({ name }) => name) };
    return { problems: [{ severity: "error", kind: "several-transcripts", values }] };
  }
  // Nothing can be read: what was meant to be the transcript says why not.
  const meant = candidates.find(hasTranscriptEnding) ?? named[0];
  if (meant !== undefined) return { transcript: meant, problems: [] };
  const values = { endings: usualEndings };
  return { problems: [{ severity: "warning", kind: "transcript-missing", values }] };
}

function tellOthers(fileName: string, others: readonly string[]): NameProblem[] {
  if (others.length === 0) return [];
  return [{ severity: "notice", fileName, kind: "transcript-chosen", values: { others } }];
}

async function readFiles(
  names: readonly string[],
  reader: EpisodeReader,
): Promise<{ readonly name: string; readonly reading: TranscriptReading }[]> {
  const files: { name: string; reading: TranscriptReading }[] = [];
  for (const name of names) {
    const bytes = await reader.tryBytes(name);
    if (bytes !== undefined) files.push({ name, reading: parseTranscript(bytes, name) });
  }
  return files;
}
