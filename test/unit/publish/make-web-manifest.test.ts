import { expect, it } from "vitest";
import type { Show } from "../../../src/model/archive.ts";
import { makeWebManifest } from "../../../src/publish/make-web-manifest.ts";

it("has what an app needs to be installed, below the base path", () => {
  const show = { title: "夜谈", description: "夜里谈的话", language: "zh-CN" } as Show;
  const manifest = JSON.parse(makeWebManifest(show, "/播客/"));
  const base = "/%E6%92%AD%E5%AE%A2/";
  expect(manifest).toMatchObject({ name: "夜谈", lang: "zh-CN", display: "standalone" });
  expect([manifest.id, manifest.start_url, manifest.scope]).toEqual([base, base, base]);
  expect(
    manifest.icons.map(({ src, sizes, purpose }: Record<string, string>) => [src, sizes, purpose]),
  ).toEqual([
    [`${base}icon-192.png`, "192x192", "any"],
    [`${base}icon-512.png`, "512x512", "any"],
    [`${base}icon-512.png`, "512x512", "maskable"],
  ]);
});
