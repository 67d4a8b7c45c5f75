import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, inject, it } from "vitest";
import { loadArchive } from "../../src/archive/content/load-archive.ts";
import { listPagePaths } from "../../src/archive/list-addresses.ts";
import { editPath } from "../../src/integrations/correct/serve-edits.ts";
import { parseTranscript } from "../../src/pipeline/parse/parse-transcript.ts";

const site = inject("siteDir");
const odyssey = inject("odysseyDir");

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/** Without the transcripts for apps, which are no pages. */
const listPages = async (folder: string) =>
  (await listFiles(folder)).filter((file) => file.endsWith(".html") && !file.endsWith("transcript.html"));

describe("the files of a site", () => {
  it("hold no word of a draft", async () => {
    for (const file of await listFiles(site)) {
      const bytes = await readFile(file);
      const content = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
      expect(content.includes("紫藤"), file).toBe(false);
      expect(content.includes("005-draft"), file).toBe(false);
    }
  });

  it("hold nothing of what corrects a passage on the development server", async () => {
    for (const file of await listFiles(site)) {
      const text = (await readFile(file)).toString("latin1");
      for (const part of [editPath, "correct-panel", "offerEdits", 'highlights.set("correcting"'])
        expect(text.includes(part), `${file}: ${part}`).toBe(false);
    }
  });

  it("list the episodes newest first", async () => {
    const episodes: { slug: string; date: string; url: string; timing: string }[] = JSON.parse(
      await readFile(join(site, "episodes.json"), "utf8"),
    );
    expect(episodes).toHaveLength(7);
    expect(episodes.map(({ date }) => date)).toEqual(
      [...episodes]
        .map(({ date }) => date)
        .sort()
        .reverse(),
    );
    for (const episode of episodes)
      expect(Object.keys(episode)).toEqual(
        expect.arrayContaining(["slug", "title", "date", "duration", "url", "people", "topics", "timing"]),
      );
    expect(episodes[0]?.url).toMatch(/^\/archiv\/episodes\//);
  });

  it("hold each transcript as Podcasting 2.0 JSON that our own parser reads back", async () => {
    const { archive } = await loadArchive({ contentDir: "test/fixtures/archive" });
    for (const { slug, passages } of archive.episodes) {
      const bytes = await readFile(join(site, "episodes", slug, "transcript.json"));
      const { cues, problems } = parseTranscript(bytes, "transcript.json");
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
      const plain = (text: string) => text.replace(/\s+/g, "");
      expect(plain(cues.map(({ text }) => text).join(""))).toBe(
        plain(passages.map(({ text }) => text).join("")),
      );
    }
  });

  it("tell language models of every episode and of what programs ask, under whole addresses", async () => {
    const text = await readFile(join(site, "llms.txt"), "utf8");
    expect(text).toMatch(/^# .+\n\n> .+\n\n/);
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, address = ""]) => new URL(address));
    const paths = links.map(({ href, pathname }) => {
      expect(href).toMatch(/^https:\/\/archive\.example\/archiv\//);
      return decodeURIComponent(pathname.slice("/archiv/".length));
    });
    const { archive } = await loadArchive({ contentDir: "test/fixtures/archive" });
    expect(paths.filter((path) => path.endsWith("/index.md")).sort()).toEqual(
      archive.episodes.map(({ slug }) => `episodes/${slug}/index.md`).sort(),
    );
    for (const path of paths) expect((await readFile(join(site, path))).length, path).toBeGreaterThan(0);
    expect(text).toContain("`npm run --silent mcp -- https://archive.example/archiv/`");
  });

  it("have a sitemap of the pages that readers may find", async () => {
    expect(await readFile(join(site, "sitemap-index.xml"), "utf8")).toContain(
      "https://archive.example/archiv/sitemap-0.xml",
    );
    const sitemap = await readFile(join(site, "sitemap-0.xml"), "utf8");
    // When an episode was changed; of a page that lists episodes nobody knows it.
    expect(sitemap).toMatch(
      /<loc>https:\/\/archive\.example\/archiv\/episodes\/001-distillation\/<\/loc><lastmod>20\d\d-/,
    );
    expect(sitemap).toContain("<loc>https://archive.example/archiv/episodes/</loc></url>");
  });

  it("are the pages that the content is said to have, and what moved.yaml leads on", async () => {
    const { archive } = await loadArchive({ contentDir: "test/fixtures/archive" });
    expect(archive.moved.length).toBeGreaterThan(1);
    const written = (await listPages(site)).map((file) =>
      file.slice(site.length + 1).replace(/\/?index\.html$/, ""),
    );
    const said = [...listPagePaths(archive), ...archive.moved.map(({ from }) => from), "404.html"];
    expect(written.sort()).toEqual(said.sort());
  });

  it("lead on from old addresses, which neither the sitemap nor a search engine lists", async () => {
    const moved = await readFile(join(site, "episodes", "000-distillation", "index.html"), "utf8");
    expect(moved).toContain(
      '<meta http-equiv="refresh" content="0; url=/archiv/episodes/001-distillation/">',
    );
    expect(moved).toContain(
      '<link rel="canonical" href="https://archive.example/archiv/episodes/001-distillation/">',
    );
    const gone = await readFile(join(site, "topics", "旧话题", "index.html"), "utf8");
    expect(gone).not.toContain('http-equiv="refresh"');
    expect(gone).toContain('href="/archiv/search/"');
    for (const page of [moved, gone]) expect(page).toContain('<meta name="robots" content="noindex">');
    const sitemap = decodeURI(await readFile(join(site, "sitemap-0.xml"), "utf8"));
    expect(sitemap).not.toContain("000-distillation");
    expect(sitemap).not.toContain("旧话题");
  });

  it("are few: no fragments and no interface of Pagefind", async () => {
    const names = (await listFiles(join(odyssey, "pagefind"))).map((file) => file.replace(/.*\./, ""));
    expect([...new Set(names)].sort()).toEqual(["js", "pagefind", "pf_index", "pf_meta"]);
  });
});

