import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { writeShowPictures } from "../../../../src/archive/media/write-show-pictures.ts";
import type { Show } from "../../../../src/model/archive.ts";
import { iconFiles } from "../../../../src/model/site-address.ts";

const show: Show = { title: "小样", description: "测试", language: "zh-CN", author: "林晚", links: {} };

async function makeFolders() {
  const folder = await mkdtemp(join(tmpdir(), "tingsuo-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const folders = {
    contentDir: join(folder, "content"),
    outDir: join(folder, "out"),
    publicDir: join(folder, "public"),
  };
  for (const path of Object.values(folders)) await mkdir(path);
  return folders;
}

/** The colour at the edge of a picture, as hex. */
async function readGround(path: string): Promise<string> {
  const pixel = await sharp(path)
    .extract({ left: 0, top: 0, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer();
  return `#${pixel.toString("hex")}`;
}

test("makes the icons of the show's cover, and then no picture without words", async () => {
  const folders = await makeFolders();
  const cover = sharp({ create: { width: 300, height: 200, channels: 3, background: "#0b4f6c" } });
  await writeFile(join(folders.contentDir, "cover.png"), await cover.png().toBuffer());
  await writeShowPictures({ ...show, cover: "cover.png" }, folders);
  expect((await readdir(folders.outDir)).sort()).toEqual(
    ["cover-feed.jpg", ...Object.keys(iconFiles)].sort(),
  );
  for (const [name, size] of Object.entries(iconFiles)) {
    expect(await sharp(join(folders.outDir, name)).metadata()).toMatchObject({ width: size, height: size });
    expect(await readGround(join(folders.outDir, name))).toBe("#0b4f6c");
  }
});

test("draws icons and the shared picture in the show's colour where it has no cover", async () => {
  const folders = await makeFolders();
  await writeShowPictures({ ...show, accent: { light: "#1d4ed8" } }, folders);
  expect(await readGround(join(folders.outDir, "favicon.png"))).toBe("#1d4ed8");
  expect(await readGround(join(folders.outDir, "og.png"))).toBe("#1d4ed8");
  const { width, height, size } = await sharp(await readFile(join(folders.outDir, "og.png"))).metadata();
  expect([width, height]).toEqual([1200, 630]);
  expect(size).toBeLessThan(50_000);
});

test.each(["missing.png", "broken.png", "https://example.org/a.png"])(
  "draws the icons where the cover is %s",
  async (cover) => {
    const folders = await makeFolders();
    await writeFile(join(folders.contentDir, "broken.png"), "no picture");
    await writeShowPictures({ ...show, cover }, folders);
    expect(await readGround(join(folders.outDir, "favicon.png"))).toBe("#be3122");
  },
);

test("leaves the place of a picture that the owner put into public/", async () => {
  const folders = await makeFolders();
  for (const name of ["favicon.png", "og.png"]) await writeFile(join(folders.publicDir, name), "own");
  await writeShowPictures(show, folders);
  expect((await readdir(folders.outDir)).sort()).toEqual([
    "apple-touch-icon.png",
    "cover-feed.jpg",
    "icon-192.png",
    "icon-512.png",
  ]);
});

test.each([
  [200, 1400],
  [2000, 2000],
  [3400, 3000],
])("makes the picture of the feeds as Apple takes it: %i pixels become %i", async (given, side) => {
  const folders = await makeFolders();
  const cover = sharp({ create: { width: given + 100, height: given, channels: 3, background: "#0b4f6c" } });
  await writeFile(join(folders.contentDir, "cover.png"), await cover.png().toBuffer());
  await writeShowPictures({ ...show, cover: "cover.png" }, folders);
  const { width, height, format } = await sharp(join(folders.outDir, "cover-feed.jpg")).metadata();
  expect([width, height, format]).toEqual([side, side, "jpeg"]);
});

test("draws the picture of the feeds where the show has no cover, and none for a cover at an address", async () => {
  const folders = await makeFolders();
  await writeShowPictures(show, folders);
  const { width, height } = await sharp(join(folders.outDir, "cover-feed.jpg")).metadata();
  expect([width, height]).toEqual([1400, 1400]);
  const others = await makeFolders();
  await writeShowPictures({ ...show, cover: "https://example.org/a.png" }, others);
  expect(await readdir(others.outDir)).not.toContain("cover-feed.jpg");
});
