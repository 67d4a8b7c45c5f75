import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readPublished } from "../../../../src/commands/check/read-published.ts";
import { runCheck } from "../../../../src/commands/check.ts";
import { wordError } from "../../../word-problems.ts";
import { type Files, writeContent } from "../../archive/write-content.ts";

/** Serves until the test ends, and returns the address, with a slash at its end. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Serves these texts by their paths, and nothing else. */
const serveFiles = (files: Readonly<Record<string, string>>) =>
  serve(({ url = "" }, response) => {
    const text = files[url.slice(1)];
    response.writeHead(text === undefined ? 404 : 200).end(text ?? "<h1>404</h1>");
  });

const writeIndex = (...addresses: string[]) =>
  `<?xml version="1.0"?><sitemapindex>${addresses.map((own) => `<sitemap><loc>${own}</loc></sitemap>`).join("")}</sitemapindex>`;
const writeSitemap = (...addresses: string[]) =>
  `<?xml version="1.0"?><urlset>${addresses.map((own) => `<url><loc>${own}</loc></url>`).join("")}</urlset>`;

/** A site that says it is at https://pod.example/pod/, below `path`. */
const publish = (path: string, ...pages: string[]) => ({
  [`${path}sitemap-index.xml`]: writeIndex("https://pod.example/pod/sitemap-0.xml"),
  [`${path}sitemap-0.xml`]: writeSitemap(
    ...pages.map((page) => encodeURI(`https://pod.example/pod/${page}`)),
  ),
});

const topics: Files = { "episodes/one/episode.md": "---\ntitle: 一\ndate: 2025\ntopics: [蒸馏, C++]\n---\n" };

async function check(address: string, files: Files = {}, env: Readonly<Record<string, string>> = {}) {
  const contentDir = await writeContent({ ...topics, ...files });
  const said: string[] = [];
  const print = (line: string) => said.push(line.replaceAll(contentDir, "content"));
  const args = [contentDir, "--against", address, "--lang", "en"];
  const status = await runCheck(args, { env, print, printError: print });
  return { status, said: said.slice(1) };
}

describe("check --against", () => {
  test("finds every published address in the build", async () => {
    const site = await serveFiles(publish("", "", "episodes/", "episodes/one/", "topics/蒸馏/"));
    expect(await check(site)).toEqual({
      status: 0,
      said: ["A build has all 4 addresses that are published."],
    });
  });

  test("lists what a build would lack, says what to write, and ends with 1", async () => {
    const site = await serveFiles(publish("", "", "topics/Cplusplus/", "people/leo/"));
    expect(await check(site)).toEqual({
      status: 1,
      said: [
        '/topics/Cplusplus/ is published, and a build would lack it. Add "/topics/Cplusplus/": /topics/cplusplus/ to moved.yaml, or what is right instead: another address, or gone.',
        '/people/leo/ is published, and a build would lack it. Add "/people/leo/": with the new address, or gone, to moved.yaml.',
        "A build would lack 2 of 3 addresses that are published.",
      ],
    });
  });

  test("does not miss what moved.yaml leads on", async () => {
    const site = await serveFiles(publish("", "topics/Cplusplus/", "people/leo/"));
    const moved = "/topics/Cplusplus/: /topics/cplusplus/\n/people/leo/: gone\n";
    expect((await check(site, { "moved.yaml": moved })).status).toBe(0);
  });

  test("compares what stands below the base paths, whatever those are", async () => {
    const site = await serveFiles(publish("served/", "", "episodes/one/", "episodes/zwei/"));
    const { status, said } = await check(`${site}served`, {}, { ARCHIVE_BASE: "/elsewhere/" });
    expect([status, said[0]?.slice(0, 15), said.length]).toEqual([1, "/episodes/zwei/", 2]);
  });

  test("reads the list of episodes and the index pages of a site without a sitemap", async () => {
    const site = await serveFiles({
      "pod/episodes.json": '[{ "url": "/pod/episodes/zero/" }, { "url": 3 }, null]',
      "pod/":
        '<a href="/pod/topics/rl/">RL</a><a class=x href=people/leo/>Leo</a><a href="https://a.example/pod/x/">x</a>',
      "pod/episodes/": '<a href="/pod/episodes/page/2/#x">2</a><a href="/pod/feed.xml">feed</a>',
      "pod/episodes/page/2/": '<a href="../../one/">one</a>',
    });
    const paths = [
      "episodes/zero",
      "",
      "topics/rl",
      "people/leo",
      "episodes",
      "episodes/page/2",
      "episodes/one",
    ];
    expect(await readPublished(`${site}pod/`)).toEqual(paths);
  });

  test("reads the folder of a site as well", async () => {
    const folder = await writeContent(publish("", "episodes/one/", "episodes/drei/"));
    expect((await check(folder)).said[0]).toContain("/episodes/drei/ is published");
  });

  test("waits for content without errors", async () => {
    const { status, said } = await check("https://pod.invalid/", { "moved.yaml": "/a/: /b/\n" });
    expect([status, said.at(-1)]).toEqual([1, expect.stringContaining("it was not compared")]);
  });
});

