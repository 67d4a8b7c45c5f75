import { createHash } from "node:crypto";
import { isAbsolute, join, normalize, resolve } from "node:path";
import type { Fault } from "../model/problem.ts";
import { FaultError } from "../model/report.ts";
import { readMoment } from "../model/schema/read-date.ts";

/** A folder with a part of the archive that was built apart from it. */
export interface PartSource {
  readonly folder: string;
  /** Where a browser finds that folder, with a slash at its end; absent where the site takes a copy. */
  readonly address?: string;
}

/** Where an archive is read from and written to. Every setting has a default, so nothing has to be set. */
export interface ArchiveEnvironment {
  /** `ARCHIVE_CONTENT` as given, without a slash at its end; else `content`. Problems name files by it. */
  readonly contentDir: string;
  /** `ARCHIVE_OUT`, else `dist`. */
  readonly outDir: string;
  /** `ARCHIVE_CACHE`, else `.tingsuo/cache`: what a build keeps for the next one. */
  readonly cacheDir: string;
  /** `ARCHIVE_PARTS`: a folder a line, or `<folder>=<address>`. */
  readonly parts: readonly PartSource[];
  /** `ARCHIVE_NOW`, in milliseconds since 1970: the one clock of a build; absent where the machine's is taken. */
  readonly now?: number;
  /** `ARCHIVE_SITE`: the origin, without a slash at its end (`https://example.org`); absent where unset. */
  readonly site?: string;
  /** `ARCHIVE_LANG`: the language in which the owner is told things; absent where the show's is taken. */
  readonly language?: (typeof toldLanguages)[number];
  /** `ARCHIVE_BASE`: begins and ends with a slash, percent-encoded; `/` where unset. */
  readonly base: string;
}

/** The languages in which an owner can be told things. */
export const toldLanguages = ["zh", "en"] as const;

function refuse(fault: Fault): never {
  throw new FaultError(fault);
}

function readFolder(name: string, value: string | undefined, fallback: string): string {
  const given = value?.trim();
  if (given === undefined || given === "") return fallback;
  if (given.includes("\0")) refuse({ kind: "folder-with-null-byte", values: { name } });
  return given.length > 1 ? given.replace(/(?<=[^/\\])[/\\]+$/, "") : given;
}

function readSite(value: string | undefined): string | undefined {
  const given = value?.trim();
  if (given === undefined || given === "") return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    refuse({ kind: "site-without-address", values: { given } });
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "")
    refuse({ kind: "site-with-path", values: { given, origin: url.origin } });
  return url.origin;
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURI(path).normalize("NFC");
  } catch {
    return undefined;
  }
}

/** What no server, host or tool reads as anything but a name. */
const basePart = /^(?!\.\.$)[\p{L}\p{M}\p{N}._~+@-]+$/u;

function readBase(value: string | undefined): string {
  const given = value?.trim();
  if (given === undefined || given === "") return "/";
  const parts = decodePath(given)
    ?.split("/")
    .filter((part) => part !== "" && part !== ".");
  if (parts === undefined || !parts.every((part) => basePart.test(part)))
    refuse({ kind: "base-without-path", values: { given } });
  return parts.length === 0 ? "/" : encodeURI(`/${parts.join("/")}/`);
}

function readLanguage(value: string | undefined): ArchiveEnvironment["language"] {
  const given = value?.trim();
  if (given === undefined || given === "") return undefined;
  const language = toldLanguages.find((known) => known === given);
  return language ?? refuse({ kind: "language-not-spoken", values: { name: "ARCHIVE_LANG", given } });
}

function readNow(value: string | undefined): number | undefined {
  const given = value?.trim();
  if (given === undefined || given === "") return undefined;
  return readMoment(given) ?? refuse({ kind: "now-invalid", values: { given } });
}

function readParts(value: string | undefined): PartSource[] {
  const lines = value?.split("\n").map((line) => line.trim()) ?? [];
  return lines.filter((line) => line !== "").map(readPart);
}

function readPart(given: string): PartSource {
  const [, folder, address] = /^(.+?)=((?:[a-z][a-z0-9+.-]*:)?\/.*)$/i.exec(given) ?? [];
  if (folder === undefined || address === undefined)
    return { folder: readFolder("ARCHIVE_PARTS", given, ".") };
  const url = URL.canParse(address, "http://localhost") ? new URL(address, "http://localhost") : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== "" || url.hash !== "")
    refuse({ kind: "part-address-invalid", values: { given } });
  return { folder, address: address.replace(/\/*$/, "/") };
}

/** Reads the `ARCHIVE_*` settings. Throws a FaultError at the first that cannot be used. */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>> = process.env,
): ArchiveEnvironment {
  const contentDir = readFolder("ARCHIVE_CONTENT", env["ARCHIVE_CONTENT"], "content");
  const outDir = readFolder("ARCHIVE_OUT", env["ARCHIVE_OUT"], "dist");
  if (normalize(contentDir) === normalize(outDir) || (!isAbsolute(outDir) && normalize(outDir) === "."))
    refuse({ kind: "out-folder-taken", values: { folder: outDir } });
  const cacheDir = readFolder("ARCHIVE_CACHE", env["ARCHIVE_CACHE"], ".tingsuo/cache");
  const site = readSite(env["ARCHIVE_SITE"]);
  const base = readBase(env["ARCHIVE_BASE"]);
  const now = readNow(env["ARCHIVE_NOW"]);
  const parts = readParts(env["ARCHIVE_PARTS"]);
  const language = readLanguage(env["ARCHIVE_LANG"]);
  return {
    contentDir,
    outDir,
    cacheDir,
    parts,
    ...(now === undefined ? {} : { now }),
    ...(site === undefined ? {} : { site }),
    ...(language === undefined ? {} : { language }),
    base,
  };
}

/** The folder in which an archive's builds keep what the next one can use: each archive has its own. */
export function findCache({
  cacheDir,
  contentDir,
}: Pick<ArchiveEnvironment, "cacheDir" | "contentDir">): string {
  return join(cacheDir, createHash("sha256").update(resolve(contentDir)).digest("hex").slice(0, 12));
}
