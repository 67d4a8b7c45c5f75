import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";

/** A package as package-lock.json has it. */
interface LockedPackage {
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

/** What readers are sent that no module of ours imports, or only while the site is built. */
const sentOtherwise = {
  astro: "the page router and the loading of pages ahead",
  vite: "the loading of scripts",
  pagefind: "the search's program, as WebAssembly and as a module",
  "pinyin-pro": "how characters are read, as tables",
  "nodejs-jieba": "which characters are usual and how words are read, as tables made from its dictionary",
};

/** The packages that modules of the browser import, with all that these need. */
function listBundled(): string[] {
  const read = new Set<string>();
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const own of Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {})) add(own);
  };
  const walk = (path: string): void => {
    if (read.has(path)) return;
    read.add(path);
    const imports = /^(?:import|export)\s+(?!type\b)[^;"']*?from\s+"([^"]+)"|^import "([^"]+)"/gm;
    for (const [, from, alone] of readFileSync(path, "utf8").matchAll(imports)) {
      const specifier = from ?? (alone as string);
      if (specifier.startsWith(".")) walk(join(dirname(path), specifier));
      else if (!specifier.startsWith("astro:"))
        add(specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/"));
    }
  };
  const browser = readdirSync("src/browser", { recursive: true, encoding: "utf8" });
  for (const name of browser.filter((own) => own.endsWith(".ts"))) walk(join("src/browser", name));
  for (const name of ["api/search-api.ts", "engine/search-worker.ts"]) walk(join("src/search", name));
  return [...found];
}

function licenceOf(name: string): string {
  return packages[`node_modules/${name}`]?.license ?? "none that package-lock.json knows";
}

const sent = [...new Set([...listBundled(), ...Object.keys(sentOtherwise)])].sort();

it("names every package that is sent to readers and every one that is used, with its licence", async () => {
  const used = new Map<string, Set<string>>();
  for (const [path, { license }] of Object.entries(packages)) {
    const name = path.split("node_modules/").at(-1) as string;
    if (name !== "") used.set(license, (used.get(license) ?? new Set()).add(name));
  }
  const lines = [
    "# Licences",
    "",
    "听索 is under the MIT licence ([LICENSE](LICENSE)). `test/unit/licences.test.ts` keeps this list, from package-lock.json; `npx vitest run --project unit test/unit/licences.test.ts -u` writes it anew.",
    "",
    "## Sent to readers",
    "What a built site holds of others, besides the texts, sounds and pictures of its podcast.",
    "",
    "| package | licence | |",
    "|---|---|---|",
    ...sent.map(
      (name) =>
        `| ${name} | ${licenceOf(name)} | ${(sentOtherwise as Record<string, string>)[name] ?? "in the scripts"} |`,
    ),
    "",
    "## Used",
    "What builds, checks and tests, on the owner's machine; each system installs its own of those for several. Node itself is MIT, with the licences of what is in it in its package's LICENSE.",
    ...[...used]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([license, names]) => ["", `**${license}:** ${[...names].sort().join(", ")}`]),
    "",
  ];
  await expect(lines.join("\n")).toMatchFileSnapshot("../../LICENSES.md");
});

it("sends readers nothing but what may be sent on with a notice", () => {
  expect(
    sent.filter(
      (name) => !/^(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|MIT AND Apache-2\.0|0BSD)$/.test(licenceOf(name)),
    ),
  ).toEqual([]);
});

it("installs only what package-lock.json has a checksum of, and runs no package's script", () => {
  const locked = packages as Readonly<
    Record<string, LockedPackage & { integrity?: string; hasInstallScript?: boolean }>
  >;
  const others = Object.entries(locked).filter(([path]) => path !== "");
  expect(
    others.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path),
  ).toEqual([]);
  const { allowScripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    allowScripts: Record<string, boolean>;
  };
  const scripted = others.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  expect(Object.fromEntries(scripted.map((path) => [path.replace("node_modules/", ""), false]))).toEqual(
    allowScripts,
  );
});
