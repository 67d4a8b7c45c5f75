import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { guardPages, readMarkup } from "../../../src/integrations/guard-pages.ts";

const script = "\n  document.documentElement.dataset.js = '<b>';\n";
const frame = `<!DOCTYPE html><html><head><meta charset="utf-8"><script>${script}</script></head>`;
const nothing = { base: "/", pictures: [], recordings: [], parts: [] };
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tingsuo-pages-"));
  await writePage("404.html", frame);
});

afterEach(() => rm(folder, { recursive: true }));

async function writePage(path: string, html: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), html);
}

const readSite = (path: string) => readFile(join(folder, path), "utf8");

describe("guardPages", () => {
  it("lets the scripts of the frame run, as they stand in it, and gives every page and path the same policy", async () => {
    await writePage("episodes/001/index.html", `${frame}<p>好</p>`);
    expect(guardPages(folder, nothing)).toEqual([]);
    const hash = createHash("sha256").update(script).digest("base64");
    const [policy = ""] = /default-src[^"]+/.exec(await readSite("404.html")) ?? [];
    expect(policy).toContain(`'sha256-${hash}'`);
    expect(await readSite("episodes/001/index.html")).toContain(`content="${policy}"`);
    expect(await readSite("_headers")).toContain(`/episodes/*\n  Content-Security-Policy: ${policy}; frame-`);
  });

  it("finds a page whose script the frame does not have, and writes nothing", async () => {
    const page = `${frame}<p>好</p><SCRIPT type="module">alert(1)</SCRIPT>`;
    await writePage("episodes/001/index.html", page);
    expect(guardPages(folder, nothing)).toEqual([
      {
        severity: "error",
        file: "episodes/001/index.html",
        kind: "script-not-of-the-frame",
        values: { script: "alert(1)" },
      },
    ]);
    expect(await readSite("episodes/001/index.html")).toBe(page);
  });

  it("allows the pictures that stand in pages", async () => {
    await writePage("index.html", `${frame}<img alt="" loading="lazy" src="https://pictures.example/1.png">`);
    guardPages(folder, nothing);
    expect(await readSite("index.html")).toContain("img-src 'self' https:;");
  });

  it("puts a page that is kept in its place, by what is known of it", async () => {
    const page = (pictures: string[], scripts: string[] = []) => ({
      file: "episodes/002/index.html",
      known: { pictures, scripts },
      read: () => Buffer.from(`${frame}<p>二</p>`),
    });
    expect(guardPages(folder, nothing, [page([], ["alert(1)"])])).toMatchObject([
      { file: "episodes/002/index.html", kind: "script-not-of-the-frame", values: { script: "alert(1)" } },
    ]);
    expect(guardPages(folder, nothing, [page(["https://pictures.example/1.png"], [script])])).toEqual([]);
    const placed = await readSite("episodes/002/index.html");
    expect(placed).toContain("img-src 'self' https:;");
    expect(placed).toMatch(/<p>二<\/p>$/);
    expect(await readSite("404.html")).toContain("img-src 'self' https:;");
  });

  it("leaves alone what is no page of ours", async () => {
    await writePage("google123.html", "google-site-verification: google123.html<script>1</script>");
    expect(guardPages(folder, nothing)).toEqual([]);
    expect(await readSite("google123.html")).not.toContain("content-security-policy");
  });
});

describe("readMarkup", () => {
  const read = (html: string) => readMarkup(Buffer.from(html));

  it("takes for a script what the browser runs, and nothing in an attribute, a comment or a text of data", () => {
    const { scripts } = read(
      '<meta content="<script>alert(1)</script>"><!-- <script>alert(2)</script> -->' +
        '<script type="application/ld+json">{"a":"<img src="}</script><script type="module" src="/a.js"></script>' +
        '<p title=\'<script>alert(3)</script>\'>1 < 2 "<script data-src="x">alert(4)</script>',
    );
    expect(scripts).toEqual(["alert(4)"]);
  });

  it("takes no script's text for a picture", () => {
    expect(read('<script>"<img src=\\"/a.png\\">"</script><img src="/b.png" alt=""/>').pictures).toEqual([
      "/b.png",
    ]);
  });
});
