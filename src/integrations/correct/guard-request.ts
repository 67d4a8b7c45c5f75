import type { IncomingMessage } from "node:http";

/** Bytes of the largest request: a passage and what was meant. Chosen. */
const LARGEST = 100_000;

/** What the guard looks at. */
export type Guarded = Pick<IncomingMessage, "method" | "headers"> & {
  readonly socket: { readonly remoteAddress?: string | undefined };
};

/**
 * The HTTP status with which a request is refused that does not come from a page of this server, in a browser on this
 * machine; undefined where it does. A page of another site can send requests here (its Origin tells), let its own name
 * point here (the Host tells), and somebody else's browser can come through a tunnel (a proxy says so).
 */
export function guardRequest({ method, headers, socket }: Guarded): number | undefined {
  if (!isLoopback(socket.remoteAddress) || !isLocalHost(headers.host)) return 403;
  if (["forwarded", "x-forwarded-for", "x-forwarded-host", "via"].some((name) => name in headers)) return 403;
  if (method !== "POST") return 405;
  const { origin, host } = headers;
  if (origin !== `http://${host}` && origin !== `https://${host}`) return 403;
  if ((headers["sec-fetch-site"] ?? "same-origin") !== "same-origin") return 403;
  if (!/^application\/json(?:\s*;.*)?$/i.test(headers["content-type"] ?? "")) return 415;
  return Number(headers["content-length"] ?? 0) > LARGEST ? 413 : undefined;
}

function isLoopback(address: string | undefined): boolean {
  return /^(?:::1|(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/i.test(address ?? "");
}

function isLocalHost(host: string | undefined): boolean {
  return /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i.test(host ?? "");
}

/** Reads a request's JSON; undefined where it is none, or longer than is taken. */
export async function readJsonBody(request: AsyncIterable<Uint8Array>): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > LARGEST) return undefined;
    parts.push(part);
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts)));
  } catch {
    return undefined;
  }
}
