import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";

/** What one voice says in one piece. */
export interface SourceCue {
  readonly speaker?: string;
  /** Seconds in the episode. */
  readonly startTime: number;
  readonly endTime: number;
  readonly text: string;
}

/** An episode as its files have it, read without the product's own parsers. */
export interface SourceEpisode {
  readonly slug: string;
  readonly title: string;
  /** Of its front matter; empty where it has none. */
  readonly summary: string;
  readonly chapters: readonly { readonly title: string; readonly startTime: number }[];
  readonly cues: readonly SourceCue[];
  /**
   * `file`: read from the transcript itself. `build`: something corrects or renames what stands there (a glossary,
   * corrections, people), or it is of another kind than WebVTT and unlabelled text, so the built transcript was read.
   */
  readonly readFrom: "file" | "build";
}

export interface Source {
  readonly episodes: readonly SourceEpisode[];
  /** Names that stand for one another, from the glossary. */
  readonly aliases: readonly (readonly string[])[];
}

/**
 * Reads the episodes that a site shows, in the order of its list.
 * @param contentDir the content folder from which `siteDir` was built
 */
export async function readSource(contentDir: string, siteDir: string): Promise<Source> {
  const listed = JSON.parse(await readFile(join(siteDir, "episodes.json"), "utf8")) as ListedEpisode[];
  const folders = new Map<string, string>();
  for (const folder of await readdir(join(contentDir, "episodes")))
    folders.set(
      folder
        .normalize("NFC")
        .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "-")
        .toLowerCase(),
      folder,
    );
  const glossary = await readYaml(join(contentDir, "glossary.yaml"));
  const isPlain = glossary === undefined && (await readYaml(join(contentDir, "people.yaml"))) === undefined;
  const episodes: SourceEpisode[] = [];
  for (const { slug, title } of listed) {
    const folder = folders.get(slug.toLowerCase());
    const dir = folder === undefined ? undefined : join(contentDir, "episodes", folder);
    const cues = isPlain && dir !== undefined ? await readOwnCues(dir) : undefined;
    episodes.push({
      slug,
      title,
      summary: dir === undefined ? "" : await readSummary(dir),
      chapters: dir === undefined ? [] : await readChapters(dir),
      cues: cues ?? (await readBuiltCues(join(siteDir, "episodes", slug, "transcript.json"))),
      readFrom: cues === undefined ? "build" : "file",
    });
  }
  return { episodes, aliases: readAliases(glossary) };
}

interface ListedEpisode {
  readonly slug: string;
  readonly title: string;
}

async function readYaml(path: string): Promise<unknown> {
  return existsSync(path) ? ((parse(await readFile(path, "utf8")) as unknown) ?? undefined) : undefined;
}

function readAliases(glossary: unknown): string[][] {
  if (!Array.isArray(glossary)) return [];
  return (glossary as { term?: unknown; also?: unknown }[]).flatMap(({ term, also }) =>
    Array.isArray(also) && also.length > 0 ? [[term, ...(also as unknown[])].map(String)] : [],
  );
}

async function readSummary(dir: string): Promise<string> {
  const [, frontMatter = ""] = (await readFile(join(dir, "episode.md"), "utf8")).split(/^---\s*$/mu);
  const { summary } = (parse(frontMatter) ?? {}) as { summary?: unknown };
  return typeof summary === "string" ? summary : "";
}

const keysThatChangeSpeakers = /^(?:speakers|people|offset)\s*:/mu;

/** The cues of a transcript that nothing changes; undefined where something might. */
async function readOwnCues(dir: string): Promise<SourceCue[] | undefined> {
  if (existsSync(join(dir, "corrections.yaml"))) return undefined;
  const [, frontMatter = ""] = (await readFile(join(dir, "episode.md"), "utf8")).split(/^---\s*$/mu);
  if (keysThatChangeSpeakers.test(frontMatter)) return undefined;
  const names = await readdir(dir);
  if (names.includes("transcript.vtt"))
    return readPlainVtt(await readFile(join(dir, "transcript.vtt"), "utf8"));
  if (names.includes("transcript.txt"))
    return readUnlabelledText(await readFile(join(dir, "transcript.txt"), "utf8"));
  return undefined;
}

/**
 * The cues of a WebVTT file whose every line of text begins with a voice (`<v Name>`) and holds no other markup;
 * undefined for any other, which takes a real parser.
 */
export function readPlainVtt(file: string): SourceCue[] | undefined {
  const cues: SourceCue[] = [];
  for (const block of file.split(/\r?\n(?:\r?\n)+/u)) {
    const lines = block.split(/\r?\n/u).filter((line) => line !== "");
    const at = lines.findIndex((line) => line.includes("-->"));
    if (at < 0) {
      if (!/^(?:\uFEFF?WEBVTT|NOTE|STYLE|REGION|$)/u.test(block)) return undefined;
      continue;
    }
    const [startTime, endTime] = (lines[at] ?? "").split("-->").map(readClock);
    if (startTime === undefined || endTime === undefined) return undefined;
    for (const line of lines.slice(at + 1)) {
      const [, speaker, text] = /^<v ([^<>]+)>([^<>&]*)(?:<\/v>)?$/u.exec(line) ?? [];
      if (speaker === undefined || text === undefined) return undefined;
      cues.push({ speaker, startTime, endTime, text });
    }
  }
  return cues;
}

function readClock(text: string): number | undefined {
  const match = /^\s*(?:(\d+):)?(\d\d):(\d\d\.\d{3})(?:\s|$)/u.exec(text);
  return match === null ? undefined : Number(match[1] ?? 0) * 3600 + Number(match[2]) * 60 + Number(match[3]);
}

/** A text in which nothing looks like a speaker's label or a time; undefined for any other. No line has a time. */
export function readUnlabelledText(file: string): SourceCue[] | undefined {
  if (/[:：*#>[\]`_]/u.test(file)) return undefined;
  const lines = file.split(/\r?\n/u).filter((line) => line.trim() !== "");
  return lines.map((text) => ({ startTime: 0, endTime: Number.POSITIVE_INFINITY, text }));
}

async function readBuiltCues(path: string): Promise<SourceCue[]> {
  const { segments: passages } = JSON.parse(await readFile(path, "utf8")) as {
    segments: { speaker?: string; startTime: number; endTime: number; body: string }[];
  };
  return passages.map(({ speaker, startTime, endTime, body }) => ({
    ...(speaker === undefined ? {} : { speaker }),
    startTime,
    endTime,
    text: body,
  }));
}

async function readChapters(dir: string): Promise<SourceEpisode["chapters"]> {
  const json = join(dir, "chapters.json");
  const listed = existsSync(json)
    ? (JSON.parse(await readFile(json, "utf8")) as { chapters?: unknown }).chapters
    : await readYaml(join(dir, "chapters.yaml"));
  if (!Array.isArray(listed)) return [];
  return (listed as { title?: unknown; startTime?: unknown }[]).flatMap(({ title, startTime }) =>
    typeof title === "string" && title !== ""
      ? [{ title, startTime: typeof startTime === "number" ? startTime : Number.NaN }]
      : [],
  );
}
