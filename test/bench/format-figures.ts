/** `1.2 KB`, `3.4 MB`, `1.56 GB`: decimal units. */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes)) return "not measured";
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} KB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`;
}

export function formatSeconds(seconds: number): string {
  return Number.isFinite(seconds) ? `${seconds.toFixed(1)} s` : "not measured";
}

export function formatMs(ms: number): string {
  return Number.isFinite(ms) ? `${ms.toFixed(ms < 10 ? 1 : 0)} ms` : "not measured";
}

/** Three decimals: recall, precision, MRR. */
export function formatShare(share: number): string {
  return Number.isFinite(share) ? share.toFixed(3) : "not measured";
}
