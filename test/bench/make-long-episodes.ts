import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SourceCue, SourceEpisode } from "./read-source.ts";

/** The slugs of the two episodes. */
export const longEpisodes = { sixHours: "six-hours", shortCues: "an-hour-of-two-seconds" } as const;

const HOUR = 3600;
const SHORT_CUE = 2;

/**
 * Writes a content folder with two episodes made of what is said in others: one of six hours, and one of an hour
 * whose cues last two seconds each, with an hour of silence to play.
 */
export async function makeLongEpisodes(
  episodes: readonly SourceEpisode[],
  contentDir: string,
): Promise<void> {
  await mkdir(contentDir, { recursive: true });
  await writeFile(
    join(contentDir, "show.yaml"),
    "title: Long episodes\ndescription: Made to be measured.\nlanguage: zh-CN\nauthor: bench\n",
  );
  const cues = takeSixHours(episodes);
  await writeEpisode(contentDir, longEpisodes.sixHours, cues, "");
  await writeEpisode(contentDir, longEpisodes.shortCues, cutShort(cues), "audio: silence.wav\n");
  const file = join(contentDir, "episodes", longEpisodes.shortCues, "silence.wav");
  await writeFile(file, makeSilence(HOUR));
}

/** One episode after another, and from the first again, until six hours are full. */
function takeSixHours(episodes: readonly SourceEpisode[]): SourceCue[] {
  const all: SourceCue[] = [];
  const ends = (cues: readonly SourceCue[]) => cues.at(-1)?.endTime ?? 0;
  for (let start = 0, at = 0; start < 6 * HOUR && at < 1000; at++) {
    const { cues = [] } = episodes[at % episodes.length] ?? {};
    for (const cue of cues)
      all.push({ ...cue, startTime: start + cue.startTime, endTime: start + cue.endTime });
    start = Math.max(start + 1, ends(all));
  }
  return all.filter(({ endTime }) => endTime <= 6 * HOUR);
}

/** The same words in cues of two seconds, nine characters each: how fast Mandarin is spoken. */
function cutShort(cues: readonly SourceCue[]): SourceCue[] {
  const text = cues.map((cue) => cue.text.replace(/\s+/gu, " ")).join(" ");
  return Array.from({ length: HOUR / SHORT_CUE }, (_, index) => ({
    speaker: index % 30 < 20 ? "A" : "B",
    startTime: index * SHORT_CUE,
    endTime: (index + 1) * SHORT_CUE,
    text: text.slice(index * 9, index * 9 + 9).trim() || "嗯",
  }));
}

async function writeEpisode(
  contentDir: string,
  slug: string,
  cues: readonly SourceCue[],
  front: string,
): Promise<void> {
  const folder = join(contentDir, "episodes", slug);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "episode.md"), `---\ntitle: ${slug}\ndate: 2025-01-01\n${front}---\n`);
  const blocks = cues.map(({ speaker, startTime, endTime, text }) => {
    const voice = speaker === undefined ? "" : `<v ${speaker.replace(/[<>&\n]/gu, "")}>`;
    const words = text
      .replace(/\s+/gu, " ")
      .replace(/&/gu, "&amp;")
      .replace(/</gu, "&lt;")
      .replace(/-->/gu, "");
    return `${formatClock(startTime)} --> ${formatClock(Math.max(endTime, startTime + 0.001))}\n${voice}${words}`;
  });
  await writeFile(join(folder, "transcript.vtt"), `WEBVTT\n\n${blocks.join("\n\n")}\n`);
}

function formatClock(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const pad = (value: number, length = 2) => String(Math.floor(value)).padStart(length, "0");
  return `${pad(ms / 3_600_000)}:${pad((ms / 60_000) % 60)}:${pad((ms / 1000) % 60)}.${pad(ms % 1000, 3)}`;
}

/** A WAV of so many seconds, 8,000 samples of 8 bits each: http://soundfile.sapp.org/doc/WaveFormat/ */
function makeSilence(seconds: number): Buffer {
  const rate = 8000;
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + seconds * rate, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36);
  head.writeUInt32LE(seconds * rate, 40);
  return Buffer.concat([head, Buffer.alloc(seconds * rate, 128)]);
}
