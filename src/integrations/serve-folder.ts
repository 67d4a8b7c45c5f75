import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".json": "application/json",
};

/** Answers with the files of a folder under the base path, and hands on what is not there. For development only. */
export function serveFolder(folder: string, base: string) {
  return async (request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = normalize(join(folder, path.startsWith(base) ? path.slice(base.length) : path));
    if (!file.startsWith(folder)) return next();
    let content: Buffer;
    try {
      content = await readFile(file);
    } catch {
      return next();
    }
    response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
    response.setHeader("Cache-Control", "no-store");
    response.end(content);
  };
}
