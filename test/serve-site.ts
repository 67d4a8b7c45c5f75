import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import sirv from "sirv";

export interface ServeOptions {
  /** Path of the site's address, with a slash at both ends. */
  readonly base?: string;
  /** Of every answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends what the site's `_headers` says, as some hosts do. */
  readonly readsHeaders?: boolean;
  /** Sends texts as gzip. */
  readonly isPacked?: boolean;
}

/** One answer as it went over the wire. */
export interface SentFile {
  /** Decoded path, without the query. */
  readonly path: string;
  /** Status line, headers and body. */
  readonly bytes: number;
}

export interface SiteServer {
  /** Of the site: with its base path, and a slash at its end. */
  readonly url: string;
  /** Everything sent since the last call. */
  takeSent(): SentFile[];
  /** Cuts the network, or no longer: what is asked meanwhile is never answered. */
  cut(isCut: boolean): void;
  /** Milliseconds since the last answer ended; 0 while one is under way. */
  getQuietMs(): number;
  close(): Promise<void>;
}

/**
 * Serves a built site as a plain static host does: index.html for folders, 404.html for what is not there, parts of
 * files, ten minutes in the browser's cache.
 */
export async function serveSite(
  folder: string,
  { base = "/", headers = {}, readsHeaders = false, isPacked = false }: ServeOptions = {},
): Promise<SiteServer> {
  let sent: SentFile[] = [];
  let underWay = 0;
  let isCut = false;
  let lastEnd = performance.now();
  const packed = new Map<string, Buffer>();
  const findHeaders = readHeaderRules(readsHeaders ? await readFile(join(folder, "_headers"), "utf8") : "");
  // Looked up at each request, as a site may be built anew while it is served.
  const sendFile = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    const { url: address = "/", socket } = request;
    if (isCut) return void socket.destroy();
    const { pathname } = new URL(address, "http://localhost");
    const path = decodeURI(pathname);
    const before = socket.bytesWritten;
    underWay += 1;
    response.once("finish", () => sent.push({ path, bytes: socket.bytesWritten - before }));
    // Not at its end: a browser may give a request up before it is answered.
    response.once("close", () => {
      underWay -= 1;
      lastEnd = performance.now();
    });
    const all = { "Cache-Control": "max-age=600", ...headers, ...findHeaders(pathname) };
    for (const [name, value] of Object.entries(all)) response.setHeader(name, value);
    if (isPacked) packTexts(response, path, packed);
    if (!path.startsWith(base)) return void sendNotFound(folder, response);
    request.url = address.slice(encodeURI(base).length - 1);
    sendFile(request, response, () => sendNotFound(folder, response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    takeSent() {
      const all = sent;
      sent = [];
      return all;
    },
    cut(next) {
      isCut = next;
      if (isCut) server.closeAllConnections();
    },
    getQuietMs: () => (underWay > 0 ? 0 : performance.now() - lastEnd),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Reads a `_headers` as Cloudflare and Netlify do: gives the headers of a path (not decoded), and joins what several
 * rules say of one.
 */
export function readHeaderRules(text: string): (path: string) => Record<string, string> {
  const rules = text
    .trim()
    .split(/\n\n+/)
    .map((rule) => {
      const [pattern = "", ...lines] = rule.split("\n");
      const form = pattern
        .replace(/[.+?()]/g, "\\$&")
        .replace(/\*/g, ".*")
        .replace(/:\w+/g, "[^/]+");
      return { form: new RegExp(`^${form}$`), headers: lines.map((line) => line.trim().split(/: (.*)/)) };
    });
  return (path) => {
    const found: Record<string, string> = {};
    for (const { form, headers } of rules)
      if (form.test(path))
        for (const [name = "", value = ""] of headers)
          found[name] = name in found ? `${found[name]}, ${value}` : value;
    return found;
  };
}

async function sendNotFound(folder: string, response: ServerResponse): Promise<void> {
  const page = join(folder, "404.html");
  const body = existsSync(page) ? await readFile(page) : "Not found.";
  response.writeHead(404, { "Content-Type": "text/html;charset=utf-8" });
  response.end(body);
}

/**
 * Has a response collect a text and send it as gzip. Each is packed once, as by a host that keeps its files packed:
 * what is timed is the site.
 */
function packTexts(response: ServerResponse, path: string, packed: Map<string, Buffer>): void {
  const writeHead = response.writeHead.bind(response);
  const end = response.end.bind(response);
  const collect = (status: number, headers: OutgoingHttpHeaders): ServerResponse => {
    if (!/^text\/|json|xml/.test(String(headers["Content-Type"]))) return writeHead(status, headers);
    const chunks: Buffer[] = [];
    const finish = (last?: string | Buffer): ServerResponse => {
      if (last !== undefined) chunks.push(Buffer.from(last));
      const body = packed.get(path) ?? gzipSync(Buffer.concat(chunks));
      packed.set(path, body);
      writeHead(status, { ...headers, "Content-Encoding": "gzip", "Content-Length": body.length });
      return end(body);
    };
    return Object.assign(response, { write: (chunk: Buffer) => chunks.push(chunk), end: finish });
  };
  Object.assign(response, { writeHead: collect });
}
