/** An episode that was kept: where its set is gone, the browser has cleared it. */
export interface NotedEpisode {
  readonly slug: string;
  readonly title: string;
}

// Beside the caches, because browsers clear those when they run out of room, and this not.

function nameNotes(root: URL): string {
  return `tingsuo-episodes:${root.pathname}`;
}

/** The episodes that were kept of a site, and not removed since. */
export function readNotes(root: URL): NotedEpisode[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(nameNotes(root)) ?? "[]");
    return Array.isArray(value) ? value.filter(isNote) : [];
  } catch {
    return [];
  }
}

function isNote(value: unknown): value is NotedEpisode {
  const { slug, title } = (value ?? {}) as Partial<Record<keyof NotedEpisode, unknown>>;
  return typeof slug === "string" && typeof title === "string";
}

/** Where nothing can be written, nobody is told of what was cleared. */
export function writeNotes(root: URL, notes: readonly NotedEpisode[]): void {
  try {
    localStorage.setItem(nameNotes(root), JSON.stringify(notes));
  } catch {}
}
