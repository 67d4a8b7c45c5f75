import type { Episode } from "../model/archive.ts";
import { getSeparator } from "../text/join-text.ts";
import { wrapText } from "./wrap-text.ts";
import { putOnOneLine, type VoicedCue, writeVoiceTag } from "./write-captions.ts";

/** Characters of a line that captions show well (the podcast namespace's page on transcripts). */
const lineLength = 65;
/** Of the first line at least so many are left to the words, however long the speaker's name is. Chosen. */
const leastBesideName = 25;

/** What is said without a break that captions know. Times in seconds, real ones alone. */
interface Piece {
  readonly speaker?: string;
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
}

interface OpenCue {
  readonly start: number;
  end?: number;
  readonly pieces: { readonly speaker?: string; text: string }[];
}

/**
 * The cues of an episode's captions: each begins and ends at a real time. What has none of its own belongs to the cue
 * before it, before the first one to a cue from the recording's beginning on. None begins before the one above it, and
 * none is without length, as players pass over such cues.
 *
 *     times of the transcript   0:10          ≈0:14       0:21        0:30
 *     cues                      |0:10 A: …, B: …          |0:21 A: …  |
 */
export function cutTimedCues(episode: Pick<Episode, "passages" | "timing" | "duration">): VoicedCue[] {
  const cues: OpenCue[] = [];
  for (const piece of listPieces(episode)) {
    const last = cues.at(-1);
    const isNew = piece.start !== undefined && piece.start > (last?.start ?? -1);
    if (last === undefined || isNew) {
      const end = piece.end === undefined ? {} : { end: piece.end };
      cues.push({ start: isNew ? (piece.start ?? 0) : 0, ...end, pieces: [] });
    }
    addPiece(cues.at(-1) as OpenCue, piece);
  }
  const lastEnd = roundTime(Math.max(episode.duration, episode.passages.at(-1)?.end ?? 0));
  const closing = cues.at(-1);
  if (closing !== undefined && closing.start >= lastEnd && (closing.end ?? 0) <= closing.start) {
    cues.pop();
    const last = cues.at(-1);
    for (const piece of last === undefined ? [] : closing.pieces)
      addPiece(last as OpenCue, { ...piece, end: lastEnd });
  }
  return cues.map(({ start, end = start, pieces }, index) => ({
    start,
    end: end > start ? end : (cues[index + 1]?.start ?? lastEnd),
    voices: pieces.map(wrapPiece),
  }));
}

function* listPieces({ passages, timing }: Pick<Episode, "passages" | "timing">): Generator<Piece> {
  for (const { text, speaker, start, end, isEstimated, cueStarts } of passages) {
    const known = new Map(cueStarts.filter(([offset]) => offset < text.length));
    if (!isEstimated) known.set(0, start);
    const offsets = [...new Set([0, ...known.keys()])].sort((a, b) => a - b);
    for (const [index, offset] of offsets.entries()) {
      const next = offsets[index + 1];
      const own = text.slice(offset, next);
      if (own.trim() === "") continue;
      const time = known.get(offset);
      yield {
        ...(speaker === undefined ? {} : { speaker: speaker.name }),
        text: own,
        ...(time === undefined ? {} : { start: roundTime(time) }),
        // Of other timings nobody can say whether the end is a real one.
        ...(next === undefined && timing === "cue" ? { end: roundTime(end) } : {}),
      };
    }
  }
}

function addPiece(cue: OpenCue, { speaker, text, end }: Piece): void {
  const last = cue.pieces.at(-1);
  if (last !== undefined && last.speaker === speaker)
    last.text = last.text.trimEnd() + getSeparator(last.text, text) + text.trimStart();
  else cue.pieces.push({ ...(speaker === undefined ? {} : { speaker }), text });
  if (end !== undefined) cue.end = Math.max(end, cue.end ?? 0);
}

function wrapPiece({ speaker, text: own }: OpenCue["pieces"][number]): VoicedCue["voices"][number] {
  const text = putOnOneLine(own);
  if (speaker === undefined) return { lines: wrapText(text, lineLength) };
  const first = Math.max(leastBesideName, lineLength - writeVoiceTag(speaker).length);
  return { speaker, lines: wrapText(text, lineLength, first) };
}

/** To the millisecond, as captions have them. */
function roundTime(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
