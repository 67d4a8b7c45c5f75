import { spawn } from "node:child_process";
import type { Sharp, SharpOptions } from "sharp";
import { type Fault, isFault } from "../../model/problem.ts";
import { coverSizes } from "../../model/site-address.ts";
import { type ContentFile, readContentBytes } from "./content-file.ts";

/** Of the largest picture that is read 100 million pixels: a photograph of 12,000 by 8,000 (chosen). */
const options: SharpOptions = { failOn: "error", limitInputPixels: 100_000_000 };

/** Seconds after which a drawing is given up (chosen). */
const longestSeconds = 20;

/**
 * A picture of the content folder, to be resized. Undefined where there is no such file, a fault where it is none that
 * is read. Given to the library as bytes: beside a path it would read what an SVG names. An SVG comes drawn.
 */
export async function readPicture(
  file: ContentFile,
  seconds = longestSeconds,
): Promise<Sharp | Fault | undefined> {
  const { bytes, problems } = await readContentBytes(file);
  if (bytes === undefined) return problems[0];
  // Only archives with covers need it, and it takes a moment to load.
  const { default: sharp } = await import("sharp");
  try {
    const { format } = await sharp(bytes, options).metadata();
    return sharp(format === "svg" ? await drawSvg(bytes, seconds) : bytes, options);
  } catch (error) {
    return explainPictureError(error);
  }
}

const drawing = `
import sharp from "sharp";
const parts = [];
for await (const part of process.stdin) parts.push(part);
const { size, ...options } = JSON.parse(process.argv[1]);
const picture = sharp(Buffer.concat(parts), options).resize(size, size, { fit: "cover" }).png();
await picture.toBuffer().then(
  (bytes) => process.stdout.write(bytes),
  (error) => {
    process.stderr.write(error.message);
    process.exitCode = 1;
  },
);`;

/**
 * An SVG as a PNG of the size that pages show. In a process of its own, which can be ended: a few lines of filters take
 * the library hours, and nothing else stops it.
 */
function drawSvg(bytes: Uint8Array, seconds: number): Promise<Buffer> {
  const settings = JSON.stringify({ ...options, size: coverSizes.large });
  const child = spawn(process.execPath, ["--input-type=module", "--eval", drawing, settings], {
    timeout: seconds * 1000,
    killSignal: "SIGKILL",
  });
  const [drawn, told]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (part: Buffer) => drawn.push(part));
  child.stderr.on("data", (part: Buffer) => told.push(part));
  // A process that has ended takes no more of it; how it ended is told below.
  child.stdin.on("error", () => undefined);
  child.stdin.end(bytes);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) => {
      if (status === 0) resolve(Buffer.concat(drawn));
      else reject(new Error(signal === null ? Buffer.concat(told).toString() : `SVG: > ${seconds} s`));
    });
  });
}

/** Why a file is no picture that a build can draw; undefined where it is one, or where there is no such file. */
export async function checkPicture(file: ContentFile): Promise<Fault | undefined> {
  const picture = await readPicture(file);
  if (picture === undefined || isFault(picture)) return picture;
  try {
    await picture.resize(coverSizes.large).raw().toBuffer();
    return undefined;
  } catch (error) {
    return explainPictureError(error);
  }
}

/** A sentence of the picture library as a fault. */
export function explainPictureError(error: unknown): Fault {
  const [reason = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return { kind: "cover-unreadable", values: { reason: reason.slice(0, 200) } };
}
