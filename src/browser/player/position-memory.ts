/** Where each episode was left, newest last: address of its page to seconds. */
type Positions = Record<string, number>;

const key = "tingsuo-positions";

/** Episodes remembered. Chosen: years of listening, and far below what a browser stores. */
const mostPositions = 300;

/** What was heard less than this is begun anew. Seconds. */
const shortest = 5;

/** Who stops so near the end has heard it. Seconds. */
const nearEnd = 15;

function readPositions(): Positions {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return typeof read === "object" && read !== null ? (read as Positions) : {};
  } catch {
    return {};
  }
}

/** Seconds at which an episode was left; undefined where there is nothing to go on from. */
export function recallPosition(page: string): number | undefined {
  const seconds = readPositions()[page];
  return typeof seconds === "number" && seconds >= shortest ? seconds : undefined;
}

/** Remembers where an episode was left; one at its beginning or its end is forgotten. */
export function rememberPosition(page: string, seconds: number, duration: number): void {
  const { [page]: _, ...others } = readPositions();
  const isBetween = seconds >= shortest && !(seconds > duration - nearEnd);
  const all = Object.entries(others);
  if (isBetween) all.push([page, Math.round(seconds * 10) / 10]);
  try {
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(all.slice(-mostPositions))));
  } catch {
    // Storage may be forbidden or full: the episode then begins anew next time.
  }
}
