import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { writeCovers } from "../../../../src/archive/media/copy-media.ts";
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

function drawCover(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background: { r: 190, g: 51, b: 33, alpha: 0.5 } } })
    .png()
    .toBuffer();
}

test("sends no phone an owner's 3,000 pixels: writes a cover square, 160 and 640 to a side", async () => {
  const { content, outDir, lastDir } = await makeFolders();
  const from = join(content, "cover.png");
  await writeFile(from, await drawCover(3000, 2000));
  await writeCovers([{ from, to: "episodes/一/cover.png" }], { outDir, lastDir });
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
  await writeCovers([{ from, to: "cover.svg" }], { outDir, lastDir });
  expect(await sharp(join(outDir, "cover-640.jpg")).metadata()).toMatchObject({ width: 640, height: 640 });
});

test("takes from the last site what it made of the same file, and makes anew what was changed since", async () => {
  const { content, outDir, lastDir } = await makeFolders();
  const from = join(content, "cover.png");
  await writeFile(from, await drawCover(20, 20));
  for (const name of ["cover-160.webp", "cover-640.jpg"]) await writeFile(join(lastDir, name), "last");
  const cover = { from, to: "cover.png" };
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
  const covers = ["one", "two"].map((name) => ({ from: join(content, `${name}.png`), to: `${name}.png` }));
  for (const { from } of covers) await writeFile(from, "no image");
  const problems = await writeCovers(covers, { outDir, lastDir });
  expect(problems.map((problem) => describeProblem(problem, "en"))).toEqual([
    expect.stringMatching(/one\.png: The cover cannot be read as an image .*Save it anew as JPEG or PNG\.$/),
    expect.stringMatching(/two\.png: The cover cannot be read as an image /),
  ]);
});
