import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import type { ContentFile } from "../../../../src/archive/content/content-file.ts";
import { readPicture } from "../../../../src/archive/content/read-picture.ts";
import { copyMedia, writeCovers } from "../../../../src/archive/media/copy-media.ts";
import type { Archive, Episode, Show } from "../../../../src/model/archive.ts";
import { describeProblem } from "../../../../src/wording/problems/describe-problem.ts";

async function makeFolders(): Promise<{ content: string; outDir: string; lastDir: string }> {
  const folder = await mkdtemp(join(tmpdir(), "tingsuo-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const folders = {
    content: join(folder, "content"),
    outDir: join(folder, "out"),
    lastDir: join(folder, "last"),
  };
  for (const path of Object.values(folders)) await mkdir(path);
  return folders;
}

function at(root: string, name: string): ContentFile {
  return { path: join(root, name), name: join(root, name), root };
}

function drawCover(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background: { r: 190, g: 51, b: 33, alpha: 0.5 } } })
    .png()
    .toBuffer();
}

test("sends no phone an owner's 3,000 pixels: writes a cover square, 160 and 640 to a side", async () => {
  const { content, outDir, lastDir } = await makeFolders();
  const from = join(content, "cover.png");
  await writeFile(from, await drawCover(3000, 2000));
  await writeCovers([{ from: at(content, "cover.png"), to: "episodes/一/cover.png" }], { outDir, lastDir });
  const [small, large] = await Promise.all(
    ["cover-160.webp", "cover-640.jpg"].map((name) => sharp(join(outDir, "episodes/一", name)).metadata()),
  );
  expect(small).toMatchObject({ format: "webp", width: 160, height: 160 });
  expect(large).toMatchObject({ format: "jpeg", width: 640, height: 640 });
});

test("draws a picture that is smaller, or of lines, as large", async () => {
  const { content, outDir, lastDir } = await makeFolders();
  const from = join(content, "cover.svg");
  await writeFile(
    from,
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
  );
  await writeCovers([{ from: at(content, "cover.svg"), to: "cover.svg" }], { outDir, lastDir });
  expect(await sharp(join(outDir, "cover-640.jpg")).metadata()).toMatchObject({ width: 640, height: 640 });
});

test("takes from the last site what it made of the same file, and makes anew what was changed since", async () => {
  const { content, outDir, lastDir } = await makeFolders();
  const from = join(content, "cover.png");
  await writeFile(from, await drawCover(20, 20));
  for (const name of ["cover-160.webp", "cover-640.jpg"]) await writeFile(join(lastDir, name), "last");
  const cover = { from: at(content, "cover.png"), to: "cover.png" };
  await utimes(from, 1000, 1000);
  await writeCovers([cover], { outDir, lastDir });
  expect(await readFile(join(outDir, "cover-160.webp"), "utf8")).toBe("last");
  const later = Date.now() / 1000 + 60;
  await utimes(from, later, later);
  await writeCovers([cover], { outDir, lastDir });
  expect((await stat(join(outDir, "cover-640.jpg"))).size).toBeGreaterThan(100);
});

test("names every file that is no image, and says what to do", async () => {
  const { content, outDir, lastDir } = await makeFolders();
  const covers = ["one", "two"].map((name) => ({ from: at(content, `${name}.png`), to: `${name}.png` }));
  for (const { from } of covers) await writeFile(from.path, "no image");
  const problems = await writeCovers(covers, { outDir, lastDir });
  expect(problems.map((problem) => describeProblem(problem, "en"))).toEqual([
    expect.stringMatching(/one\.png: The cover cannot be read as an image .*Save it anew as JPEG or PNG\.$/),
    expect.stringMatching(/two\.png: The cover cannot be read as an image /),
  ]);
});

/** An archive of one episode, as far as its media go. */
function makeArchive(show: Partial<Show>, episode: Partial<Episode> = {}): Archive {
  return {
    show: { title: "小样", description: "测试", language: "zh-CN", author: "林晚", links: {}, ...show },
    episodes: [{ slug: "one", ...episode } as Episode],
    people: [],
    terms: [],
    named: { people: [], terms: [] },
    variants: [],
    moved: [],
  };
}

test("publishes pictures alone, drawn anew and under names of its own", async () => {
  const { content, outDir, lastDir } = await makeFolders();
  const script =
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
  await mkdir(join(content, "episodes/one"), { recursive: true });
  await writeFile(join(content, "og.svg"), script);
  await writeFile(join(content, "episodes/one/cover.svg"), script);
  const archive = makeArchive({ cover: "og.svg" }, { cover: "cover.svg" });
  expect(await copyMedia(archive, { contentDir: content, outDir, lastDir, publicDir: lastDir })).toEqual([]);
  const files = (await readdir(outDir, { recursive: true })).filter((name) => name.includes(".")).sort();
  expect(files).toEqual([
    "apple-touch-icon.png",
    "cover-160.webp",
    "cover-640.jpg",
    "cover-feed.jpg",
    ...["160.webp", "640.jpg"].map((size) => `episodes/one/cover-${size}`),
    "favicon.png",
    "icon-192.png",
    "icon-512.png",
  ]);
});

test("draws nothing that an SVG names beside it", async () => {
  const { content, outDir, lastDir } = await makeFolders();
  await writeFile(join(content, "red.png"), await drawCover(9, 9));
  const link = '<image href="red.png" width="9" height="9"/>';
  await writeFile(
    join(content, "cover.svg"),
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${link}</svg>`,
  );
  await writeCovers([{ from: at(content, "cover.svg"), to: "cover.svg" }], { outDir, lastDir });
  const { dominant } = await sharp(join(outDir, "cover-640.jpg")).stats();
  expect(dominant).toEqual({ r: 248, g: 248, b: 248 });
});

test.each(["audio", "cover"] as const)("follows no link of %s out of the content folder", async (kind) => {
  const { content, outDir, lastDir } = await makeFolders();
  await mkdir(join(content, "episodes/one"), { recursive: true });
  await writeFile(join(content, "../secret"), await drawCover(9, 9));
  const name = kind === "audio" ? "a.mp3" : "cover.png";
  await symlink(join(content, "../secret"), join(content, "episodes/one", name));
  const media = kind === "audio" ? { audio: { url: "/episodes/one/a.mp3", file: name } } : { cover: name };
  const problems = await copyMedia(makeArchive({}, media), {
    contentDir: content,
    outDir,
    lastDir,
    publicDir: lastDir,
  });
  expect(problems.map((problem) => problem.kind)).toEqual(["file-outside-content"]);
  expect(await readdir(outDir, { recursive: true })).not.toContainEqual(expect.stringContaining("one/"));
});

test("gives up a drawing that would take hours", async () => {
  const { content } = await makeFolders();
  const clouds = '<feTurbulence baseFrequency="0.05" numOctaves="999"/>'.repeat(9999);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640"><filter id="a">${clouds}</filter><rect width="640" height="640" filter="url(#a)"/></svg>`;
  await writeFile(join(content, "cover.svg"), svg);
  expect(await readPicture(at(content, "cover.svg"), 1)).toEqual({
    kind: "cover-unreadable",
    values: { reason: "SVG: > 1 s" },
  });
});
