import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SiteServer, serveSite } from "../serve-site.ts";

const page = `<!doctype html><p>${"蒸馏".repeat(2_000)}</p>`;
const packed = gzipSync(page);
let folder: string;
let server: SiteServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tingsuo-site-"));
  await mkdir(join(folder, "节目"));
  await writeFile(join(folder, "节目", "index.html"), page);
  await writeFile(join(folder, "a.pf_index"), packed);
  server = await serveSite(folder, { base: "/archiv/", isPacked: true });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe("serveSite", () => {
  it("packs a page and counts what goes over the wire, headers included", async () => {
    server.takeSent();
    const response = await fetch(`${server.url}${encodeURIComponent("节目")}/`);
    expect(await response.text()).toBe(page);
    expect(response.headers.get("content-encoding")).toBe("gzip");
    const [sent] = server.takeSent();
    expect(sent?.path).toBe("/archiv/节目/");
    expect(sent?.bytes).toBeGreaterThan(packed.length + 100);
    expect(sent?.bytes).toBeLessThan(packed.length + 500);
  });

  it("sends packed files as they are", async () => {
    const response = await fetch(`${server.url}a.pf_index`);
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(Buffer.from(await response.arrayBuffer())).toEqual(packed);
  });

  it("says 404 for what is not there and for what is outside", async () => {
    expect((await fetch(`${server.url}none`)).status).toBe(404);
    expect((await fetch(`${server.url}..%2f..%2fetc%2fpasswd`)).status).toBe(404);
    expect((await fetch(new URL("/a.pf_index", server.url))).status).toBe(404);
  });

  it("sends the part of a file that is asked for", async () => {
    const response = await fetch(`${server.url}a.pf_index`, { headers: { Range: "bytes=2-5" } });
    expect(response.status).toBe(206);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(packed.subarray(2, 6));
  });
});
