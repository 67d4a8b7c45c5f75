/** Numbers from 0 to 1 that are the same for each seed (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** A text as another recogniser may hear it: of `share` of its words most are others, some are lacking, some are added. */
export function damageWords(
  text: string,
  share: number,
  random: () => number,
  pool: readonly string[],
): string {
  const pick = () => pool[Math.floor(random() * pool.length)] ?? "";
  return [...segmenter.segment(text)]
    .map(({ segment, isWordLike }) => {
      if (isWordLike !== true || random() >= share) return segment;
      const kind = random();
      if (kind < 0.15) return "";
      return kind < 0.3 ? segment + pick() : pick();
    })
    .join("");
}

/** The words of a text. */
export function listWords(text: string): string[] {
  return [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) =>
    isWordLike === true ? [segment] : [],
  );
}
