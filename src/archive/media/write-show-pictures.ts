import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Sharp } from "sharp";
import type { Show } from "../../model/archive.ts";
import { isFault } from "../../model/problem.ts";
import { FEED_COVER, feedCoverSides, iconFiles, SHARED_PICTURE } from "../../model/site-address.ts";
import { chooseAccents } from "../colour/choose-accent.ts";
import { readPicture } from "../content/read-picture.ts";

/** `--accent` of tokens.css, as hex. */
const ourAccent = "#be3122";
/** As the pages that show them take pictures of links: 1.91 to 1 (Open Graph, in practice). */
const shared = { width: 1200, height: 630 } as const;

/** Where they come from and go to, and where the owner's own of the same names would lie. */
interface PictureFolders {
  readonly contentDir: string;
  readonly outDir: string;
  readonly publicDir: string;
}

/**
 * Writes the icons of the site, made of the show's cover, else of strokes in the show's colour; and, for a show without
 * a cover, the picture that a shared link shows. A picture of that name in `publicDir` is the owner's, and stays.
 */
export async function writeShowPictures(
  show: Show,
  { contentDir, outDir, publicDir }: PictureFolders,
): Promise<void> {
  const isOurs = (name: string) => !existsSync(join(publicDir, name));
  const icons = Object.entries(iconFiles).filter(([name]) => isOurs(name));
  const cover = await readCover(show, contentDir);
  for (const [name, size] of icons) {
    const picture = cover?.clone().rotate() ?? (await drawStrokes(show, { width: size, height: size }, 5));
    await picture
      .resize(size, size, { fit: "cover" })
      .flatten({ background: "#fff" })
      .png({ compressionLevel: 9 })
      .toFile(join(outDir, name));
  }
  if (isOurs(FEED_COVER)) await writeFeedCover(show, cover, join(outDir, FEED_COVER));
  if (show.cover !== undefined || !isOurs(SHARED_PICTURE)) return;
  const picture = await drawStrokes(show, shared, 31);
  await picture.png({ compressionLevel: 9, palette: true }).toFile(join(outDir, SHARED_PICTURE));
}

/** The show's picture in its feeds, where its cover is a file of the content folder, or there is none. */
async function writeFeedCover(show: Show, cover: Sharp | undefined, path: string): Promise<void> {
  if (cover === undefined && show.cover !== undefined) return;
  const { least, most } = feedCoverSides;
  const { width, height } = (await cover?.metadata()) ?? { width: least, height: least };
  const side = Math.max(least, Math.min(width, height, most));
  const picture = cover?.clone().rotate() ?? (await drawStrokes(show, { width: side, height: side }, 11));
  await picture
    .resize(side, side, { fit: "cover" })
    .flatten({ background: "#fff" })
    .jpeg({ quality: 82, mozjpeg: true })
    .toFile(path);
}

/** The show's cover, where it lies in the content folder and can be drawn: what is wrong with it is told elsewhere. */
async function readCover({ cover }: Show, contentDir: string): Promise<Sharp | undefined> {
  if (cover === undefined || /^(?:https?:|\/)/.test(cover)) return undefined;
  const picture = await readPicture({ path: join(contentDir, cover), name: cover, root: contentDir });
  if (picture === undefined || isFault(picture)) return undefined;
  return await picture.stats().then(
    () => picture,
    () => undefined,
  );
}

/** The mark of the site on the show's colour: strokes of as many heights as the show's title makes, one of them lit. */
async function drawStrokes(
  { title, accent = { light: ourAccent } }: Show,
  { width, height }: { readonly width: number; readonly height: number },
  count: number,
): Promise<Sharp> {
  const [{ used: ground } = { used: ourAccent }] = chooseAccents(accent);
  const seed = createHash("sha256").update(title).digest();
  const lit = Math.floor(count / 2);
  const step = (width * 0.8) / count;
  const strokes = Array.from({ length: count }, (_, index) => {
    const isLit = index === lit;
    const share = isLit ? 0.72 : 0.16 + (0.36 * (seed[index % seed.length] ?? 0)) / 255;
    const x = width * 0.1 + step * (index + 0.5);
    const half = (height * share) / 2;
    return `<path opacity="${isLit ? 1 : 0.55}" d="M${x} ${height / 2 - half}V${height / 2 + half}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path fill="${ground}" d="M0 0h${width}v${height}H0z"/><g stroke="#fff" stroke-width="${step * 0.42}">${strokes.join("")}</g></svg>`;
  const { default: sharp } = await import("sharp");
  return sharp(Buffer.from(svg));
}
