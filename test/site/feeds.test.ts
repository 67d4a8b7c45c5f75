import { execFile, execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parseRssFeed } from "feedsmith";
import { parseText } from "media-captions";
import partytime from "podcast-partytime";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { checkNamespace, checkPsp1 } from "../check-feed.ts";
import { type SiteServer, serveSite } from "../serve-site.ts";

const run = promisify(execFile);
const site = inject("siteDir");
const address = "https://archive.example/archiv/";
const read = (path: string) => readFile(join(site, path), "utf8");

describe("the feeds of a site", () => {
  it("have what can be an item, and leave out what is dated by month or has no recording of known size", async () => {
    const xml = await read("feed.xml");
    expect(checkNamespace(xml)).toEqual([]);
    // The fixture names no category.
    expect(checkPsp1(xml, `${address}feed.xml`)).toEqual(["itunes:category"]);
    expect(parseRssFeed(xml).items?.map(({ guid }) => guid?.value)).toEqual([
      "007-night-train",
      "008-word-by-word",
    ]);
  });

  it("name files that are there", async () => {
    const files = (await readdir(site, { recursive: true })).filter((name) => name.endsWith("feed.xml"));
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const xml = await read(file);
      expect(checkNamespace(xml)).toEqual([]);
      const named = [...xml.matchAll(/(?:url|href)="([^"]+)"/g)].map(([, url = ""]) => url);
      expect(named.length).toBeGreaterThan(1);
      for (const url of named.filter((own) => own.startsWith(address))) {
        const path = decodeURI(url.slice(address.length)).replace(/(?:^|\/)$/, "$&index.html");
        await expect(read(path), url).resolves.toBeTypeOf("string");
      }
    }
  });

  it("lead a term's readers to the first passage of each episode that says it", async () => {
    const items = parseRssFeed(await read("terms/蒸馏/feed.xml")).items ?? [];
    const found = items.map(({ guid, link }) => [guid?.value, link]);
    expect(found).toContainEqual(["蒸馏#002-coding-tools", `${address}episodes/002-coding-tools/#t=45`]);
    for (const { link = "" } of items) {
      const { pathname, hash } = new URL(link);
      const page = await read(`${decodeURI(pathname).slice("/archiv/".length)}index.html`);
      expect(page, link).toMatch(new RegExp(`\\sid="?${hash.slice(1).replaceAll(".", "\\.")}["\\s>]`));
    }
  });

  it("lead a person's readers to their first words", async () => {
    const [item] = parseRssFeed(await read("people/maya/feed.xml")).items ?? [];
    expect(item).toMatchObject({
      link: `${address}episodes/003-open-models/#t=5`,
      guid: { value: "maya#003-open-models" },
    });
  });

  it("are named in the pages, a term's in its own besides", async () => {
    const link = /<link rel="?alternate"? type="?application\/rss\+xml"? title="[^"]*" href="?([^" >]+)/g;
    const list = async (path: string) => [...(await read(path)).matchAll(link)].map(([, href]) => href);
    expect(await list("index.html")).toEqual(["/archiv/feed.xml"]);
    expect(await list("episodes/002-coding-tools/index.html")).toEqual(["/archiv/feed.xml"]);
    expect(await list("terms/RL/index.html")).toEqual(["/archiv/feed.xml", "/archiv/terms/RL/feed.xml"]);
  });

  it("are not there where the site does not know its address", async () => {
    const names = await readdir(inject("odysseyDir"), { recursive: true });
    expect(names.filter((name) => name.endsWith("feed.xml"))).toEqual([]);
    expect(await readFile(join(inject("odysseyDir"), "index.html"), "utf8")).not.toContain("rss+xml");
  });
});

describe("a podcast app", () => {
  const gpo = findGpo();
  let server: SiteServer;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tingsuo-gpo-"));
    await cp(site, join(folder, "site"), { recursive: true });
    server = await serveSite(join(folder, "site"), { base: "/archiv/", readsHeaders: true });
    // An app asks the addresses that the feed names: here the server's, and without the block.
    const xml = (await read("feed.xml")).replaceAll(address, server.url).replace(/.*<itunes:block>.*\n/, "");
    await writeFile(join(folder, "site/feed.xml"), xml);
    await mkdir(join(folder, "home"));
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.skipIf(gpo === undefined)("subscribes to the feed, lists its episodes and downloads them", async () => {
    const env = { ...process.env, GPODDER_HOME: join(folder, "home"), HOME: folder, LANG: "C.UTF-8" };
    const ask = async (...args: string[]) => (await run(gpo as string, args, { env })).stdout;
    await ask("subscribe", `${server.url}feed.xml`);
    expect(await ask("list")).toContain("小样播客");
    const episodes = await ask("episodes", `${server.url}feed.xml`);
    expect(episodes).toContain("夜里的火车 Night train");
    await ask("download", `${server.url}feed.xml`);
    const files = await readdir(join(folder, "home"), { recursive: true, withFileTypes: true });
    const sounds = files.filter(({ name }) => /\.(?:opus|ogg|oga)$/.test(name));
    expect(sounds).toHaveLength(2);
    const sizes = await Promise.all(sounds.map(({ parentPath, name }) => readFile(join(parentPath, name))));
    expect(sizes.map(({ length }) => length).sort()).toEqual([77_723, 226_939].sort());
  });

  it("gets the transcripts and chapters that the feed names, from any page, as what they are", async () => {
    const party = partytime.parseFeed(await (await fetch(`${server.url}feed.xml`)).text());
    for (const { podcastTranscripts = [], podcastChapters, title } of party?.items ?? []) {
      const [captions, json] = podcastTranscripts;
      const response = await fetch(captions?.url ?? "");
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      expect(response.headers.get("content-type")).toMatch(/^text\/vtt/);
      const { cues, errors } = await parseText(await response.text(), { type: "vtt", errors: true });
      expect(errors).toEqual([]);
      expect(cues.length, title).toBeGreaterThan(2);
      const transcript = (await (await fetch(json?.url ?? "")).json()) as { segments: unknown[] };
      expect(transcript.segments.length).toBeGreaterThan(0);
      if (podcastChapters === undefined) continue;
      const chapters = (await (await fetch(podcastChapters.url)).json()) as {
        version: string;
        chapters: { startTime: number }[];
      };
      expect(chapters.version).toBe("1.2.0");
      const starts = chapters.chapters.map(({ startTime }) => startTime);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    }
    expect(party?.items).toHaveLength(2);
  });
});

/** gPodder's command, of Debian's package gpodder; undefined where it is not installed. */
function findGpo(): string | undefined {
  try {
    return execFileSync("which", ["gpo"], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}
