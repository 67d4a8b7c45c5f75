import { readFile } from "node:fs/promises";
import { resolve, sep } from "node:path";
import type { z } from "zod";
import { fetchFile, isLocalAddress } from "../../import/gather/fetch-file.ts";
import { FaultError } from "../../model/report.ts";
import { decodePercent } from "../../text/decode-percent.ts";
import { agentFaults } from "../../wording/commands/agent-words.ts";
import { wordFault } from "../../wording/problems/describe-problem.ts";

/** Where a site stands. */
export interface SitePlace {
  /** Its address, with a slash at its end; of a folder the one that the site says it has. */
  readonly root: string;
  /** Its files are here, and nothing of it is fetched. */
  readonly folder?: string;
}

/** Why a question has no answer, in a sentence for whoever asked. */
export class AgentError extends Error {
  override readonly name = "AgentError";
}

/** Of one file; the longest transcripts have some megabytes. Chosen. */
const mostBytes = 64_000_000;
const timeoutMs = 20_000;

/** A site's files, wherever they stand. */
export class PublishedSite {
  readonly root: URL;
  readonly #folder: string | undefined;

  constructor({ root, folder }: SitePlace) {
    this.root = new URL(root);
    this.#folder = folder === undefined ? undefined : resolve(folder);
  }

  /**
   * As `fetch` does for a browser on a page of the site: GET alone, 20 seconds and 64 MB a file. Rejects with an
   * AgentError where there is no answer.
   */
  readonly fetch = async (address: string): Promise<Response> => {
    const url = new URL(address, this.root);
    if (this.#folder !== undefined && url.href.startsWith(this.root.href)) {
      const file = this.#locate(url);
      const bytes = file === undefined ? undefined : await readFile(file).catch(() => undefined);
      return bytes === undefined ? new Response(null, { status: 404 }) : new Response(bytes);
    }
    const isLocalAllowed = isLocalAddress(this.root.href);
    try {
      const { bytes } = await fetchFile(url.href, { timeoutMs, mostBytes, isLocalAllowed });
      return new Response(bytes as Uint8Array<ArrayBuffer>);
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      const { status } = error.fault.values as { readonly status?: number };
      if (error.fault.kind === "published-refused") return new Response(null, { status: status ?? 500 });
      throw new AgentError(wordFault(error.fault).en);
    }
  };

  /**
   * A JSON file of the site, by its path below the root: undefined where there is none. Rejects with an AgentError where
   * it does not come or is something else.
   */
  async load<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema> | undefined> {
    const url = new URL(path, this.root);
    const answer = await this.fetch(url.href);
    if (answer.status === 404 || answer.status === 410) return undefined;
    const name = this.#locate(url) ?? url.href;
    const value: unknown = answer.ok ? await answer.json().catch(() => undefined) : undefined;
    const read = schema.safeParse(value);
    if (!read.success) throw new AgentError(agentFaults.fileUnreadable(name));
    return read.data;
  }

  /** A file's name as whoever runs the site knows it. */
  nameFile(path: string): string {
    const url = new URL(path, this.root);
    return this.#locate(url) ?? url.href;
  }

  /** The file of an address below the root; undefined where the site has no folder, or it would lie outside. */
  #locate(url: URL): string | undefined {
    if (this.#folder === undefined) return undefined;
    const path = decodePercent(url.pathname.slice(this.root.pathname.length));
    const file = resolve(this.#folder, path);
    return file.startsWith(this.#folder + sep) && !path.includes("\0") ? file : undefined;
  }
}
