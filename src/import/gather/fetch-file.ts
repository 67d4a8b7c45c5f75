import type { Fault } from "../../model/problem.ts";
import { FaultError } from "../../model/report.ts";

/** Within which bounds a file is fetched. */
export interface FetchLimits {
  /** Of the whole answer, redirects included. */
  readonly timeoutMs: number;
  readonly mostBytes: number;
  /** Whether hosts of this machine and of its network may be asked: those of a feed that is itself there. */
  readonly isLocalAllowed: boolean;
  /** True where a web page is what is wanted. */
  readonly mayBePage?: boolean;
}

interface FetchedFile {
  readonly bytes: Uint8Array;
  /** The address that answered, after redirects. */
  readonly url: string;
}

/** Chosen: hosts that count downloads lead on three or four times. */
const mostRedirects = 8;

/** Whether an address is of this machine or its network, as far as its name tells. */
export function isLocalAddress(address: string): boolean {
  const { hostname = "" } = URL.parse(address) ?? {};
  return (
    /^(?:localhost|.*\.(?:localhost|local|internal)|0\.0\.0\.0|127\..*|10\..*|192\.168\..*|169\.254\..*)$/i.test(
      hostname,
    ) ||
    /^172\.(?:1[6-9]|2\d|3[01])\./.test(hostname) ||
    /^\[(?:::1?|::ffff:.*|f[cd].*|fe[89ab].*)\]$/i.test(hostname)
  );
}

/** Fetches a file of http or https. Throws a FaultError that says why it cannot be had; nothing is tried twice. */
export async function fetchFile(address: string, limits: FetchLimits): Promise<FetchedFile> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    const { answer, url } = await follow(address, signal, limits);
    const type = answer.headers.get("content-type") ?? "";
    const bytes = await readBody(answer, address, limits.mostBytes).catch((error: unknown) => {
      // Undici says that a body broke off in many ways.
      if (error instanceof FaultError || signal.aborted) throw error;
      return fail({ kind: "fetched-in-part", values: { address } });
    });
    const isPage = /^(?:text\/html|application\/xhtml)/i.test(type) || beginsAsPage(bytes);
    if (isPage && limits.mayBePage !== true) fail({ kind: "fetched-page", values: { address } });
    return { bytes, url };
  } catch (error) {
    if (error instanceof FaultError) throw error;
    if (error instanceof DOMException && error.name === "TimeoutError")
      return fail({ kind: "published-silent", values: { address, seconds: limits.timeoutMs / 1000 } });
    return fail({ kind: "published-unreachable", values: { address, reason: nameReason(error) } });
  }
}

function fail(fault: Fault): never {
  throw new FaultError(fault);
}

/** The answer at the end of all redirects; each address is looked at before it is asked. */
async function follow(
  address: string,
  signal: AbortSignal,
  { isLocalAllowed }: FetchLimits,
): Promise<{ answer: Response; url: string }> {
  let url = address;
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const parsed = URL.parse(url);
    if (parsed === null || !/^https?:$/.test(parsed.protocol))
      fail({ kind: "fetched-not-web", values: { address: url } });
    if (!isLocalAllowed && isLocalAddress(url)) fail({ kind: "fetched-local", values: { address: url } });
    const answer = await fetch(parsed, { signal, redirect: "manual" });
    const location = answer.headers.get("location");
    if (answer.status >= 300 && answer.status < 400 && location !== null) {
      await answer.body?.cancel();
      url = URL.parse(location, url)?.href ?? location;
      continue;
    }
    if (answer.ok) return { answer, url };
    await answer.body?.cancel();
    fail({ kind: "published-refused", values: { address, status: answer.status } });
  }
  return fail({ kind: "fetched-in-circle", values: { address, most: mostRedirects } });
}

async function readBody(answer: Response, address: string, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > mostBytes)
      fail({ kind: "published-too-large", values: { address, megabytes: Math.round(mostBytes / 1e6) } });
  }
  return Buffer.concat(chunks);
}

function beginsAsPage(bytes: Uint8Array): boolean {
  return /^[\s\ufeff]*<(?:!doctype html|html[\s>])/i.test(new TextDecoder().decode(bytes.subarray(0, 300)));
}

function nameReason(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message ?? String(error);
}

/** Of a host that did not answer so often nothing more is asked; chosen. */
const mostSilences = 2;

/** Fetches the files that a feed names: their bytes, or why they are not to be had. */
export type Fetcher = (
  address: string,
  limits: Pick<FetchLimits, "mostBytes" | "mayBePage">,
) => Promise<Uint8Array | Fault>;

/** A fetcher that waits for a host which is away twice and not for each of its files. */
export function createFetcher(common: Pick<FetchLimits, "timeoutMs" | "isLocalAllowed">): Fetcher {
  const silences = new Map<string, number>();
  return async (address, limits) => {
    const { host = "" } = URL.parse(address) ?? {};
    if ((silences.get(host) ?? 0) >= mostSilences)
      return { kind: "fetched-host-away", values: { address, host } };
    try {
      return (await fetchFile(address, { ...common, ...limits })).bytes;
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      const { kind } = error.fault;
      if (kind === "published-silent" || kind === "published-unreachable" || kind === "fetched-in-part")
        silences.set(host, (silences.get(host) ?? 0) + 1);
      return error.fault;
    }
  };
}
