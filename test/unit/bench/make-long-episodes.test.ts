import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadArchive } from "../../../src/archive/content/load-archive.ts";
import { longEpisodes, makeLongEpisodes } from "../../bench/make-long-episodes.ts";

test("makes of a short episode one of six hours, and an hour of cues of two seconds with its sound", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tingsuo-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const cues = Array.from({ length: 600 }, (_, index) => ({
    speaker: index % 9 < 5 ? "林晚" : "Guest",
    startTime: index * 6,
    endTime: index * 6 + 5.5,
    text: `第${index}句 <话> & more`,
  }));
  await makeLongEpisodes(
    [{ slug: "a", title: "a", chapters: [], cues, summary: "", readFrom: "file" }],
    folder,
  );
  const { archive, problems } = await loadArchive({ contentDir: folder });
  expect(problems.filter(({ severity }) => severity !== "notice")).toEqual([]);
  const durations = new Map(archive.episodes.map(({ slug, duration }) => [slug, duration]));
  expect(durations.get(longEpisodes.sixHours)).toBeGreaterThan(5.9 * 3600);
  expect(durations.get(longEpisodes.shortCues)).toBe(3600);
  const sound = await stat(join(folder, "episodes", longEpisodes.shortCues, "silence.wav"));
  expect(sound.size).toBe(44 + 3600 * 8000);
});
