import { readFile, stat } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".opus": "audio/ogg",
};

/**
 * Serves a built site as a plain static host does: index.html for folders, 404.html for what is not there.
 * @param headers of every answer
 */
export async function serveSite(
  folder: string,
  base: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const inside = path.startsWith(base) ? path.slice(base.length) : "\0";
    let file = normalize(join(folder, inside));
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    try {
      if (!file.startsWith(folder)) throw new Error("outside");
      if ((await stat(file)).isDirectory()) file = join(file, "index.html");
      const content = await readFile(file);
      response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
      sendRange(content, request.headers.range, response);
    } catch {
      response.statusCode = 404;
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(await readFile(join(folder, "404.html")).catch(() => "Not found"));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Sends a file, or the part of it that was asked for: a browser seeks in a recording only where it gets parts. */
function sendRange(content: Buffer, range: string | undefined, response: ServerResponse): void {
  response.setHeader("Accept-Ranges", "bytes");
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
  const from = Number(asked?.[1]);
  const last = Math.min(content.length - 1, asked?.[2] ? Number(asked[2]) : content.length - 1);
  if (asked === null || from > last) {
    response.end(content);
    return;
  }
  response.statusCode = 206;
  response.setHeader("Content-Range", `bytes ${from}-${last}/${content.length}`);
  response.end(content.subarray(from, last + 1));
}
