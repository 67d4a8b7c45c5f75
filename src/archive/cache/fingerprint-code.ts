import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * What each kind of cached thing is made by: modules below `src`, with all that they import. A word of the interface,
 * a style or a test is in none of them but `page`.
 */
const makers = {
  episode: ["archive/content/load-episode.ts", "archive/cache/cached-file.ts"],
  cut: ["search/index/cut/cut-process.ts"],
  shard: ["search/index/bundle/index-process.ts"],
  readings: ["search/index/write-readings.ts"],
  keywords: ["search/index/keywords/load-keywords.ts"],
  page: [
    "pages/episodes/[slug]/index.astro",
    "pages/episodes/[slug]/[file].ts",
    "integrations/guard-pages.ts",
    "integrations/pack-characters.ts",
    "integrations/traditional-interface.ts",
    "../astro.config.mjs",
  ],
} as const;

type CachedKind = keyof typeof makers;

/** Gives the text of a file of the checkout, by its path below it. */
type ReadText = (path: string) => Promise<string>;

const known = new Map<CachedKind, Promise<string>>();

/**
 * A fingerprint of the program that makes a kind of cached thing: what another one has made is of no use. Reads it below
 * the working folder, which is the checkout: pages hold this module bundled, elsewhere.
 */
export function fingerprintCode(kind: CachedKind): Promise<string> {
  // From the working directory: a build bundles this module into a folder that may be anywhere.
  const own = known.get(kind) ?? fingerprintModules(kind, (path) => readFile(path, "utf8"));
  known.set(kind, own);
  return own;
}

/** Names the text of a kind's modules, the versions of the packages that they import, and Node's. */
export async function fingerprintModules(kind: CachedKind, readText: ReadText): Promise<string> {
  const texts = new Map<string, string>();
  const packages = new Set<string>();
  const read = async (path: string): Promise<void> => {
    if (texts.has(path)) return;
    const text = await readText(path);
    texts.set(path, text);
    // A configuration names what Astro calls beside the pages: its own text decides how they look.
    if (path.endsWith(".mjs")) return;
    for (const specifier of listImports(text)) {
      if (specifier.startsWith(".")) await read(join(dirname(path), specifier));
      else if (!specifier.startsWith("node:")) packages.add(namePackage(specifier));
    }
  };
  for (const module of makers[kind]) await read(join("src", module));
  const pinned = pinPackages(packages, JSON.parse(await readText("package-lock.json")) as Lockfile);
  return createHash("sha256")
    .update(JSON.stringify([process.version, [...texts].sort(), pinned]))
    .digest("hex");
}

const imported = /\b(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"'\n]+\.(?:ts|astro|css)|[@a-z][\w@/.:-]*)["']/g;
const located = /\bnew URL\(\s*["'](\.{1,2}\/[^"'\n]+\.ts)["']/g;

/** What a module imports, types included, and the modules that it begins processes with. */
function listImports(text: string): string[] {
  return [imported, located].flatMap((form) => [...text.matchAll(form)].map(([, own]) => own as string));
}

/** `opencc-js` of `opencc-js/dict/TSCharacters`, `@a/b` of `@a/b/c`, `astro` of `astro:transitions`. */
function namePackage(specifier: string): string {
  return specifier.split(/[/:]/, specifier.startsWith("@") ? 2 : 1).join("/");
}

interface Lockfile {
  readonly packages: Readonly<
    Record<string, { readonly version: string; readonly dependencies?: Readonly<Record<string, string>> }>
  >;
}

/** Every package that these need, with its version; one that is no package of the lockfile by its name alone. */
function pinPackages(names: ReadonlySet<string>, { packages }: Lockfile): [string, string][] {
  const pinned = new Map<string, string>();
  const pin = (name: string): void => {
    if (pinned.has(name)) return;
    const found = packages[`node_modules/${name}`];
    pinned.set(name, found?.version ?? "");
    for (const dependency of Object.keys(found?.dependencies ?? {})) pin(dependency);
  };
  for (const name of names) pin(name);
  return [...pinned].sort(([a], [b]) => (a < b ? -1 : 1));
}
