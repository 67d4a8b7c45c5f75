/**
 * The characters that are written most often.
 * @param words with how often each is said
 */
export function listUsualCharacters(
  words: Iterable<readonly [word: string, count: number]>,
  limit: number,
): string[] {
  const counts = new Map<string, number>();
  for (const [word, count] of words)
    for (const character of word) counts.set(character, (counts.get(character) ?? 0) + count);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .map(([character]) => character);
}
