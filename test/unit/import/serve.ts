import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What a path answers: a text or bytes, or what a function does. */
type Answer = string | Uint8Array | ((request: IncomingMessage, response: ServerResponse) => void);

/** Serves paths on this machine until the test ends; any other is 404. `asked` has the paths in their order. */
export async function serve(
  answers: (origin: string) => Readonly<Record<string, Answer>>,
): Promise<{ readonly origin: string; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  let found: Readonly<Record<string, Answer>> = {};
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const answer = found[path];
    if (typeof answer === "function") answer(request, response);
    else {
      response.writeHead(answer === undefined ? 404 : 200, { "content-type": nameType(path) });
      response.end(answer ?? "not here");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  found = answers(origin);
  return { origin, asked };
}

function nameType(path: string): string {
  if (path.endsWith(".html")) return "text/html; charset=utf-8";
  return path.endsWith(".xml") ? "application/rss+xml" : "application/octet-stream";
}

const head =
  '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">';
const channel =
  "<title>小样</title><link>https://example.org/</link><language>zh-cn</language><itunes:author>林晚</itunes:author><description>测试</description>";

/** A feed of these items. */
export function writeFeed(items: readonly string[], extra = ""): string {
  return `${head}<channel>${channel}${extra}${items.join("\n")}</channel></rss>\n`;
}

export function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

/** The n-th item: its number, date (a day of 2025), guid, audio and what else is given. */
export function writeItem(
  n: number,
  { title = `聊聊第${n}件事`, extra = "", date = true, guid = `guid-${n}` } = {},
): string {
  const day = new Date(Date.UTC(2025, 0, n, 8)).toUTCString();
  return `<item><title>${escapeXml(title)}</title><guid isPermaLink="false">${guid}</guid>${date ? `<pubDate>${day}</pubDate>` : ""}<itunes:episode>${n}</itunes:episode><itunes:duration>${60 + n}</itunes:duration><enclosure url="https://cdn.example.org/a${n}.mp3" length="${1000 + n}" type="audio/mpeg"/>${extra}</item>`;
}
