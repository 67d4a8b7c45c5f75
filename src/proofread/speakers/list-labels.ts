import type { EpisodeFiles } from "../../archive/content/load-episode.ts";
import type { Cue } from "../../model/cue.ts";
import { parseTranscript } from "../../pipeline/parse/parse-transcript.ts";
import { isGenericLabel } from "../../pipeline/parse/recognise-labels.ts";

/** A label of a transcript, and what is said under it. */
export interface LabelShare {
  readonly label: string;
  /** Of the letters of the transcript, 0 to 1. */
  readonly share: number;
  /** Two at most, on one line each. */
  readonly samples: readonly string[];
  /** The id of the person whom it stands for, where it is somebody's of people.yaml. */
  readonly personId?: string;
  /** As readers see it. */
  readonly shown: string;
  /** Whether a tool has written it that knows no names: 发言人1, Speaker 2. */
  readonly isGeneric: boolean;
}

/** Characters of a sample that are shown; chosen. */
const sampleLength = 60;

/** The labels of an episode's transcript, the one who speaks most first. */
export function listLabels(files: EpisodeFiles): LabelShare[] {
  const { bytes, transcriptFile, corrections, resolveSpeaker } = files;
  const { cues } = parseTranscript(bytes, transcriptFile, corrections.keep);
  const cuesOf = new Map<string, Cue[]>();
  for (const cue of cues) {
    if (cue.speaker === undefined) continue;
    const own = cuesOf.get(cue.speaker) ?? [];
    cuesOf.set(cue.speaker, own);
    own.push(cue);
  }
  const count = (list: readonly Cue[]) => list.reduce((sum, { text }) => sum + text.length, 0);
  const total = Math.max(1, count(cues));
  return [...cuesOf]
    .map(([label, own]): LabelShare => {
      const { name, personId } = resolveSpeaker(label);
      return {
        label,
        share: count(own) / total,
        samples: chooseSamples(own),
        shown: name,
        isGeneric: isGenericLabel(label),
        ...(personId === undefined ? {} : { personId }),
      };
    })
    .sort((a, b) => b.share - a.share);
}

/** The longest sentence of the first minutes, where people say who they are, and the longest of the rest. */
function chooseSamples(cues: readonly Cue[]): string[] {
  const texts = cues.map(({ text }) => text.replace(/\s+/g, " ").trim());
  const first = Math.min(10, Math.ceil(texts.length / 2));
  return [texts.slice(0, first), texts.slice(first)].flatMap((part) => {
    const longest = part.toSorted(
      (a, b) => Math.min(b.length, sampleLength) - Math.min(a.length, sampleLength),
    )[0];
    if (longest === undefined) return [];
    const letters = [...longest];
    return [letters.length > sampleLength ? `${letters.slice(0, sampleLength - 1).join("")}…` : longest];
  });
}
