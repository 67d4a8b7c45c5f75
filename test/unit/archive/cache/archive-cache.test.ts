import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { clearArchive, getArchive } from "../../../../src/archive/cache/archive-cache.ts";
import { writeContent } from "../write-content.ts";

afterEach(() => {
  clearArchive();
  vi.unstubAllEnvs();
});

test("reads an archive once", async () => {
  const contentDir = await writeContent();
  expect(await getArchive({ contentDir })).toBe(await getArchive({ contentDir: `${contentDir}/.` }));
});

test("reads an archive apart for each set of options", async () => {
  const contentDir = await writeContent();
  expect(await getArchive({ contentDir })).not.toBe(await getArchive({ contentDir, includeDrafts: true }));
});

test("reads the disk again after it was cleared", async () => {
  const contentDir = await writeContent();
  await getArchive({ contentDir });
  await writeFile(join(contentDir, "episodes/one/transcript.txt"), "明天聊聊 MoE。\n");
  clearArchive();
  const { archive } = await getArchive({ contentDir });
  expect(archive.episodes[0]?.passages[0]?.text).toBe("明天聊聊 MoE。");
});

test("shares what it read with another copy of the module in the same process", async () => {
  const contentDir = await writeContent();
  const first = await getArchive({ contentDir });
  vi.resetModules();
  const copy = await import("../../../../src/archive/cache/archive-cache.ts");
  expect(copy.getArchive).not.toBe(getArchive);
  expect(await copy.getArchive({ contentDir })).toBe(first);
});

test("takes the content folder from the environment", async () => {
  const contentDir = await writeContent();
  vi.stubEnv("ARCHIVE_CONTENT", contentDir);
  const { archive } = await getArchive();
  expect(archive.show.title).toBe("小样");
});
