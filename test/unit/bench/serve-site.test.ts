import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sortBytes } from "../../bench/measure-bytes.ts";
import { type SiteServer, serveSite } from "../../bench/serve-site.ts";

const page = `<!doctype html><p>${"蒸馏".repeat(2_000)}</p>`;
const packed = gzipSync(page);
let folder: string;
let server: SiteServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bench-site-"));
  await mkdir(join(folder, "节目"));
  await writeFile(join(folder, "节目", "index.html"), page);
  await writeFile(join(folder, "a.pf_index"), packed);
  server = await serveSite(folder);
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe("serveSite", () => {
  it("packs a page and counts what goes over the wire, headers included", async () => {
    server.takeSent();
    const response = await fetch(`${server.origin}/${encodeURIComponent("节目")}/`);
    expect(await response.text()).toBe(page);
    expect(response.headers.get("content-encoding")).toBe("gzip");
    const [sent] = server.takeSent();
    expect(sent?.path).toBe("/节目/");
    expect(sent?.bytes).toBeGreaterThan(packed.length + 100);
    expect(sent?.bytes).toBeLessThan(packed.length + 500);
  });

  it("sends packed files as they are", async () => {
    const response = await fetch(`${server.origin}/a.pf_index`);
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(Buffer.from(await response.arrayBuffer())).toEqual(packed);
  });

  it("says 404 for what is not there and for what is outside", async () => {
    expect((await fetch(`${server.origin}/none`)).status).toBe(404);
    expect((await fetch(`${server.origin}/..%2f..%2fetc%2fpasswd`)).status).toBe(404);
  });
});

describe("sortBytes", () => {
  it("tells page, index and texts apart", () => {
    const sent = [
      ["/search/", 1],
      ["/_astro/page.js", 2],
      ["/search-data/manifest.json", 4],
      ["/search-data/ep-1/table.json", 8],
      ["/pagefind/0-0/index/a.pf_index", 16],
      ["/search-data/ep-1/12.json", 32],
    ] as const;
    expect(
      sortBytes(
        "蒸馏",
        sent.map(([path, bytes]) => ({ path, bytes })),
      ),
    ).toEqual({
      query: "蒸馏",
      page: 3,
      index: 28,
      texts: 32,
      requests: 6,
    });
  });
});
