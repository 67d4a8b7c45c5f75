/** A piece of a passage with a time of its own: a word, or a cue where words have none. */
export interface TimedPiece {
  /** UTF-16 offset in the passage's text. */
  readonly offset: number;
  /** Seconds. */
  readonly start: number;
}

/**
 * The pieces of a passage as an attribute holds them: `0,0 5,115 …`, each the offset since the piece before
 * and the hundredths of a second since then, the first counted from the passage's start. Pieces ascend in both;
 * one that does not is left out.
 */
export function writePieceTimes(pieces: readonly TimedPiece[], passageStart: number): string {
  let lastOffset = 0;
  let lastTime = Math.round(passageStart * 100);
  const written: string[] = [];
  for (const { offset, start } of pieces) {
    const time = Math.round(start * 100);
    if (offset < lastOffset || time < lastTime) continue;
    written.push(`${offset - lastOffset},${time - lastTime}`);
    lastOffset = offset;
    lastTime = time;
  }
  return written.join(" ");
}

/** Reads what {@link writePieceTimes} wrote. */
export function readPieceTimes(text: string, passageStart: number): TimedPiece[] {
  let offset = 0;
  let time = Math.round(passageStart * 100);
  if (text === "") return [];
  return text.split(" ").map((piece) => {
    const [moreOffset, moreTime] = piece.split(",");
    offset += Number(moreOffset);
    time += Number(moreTime);
    return { offset, start: time / 100 };
  });
}
