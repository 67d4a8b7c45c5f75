import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import sirv from "sirv";
import { findBrowser } from "./find-browser.ts";
import { listScreens } from "./screenshots/list-screens.ts";
import { takeGuidePictures } from "./screenshots/take-guide-pictures.ts";
import { takeScreenshots } from "./screenshots/take-screenshots.ts";

const help = `npm run screenshots -- [options]

Takes pictures of a built site, of every kind of page, on a phone, a tablet and a desktop, light and dark. Needs
Chromium (CHROMIUM_PATH, else from where the system has it) and a build: npm run build.

  --site <folder>     the built site; else ARCHIVE_OUT, else dist
  --out <folder>      where the pictures go; else screenshots
  --episode <slug>    the episode to show; else one with chapters and audio where there is one
  --only <words>      only screens whose name contains one of these words
  --guide             instead takes the pictures of the guides anew, of the shows in docs/example; into docs/pictures
                      where --out names no other folder. Needs no build
  --help              shows this

Exit status: 0 all were taken, 1 there is no site or no Chromium, 2 the command line is at fault.`;

function parse() {
  return parseArgs({
    options: {
      site: { type: "string", default: process.env["ARCHIVE_OUT"] ?? "dist" },
      out: { type: "string" },
      episode: { type: "string" },
      only: { type: "string", multiple: true, default: [] },
      guide: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  }).values;
}

function fail(message: string, status: 1 | 2): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = status;
}

let values: ReturnType<typeof parse> | undefined;
try {
  values = parse();
} catch (error) {
  const reason = String(error instanceof Error ? error.message : error).split(". ")[0];
  fail(`${reason}. See npm run screenshots -- --help.`, 2);
}
if (values?.help === true) process.stdout.write(`${help}\n`);
else if (values !== undefined) await run(values);

async function run(options: ReturnType<typeof parse>): Promise<void> {
  const { site, episode, only, guide } = options;
  const out = options.out ?? (guide ? "docs/pictures" : "screenshots");
  const folder = resolve(site);
  const executablePath = findBrowser();
  if (guide && executablePath !== undefined) {
    await mkdir(out, { recursive: true });
    const count = await takeGuidePictures(out, executablePath);
    process.stdout.write(`${count} pictures are in ${out}.\n`);
    return;
  }
  if (!guide && !existsSync(join(folder, "episodes.json")))
    return fail(`${site} holds no built site. Run npm run build, or name another folder with --site.`, 1);
  if (executablePath === undefined)
    return fail("No Chromium found. Install Chromium or Chrome, or set CHROMIUM_PATH to its program.", 1);
  const episodes = JSON.parse(await readFile(join(folder, "episodes.json"), "utf8")) as { slug: string }[];
  const read = (...path: string[]) => readFile(join(folder, ...path, "index.html"), "utf8");
  const pages = await Promise.all(
    episodes.slice(0, 50).map(async ({ slug }) => ({ slug, html: await read("episodes", slug) })),
  );
  const list = (name: string) =>
    existsSync(join(folder, name)) ? readdir(join(folder, name)).then(onlyFolders) : Promise.resolve([]);
  const [terms, people, topics] = await Promise.all([list("terms"), list("people"), list("topics")]);
  const screens = listScreens({ episodes: pages, terms, people, topics, ...(episode ? { episode } : {}) });
  const chosen = screens.filter(({ name }) => only.length === 0 || only.some((word) => name.includes(word)));
  await mkdir(out, { recursive: true });
  const server = createServer(sirv(folder)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const count = await takeScreenshots(chosen, { origin, out, executablePath });
    process.stdout.write(`${count} pictures of ${chosen.length} screens are in ${out}.\n`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function onlyFolders(names: readonly string[]): string[] {
  return names.filter((name) => !name.includes("."));
}
