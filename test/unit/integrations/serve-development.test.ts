import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { runBuild } from "../../../src/commands/build.ts";
import { LogReporter } from "../../../src/integrations/log-reporter.ts";
import { refreshDevelopment } from "../../../src/integrations/serve-development.ts";
import { nameFolder, readNamed, type SearchManifest } from "../../../src/search/format/manifest.ts";

const contentDir = "test/fixtures/archive";

it("takes from a given part what it holds, and indexes what it lacks, as drafts", async () => {
  const folder = await mkdtemp(join(tmpdir(), "tingsuo-development-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [part, out] = [join(folder, "part"), join(folder, "out")];
  const print = () => undefined;
  const status = await runBuild(["--part", "year:2023-2025", "--to", part], {
    env: { ARCHIVE_CONTENT: contentDir },
    print,
    printError: print,
    runAstro: () => 1,
  });
  expect(status).toBe(0);
  const told: string[] = [];
  const logger = { info: (line: string) => told.push(line), warn: print, error: print };
  const reporter = await LogReporter.open(logger, contentDir);
  const host = "https://cdn.example/part/";
  const parts = [{ folder: part, address: host }];
  const environment = { contentDir, base: "/", cacheDir: join(folder, "cache"), parts };
  const archive = await refreshDevelopment(out, environment, reporter);
  expect(told).toContain("8期节目里有1期不在任何一块里，在这里切词、做索引。");
  const address = `${nameFolder("archive", archive)}manifest.json`;
  const file = JSON.parse(await readFile(join(out, "search-data", address), "utf8"));
  const manifest = readNamed<SearchManifest>(file, address);
  expect(manifest.episodes.slugs).toContain("005-draft");
  const folders = manifest.shards.map(({ exact }) => exact.folder);
  expect(folders.map((own) => own.startsWith(host)).sort()).toEqual([false, true]);
});
