import { createReadStream, existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import { gzipSync } from "node:zlib";

/** One answer as it went over the wire. */
export interface SentFile {
  /** Decoded path, without the query. */
  readonly path: string;
  /** Status line, headers and body. */
  readonly bytes: number;
}

export interface SiteServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Everything sent since the last call. */
  takeSent(): SentFile[];
  /** Milliseconds since the last answer ended; 0 while one is under way. */
  getQuietMs(): number;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * Serves a built site as a plain static host does: gzip for texts, everything else as it lies there (Pagefind's
 * files are packed already), ten minutes in the browser's cache.
 */
export async function serveSite(folder: string): Promise<SiteServer> {
  let sent: SentFile[] = [];
  let underWay = 0;
  let lastEnd = performance.now();
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    underWay += 1;
    // Listened for from the beginning: a browser may give a request up before it is answered.
    response.once("close", () => {
      underWay -= 1;
      lastEnd = performance.now();
    });
    answer(folder, path, packed, response)
      .then((bytes) => sent.push({ path, bytes }))
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeSent() {
      const all = sent;
      sent = [];
      return all;
    },
    getQuietMs: () => (underWay > 0 ? 0 : performance.now() - lastEnd),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers one request and tells the bytes of it. */
async function answer(
  folder: string,
  path: string,
  packed: Map<string, Buffer>,
  response: ServerResponse,
): Promise<number> {
  const wanted = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  const isFile = wanted.startsWith(folder + sep) && existsSync(wanted) && (await stat(wanted)).isFile();
  const notFound = join(folder, "404.html");
  const file = isFile ? wanted : existsSync(notFound) ? notFound : undefined;
  response.statusCode = isFile ? 200 : 404;
  response.setHeader("Cache-Control", "max-age=600");
  if (file === undefined) return end(response, Buffer.from("Not found."));
  const type = types[extname(file)];
  response.setHeader("Content-Type", type ?? "application/octet-stream");
  if (type === undefined) return stream(response, file);
  response.setHeader("Content-Encoding", "gzip");
  const body = packed.get(file) ?? gzipSync(await readFile(file));
  packed.set(file, body);
  return end(response, body);
}

function end(response: ServerResponse, body: Buffer): number {
  response.setHeader("Content-Length", body.length);
  response.end(body);
  return countHead(response) + body.length;
}

async function stream(response: ServerResponse, file: string): Promise<number> {
  const { size } = await stat(file);
  response.setHeader("Content-Length", size);
  createReadStream(file)
    .on("error", (error) => response.destroy(error))
    .pipe(response);
  return countHead(response) + size;
}

/** Bytes of the status line and the headers, as HTTP/1.1 writes them (Date, Connection and Keep-Alive about). */
function countHead(response: ServerResponse): number {
  const own = Object.entries(response.getHeaders()).reduce(
    (sum, [name, value]) => sum + name.length + String(value).length + 4,
    0,
  );
  return own + 15 + 95;
}
