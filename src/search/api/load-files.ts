/** Chosen: longer than a phone's worst moment, shorter than a reader's patience. */
const TIMEOUT_MS = 20_000;

/** Fetches a file; rejects where it does not come, or not in time, or something else comes in its place. */
export async function fetchFile(
  url: string,
  { load = fetch, cache = "default" }: { readonly load?: typeof fetch; readonly cache?: RequestCache } = {},
): Promise<Response> {
  const response = await load(url, { cache, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${response.status} at ${url}`);
  return response;
}

/** Remembers what loaded, by its key; what failed is asked for again. */
export function rememberLoaded<K, T>(load: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const known = new Map<K, Promise<T>>();
  return (key) => {
    const value = known.get(key) ?? load(key);
    known.set(key, value);
    value.catch(() => known.delete(key));
    return value;
  };
}
