/** How long the page may not answer. Chosen: half a frame. */
const sliceMs = 8;

/** Does some work for each item, a slice of time at once, so that the page answers in between; stops when aborted. */
export async function runInSlices<T>(
  items: Iterable<T>,
  work: (item: T) => void,
  signal?: AbortSignal,
): Promise<void> {
  let end = performance.now() + sliceMs;
  for (const item of items) {
    if (performance.now() >= end) {
      await pause();
      end = performance.now() + sliceMs;
    }
    if (signal?.aborted) return;
    work(item);
  }
}

/** Lets keys, frames and the rest of the page come first. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
