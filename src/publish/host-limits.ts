/** What a site is to a host. */
export interface SiteSize {
  readonly files: number;
  readonly folders: number;
  readonly bytes: number;
  /** Its path below the site, and its bytes. */
  readonly largest: { readonly path: string; readonly bytes: number };
}

/** What is counted: files; files and folders; bytes of the largest file; bytes of all. */
export type SizeMeasure = "files" | "entries" | "largest" | "bytes";

/** A host with what it takes; what it does not name has no limit there. */
export interface Host extends Readonly<Partial<Record<SizeMeasure, number>>> {
  readonly name: string;
  /** Who says so. */
  readonly source: string;
  /** When it was read there, or in a copy of that page. */
  readonly read: string;
}

const [MB, GB] = [1_000_000, 1_000_000_000];

/** All hosts of which the guide speaks and that have a limit; for S3, R2, nginx, Caddy and their like there is none. */
export const hosts: readonly Host[] = [
  {
    name: "Cloudflare (free)",
    files: 20_000,
    largest: 25 * 1024 * 1024,
    source: "https://developers.cloudflare.com/pages/platform/limits/",
    read: "2026-11-28",
  },
  {
    name: "Cloudflare (paid)",
    files: 100_000,
    largest: 25 * 1024 * 1024,
    source: "https://developers.cloudflare.com/pages/platform/limits/",
    read: "2026-11-28",
  },
  {
    name: "GitHub Pages",
    // Of a file it says nothing where a workflow publishes; git itself takes 100 MB, where a branch does.
    largest: 100 * MB,
    bytes: GB,
    source: "https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits",
    read: "2026-11-28",
  },
  {
    name: "GitLab Pages",
    entries: 200_000,
    bytes: GB,
    source: "https://docs.gitlab.com/user/gitlab_com/#gitlab-pages",
    read: "2026-11-28",
  },
];

/** A limit that a site is near, or over. */
export interface LimitReached {
  /** All that have the same. */
  readonly hosts: readonly string[];
  readonly measure: SizeMeasure;
  readonly limit: number;
  readonly value: number;
}

/** From this share of a limit on an owner is warned. Chosen: a year's episodes of an archive of ten. */
const NEAR = 0.9;

/** Which hosts a site fits, and which limits it is near or over. */
export function compareLimits(
  size: SiteSize,
  known: readonly Host[] = hosts,
): { readonly fits: readonly string[]; readonly reached: readonly LimitReached[] } {
  const values: Readonly<Record<SizeMeasure, number>> = {
    files: size.files,
    entries: size.files + size.folders,
    largest: size.largest.bytes,
    bytes: size.bytes,
  };
  const reached: (LimitReached & { readonly hosts: string[] })[] = [];
  for (const measure of Object.keys(values) as SizeMeasure[])
    for (const { name, [measure]: limit } of known) {
      const value = values[measure];
      if (limit === undefined || value < limit * NEAR) continue;
      const same = reached.find((own) => own.measure === measure && own.limit === limit);
      if (same === undefined) reached.push({ hosts: [name], measure, limit, value });
      else same.hosts.push(name);
    }
  const isOver = (name: string) => reached.some((own) => own.hosts.includes(name) && own.value > own.limit);
  return { fits: known.map(({ name }) => name).filter((name) => !isOver(name)), reached };
}
