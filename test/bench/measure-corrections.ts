import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LoadedArchive, loadArchive } from "../../src/archive/content/load-archive.ts";
import { type EpisodeFiles, readHeard } from "../../src/archive/content/load-episode.ts";
import type { HeardPlace } from "../../src/model/heard-text.ts";
import { ContentError } from "./content-error.ts";
import { takePercentile } from "./statistics.ts";

/** What many corrections cost an episode when an archive is read: all that is between its files and its passages. */
export interface CorrectionFigures {
  readonly slug: string;
  /** Seconds of the episode. */
  readonly duration: number;
  readonly corrections: number;
  /** Milliseconds of processor time, the median of several runs. */
  readonly withoutMs: number;
  readonly withMs: number;
}

const CORRECTIONS = 2_000;
const HOUR = 3_600;
const RUNS = 9;

/** Corrects the episode that is nearest to an hour in two thousand places, in a copy of it. */
export async function measureCorrections(
  contentDir: string,
  progress: (message: string) => void,
): Promise<CorrectionFigures> {
  progress("Choosing an hour of talk");
  const loaded = await loadArchive({ contentDir, includeDrafts: true, keepFiles: true });
  const chosen = chooseHour(loaded);
  if (chosen === undefined)
    throw new ContentError(loaded.problems.filter(({ severity }) => severity === "error"));
  const { files, duration } = chosen;
  const workDir = await mkdtemp(join(tmpdir(), "tingsuo-bench-"));
  try {
    const folder = join(workDir, "episodes", "hour");
    await mkdir(folder, { recursive: true });
    await cp(join(contentDir, "show.yaml"), join(workDir, "show.yaml"));
    await writeFile(join(folder, "episode.md"), "---\ntitle: An hour\ndate: 2025\n---\n");
    await writeFile(join(folder, files.transcriptFile), files.bytes);
    progress("Reading it as it was heard");
    const withoutMs = await timeReading(workDir);
    const places = choosePlaces(files);
    await writeFile(join(folder, "corrections.yaml"), writeCorrections(places));
    progress(`Reading it with ${places.length} corrections`);
    const withMs = await timeReading(workDir);
    return { slug: files.folder.slug, duration, corrections: places.length, withoutMs, withMs };
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

function chooseHour({
  archive,
  files,
}: LoadedArchive): { files: EpisodeFiles; duration: number } | undefined {
  const [nearest] = [...archive.episodes].sort(
    (a, b) => Math.abs(a.duration - HOUR) - Math.abs(b.duration - HOUR),
  );
  const own = files.find(({ folder }) => folder.slug === nearest?.slug);
  return own === undefined || nearest === undefined ? undefined : { files: own, duration: nearest.duration };
}

/** Pairs of Han characters, evenly spread, as corrections.yaml would name them. */
function choosePlaces(files: EpisodeFiles): HeardPlace[] {
  const heard = readHeard(files, [], { replace: [], turns: [], keep: [] });
  const tokens = heard.listTokens();
  const step = Math.max(2, Math.floor(tokens.length / CORRECTIONS));
  const places: HeardPlace[] = [];
  for (let at = 0; at + 1 < tokens.length && places.length < CORRECTIONS; at += step) {
    const [first, second] = tokens.slice(at, at + 2);
    if (first?.isHan !== true || second?.isHan !== true || first.to !== second.from) continue;
    const place = heard.namePlace(first.from, second.to);
    if (place !== undefined) places.push(place);
  }
  return places;
}

function writeCorrections(places: readonly HeardPlace[]): string {
  const lines = places.map((place) => `  - ${JSON.stringify({ ...place, meant: "改正", sure: 0.9 })}\n`);
  return `replace:\n${lines.join("")}`;
}

async function timeReading(contentDir: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    const { problems } = await loadArchive({ contentDir });
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1e3);
    const errors = problems.filter(({ severity }) => severity === "error");
    if (errors.length > 0) throw new ContentError(errors);
  }
  return takePercentile(times, 0.5);
}