describe("every page", () => {
  it("carries the site's policy, has styles in files alone, and is not left out by Jekyll", async () => {
    for (const folder of [site, odyssey]) {
      const headers = await readFile(join(folder, "_headers"), "utf8");
      for (const file of await listPages(folder)) {
        const html = await readFile(file, "utf8");
        const [, policy = ""] =
          /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="([^"]+)"/.exec(html) ??
          [];
        expect(headers, file).toContain(`: ${policy}; frame-ancestors 'none'\n`);
        expect(html.replace(/="[^"]*"/g, '=""'), file).not.toMatch(/<style|<[^>]* style=/);
      }
      expect(await readFile(join(folder, ".nojekyll"), "utf8")).toBe("");
    }
  });

  it("has a title, a description, a canonical address, open-graph tags and a language", async () => {
    for (const file of [...(await listPages(site)), ...(await listPages(odyssey))]) {
      // What stands in other pages' frames is found by nobody and shared by its episode's address.
      if (file.endsWith("/embed/index.html")) continue;
      const html = await readFile(file, "utf8");
      for (const part of [
        /<html[^>]* lang="zh/,
        /<title>[^<]+<\/title>/,
        /<meta name="description" content="[^"]+"/,
        /<link rel="canonical" href="[^"]+"/,
        /<meta property="og:title" content="[^"]+"/,
        /<meta property="og:image" content="[^"]+"/,
      ])
        expect(html, `${file} ${part}`).toMatch(part);
    }
  });

  it("says of itself what no other page says", async () => {
    for (const folder of [site, odyssey]) {
      const pageOf = new Map<string, string>();
      for (const file of await listPages(folder)) {
        const html = await readFile(file, "utf8");
        // What only leads on is no page to be found.
        if (html.includes('<meta name="robots" content="noindex"')) continue;
        const [, description = ""] = /<meta name="description" content="([^"]*)"/.exec(html) ?? [];
        expect([description, pageOf.get(description)]).toEqual([description, undefined]);
        pageOf.set(description, file);
      }
      expect(pageOf.size).toBeGreaterThan(10);
    }
  });

  it("leads only to pages and anchors that are there", async () => {
    const pages = new Map<string, string>();
    for (const file of await listPages(site))
      pages.set(
        `/archiv${file.slice(site.length).replace(/index\.html$/, "")}`,
        await readFile(file, "utf8"),
      );
    const broken: string[] = [];
    for (const [from, html] of pages) {
      for (const [, href = ""] of html.matchAll(/<a\b[^>]*? href="([^"]+)"/g)) {
        const target = new URL(
          href.replaceAll("&amp;", "&").replaceAll("&#38;", "&"),
          `https://archive.example${from}`,
        );
        if (target.origin !== "https://archive.example" || !/^https?:$/.test(target.protocol)) continue;
        const path = decodeURI(target.pathname);
        const page = pages.get(path);
        const isFile = page === undefined && !path.endsWith("/");
        if (
          page === undefined &&
          !(isFile && (await readFile(join(site, path.replace("/archiv/", ""))).catch(() => undefined)))
        )
          broken.push(`${from} -> ${href}`);
        const anchor = decodeURIComponent(target.hash.slice(1));
        if (page !== undefined && anchor !== "" && !page.includes(`id="${anchor}"`))
          broken.push(`${from} -> ${href}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it("shows the text of strangers as text", async () => {
    for (const file of await listPages(site)) {
      const html = await readFile(file, "utf8");
      // Inside an attribute's quotes a < is only a character.
      const markup = html.replace(/="[^"]*"/g, '=""');
      expect(markup, file).not.toMatch(/<script>alert|\bonerror=""|\bonclick=""|<iframe|<\/title><script/);
      expect(html, file).not.toMatch(/href="javascript:/i);
      expect(html.includes("\0"), file).toBe(false);
    }
  });
});

describe("an episode's page", () => {
  it("holds the whole transcript, its lines and its speakers in the HTML as served", async () => {
    const { archive } = await loadArchive({ contentDir: "content" });
    for (const { slug, passages } of archive.episodes) {
      const html = await readFile(join(odyssey, "episodes", slug, "index.html"), "utf8");
      expect(html.match(/data-passage/g)).toHaveLength(passages.length);
      const text = html
        .replace(/<[^>]+>/g, "")
        .replaceAll("&amp;", "&")
        .replaceAll("&#39;", "'")
        .replaceAll("&quot;", '"');
      for (const passage of passages) {
        expect(text).toContain(passage.text);
        expect(html).toContain(`data-line="${passage.line}"`);
      }
    }
  });

  it("says what it is to machines without letting a text end the script", async () => {
    const html = await readFile(join(site, "episodes", "006-hostile", "index.html"), "utf8");
    const scripts = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
    const name = expect.stringContaining("<script>");
    expect(scripts.map(([, json = ""]) => JSON.parse(json))).toMatchObject([
      { "@type": "PodcastEpisode", name },
      { "@type": "BreadcrumbList", itemListElement: [{}, {}, { name }] },
    ]);
  });

  it("says that its text is machine-made and how many words were corrected", async () => {
    const html = await readFile(join(odyssey, "episodes", "deepseek-r1", "index.html"), "utf8");
    expect(html).toContain("机器");
    expect(html).toMatch(/data-heard="[^"]+"/);
  });
});

describe("the transcript of the first archive", () => {
  it("is byte for byte what the recogniser delivered", async () => {
    const { createHash } = await import("node:crypto");
    const bytes = await readFile("content/episodes/deepseek-r1/transcript.txt");
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(
      "e890568467b4d28d2e270391baecf79e63a83f4aa86df405c431e120f3be2700",
    );
  });
});
