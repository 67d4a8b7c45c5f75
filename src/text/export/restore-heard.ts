import type { TranscriptEntry, TranscriptJson } from "./make-transcript-json.ts";

/** The transcript as the recogniser wrote it: every corrected stretch is what was heard, and none is marked. */
export function restoreHeard(transcript: TranscriptJson): TranscriptJson {
  return { ...transcript, segments: transcript.segments.map(restoreEntry) };
}

function restoreEntry({ changes = [], ...entry }: TranscriptEntry): TranscriptEntry {
  let body = "";
  let at = 0;
  for (const [from, to, heard] of changes) {
    body += entry.body.slice(at, from) + heard;
    at = to;
  }
  body += entry.body.slice(at);
  const cues = entry.cues?.map(([offset, time]) => [moveOffset(offset, changes), time] as const);
  return { ...entry, body, ...(cues === undefined ? {} : { cues }) };
}

/** Where an offset of the corrected text lies in the one as heard; inside a corrected stretch: behind it. */
function moveOffset(offset: number, changes: NonNullable<TranscriptEntry["changes"]>): number {
  let shift = 0;
  for (const [from, to, heard] of changes) {
    if (from >= offset) break;
    shift += heard.length - (to - from);
    if (offset < to) return to + shift;
  }
  return offset + shift;
}