describe("a published site that cannot be read", () => {
  const tell = (address: string, timeoutMs?: number) =>
    readPublished(address, timeoutMs === undefined ? {} : { timeoutMs }).then(
      () => "read",
      (error: unknown) => wordError(error).replace(/:\d{2,5}\//, "/"),
    );

  test("ends with 2 and a sentence", async () => {
    const site = await serve((_, response) => response.writeHead(500).end());
    const { status, said } = await check(site);
    expect([status, said[0]]).toEqual([
      2,
      expect.stringMatching(/sitemap-index\.xml answers 500\. .* --help\.$/),
    ]);
  });

  test("is no address", async () => {
    expect(await tell("ftp://pod.example/")).toMatch(/^--against is "ftp:\/\/pod\.example\/"\. Write/);
  });

  test("is not there", async () => {
    expect(await tell("http://127.0.0.1:9/")).toMatch(/cannot be reached \(.+\)\. Look/);
  });

  test("says nothing", async () => {
    const site = await serve((_, response) => void response.writeHead(200).write("<urlset"));
    expect(await tell(site, 50)).toContain("did not answer in full within 0.05 seconds.");
  });

  test("redirects for ever", async () => {
    const site = await serve(({ url }, response) => response.writeHead(302, { Location: `${url}x` }).end());
    expect(await tell(site)).toContain("leads on more than 8 times.");
  });

  test("answers with a page where the sitemap should be", async () => {
    const site = await serve((_, response) => response.end("<!doctype html><h1>Welcome</h1>"));
    expect(await tell(site)).toBe(
      "http://127.0.0.1/sitemap-index.xml answers with something that is no XML, a page most likely. Write the address of the archive itself, with its path.",
    );
  });

  test("has a list of episodes that is none", async () => {
    expect(await tell(await serveFiles({ "episodes.json": "<h1>Welcome</h1>" }))).toContain(
      "that is no JSON",
    );
  });

  test("names a sitemap that is not there", async () => {
    const files = { "sitemap-index.xml": writeIndex("https://pod.example/sitemap-7.xml") };
    expect(await tell(await serveFiles(files))).toContain("/sitemap-7.xml answers 404.");
  });

  test("has neither a sitemap nor pages", async () => {
    expect(await tell(await serveFiles({}))).toContain("has no sitemap and no list of episodes.");
    expect(await tell(join("test", "unit"))).toContain("has no sitemap and no list of episodes.");
  });

  test("has no end", async () => {
    const site = await serve((_, response) => {
      const more = () => {
        while (response.write(Buffer.alloc(1 << 20)));
      };
      response.on("drain", more);
      more();
    });
    expect(await tell(site)).toContain("has more than 50 MB");
  });
});
