import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { serveSite } from "../serve-site.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the fixture archive, under a base path, with a slash at its end. */
    siteUrl: string;
    /** Folder of the fixture archive's site. */
    siteDir: string;
    /** Address and folder of the real archive's site, at the root. */
    odysseyUrl: string;
    odysseyDir: string;
  }
}

const run = promisify(execFile);

/** Set in Vitest's workers; a build would take them for its own. */
export const ofVitest = {
  BASE_URL: undefined,
  DEV: undefined,
  PROD: undefined,
  MODE: undefined,
  SSR: undefined,
};

/** Where the fixture archive's site says it is. */
export const fixtureAddress = { ARCHIVE_BASE: "/archiv", ARCHIVE_SITE: "https://archive.example" };

/** Makes a folder for the sites that a test builds: inside the checkout, from where a site need not be copied to it. */
export async function makeBuildFolder(): Promise<string> {
  await mkdir(".tingsuo", { recursive: true });
  return mkdtemp(resolve(".tingsuo", "test-"));
}

/** Runs `npm run build`. Rejects with what was printed when the build fails. */
export async function buildSite(
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<void> {
  await run("node", ["src/commands/build.ts", ...args], {
    env: { ...process.env, ...ofVitest, ...environment, FORCE_COLOR: "0" },
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** Builds, from nothing, and serves the sites that the site and browser tests look at, once for all of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await makeBuildFolder();
  const siteDir = join(folder, "fixture");
  const odysseyDir = join(folder, "odyssey");
  await Promise.all([
    buildSite({
      ...fixtureAddress,
      ARCHIVE_CONTENT: "test/fixtures/archive",
      ARCHIVE_OUT: siteDir,
      ARCHIVE_CACHE: join(folder, "fixture-cache"),
    }),
    buildSite({
      ARCHIVE_CONTENT: "content",
      ARCHIVE_OUT: odysseyDir,
      ARCHIVE_CACHE: join(folder, "odyssey-cache"),
      ARCHIVE_BASE: "",
      ARCHIVE_SITE: "",
    }),
  ]);
  const site = await serveSite(siteDir, { base: "/archiv/" });
  const odyssey = await serveSite(odysseyDir);
  project.provide("siteUrl", site.url);
  project.provide("siteDir", siteDir);
  project.provide("odysseyUrl", odyssey.url);
  project.provide("odysseyDir", odysseyDir);
  return async () => {
    await Promise.all([site.close(), odyssey.close()]);
    await rm(folder, { recursive: true, force: true });
  };
}
