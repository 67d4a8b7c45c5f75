import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

/** The import table of src/README.md: what each room may import besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: ["model"],
  pipeline: ["model", "text"],
  archive: ["model", "text", "pipeline"],
  integrations: ["model", "text", "pipeline", "archive"],
  commands: ["model", "text", "pipeline", "archive"],
  browser: ["model", "text"],
  styles: [],
  components: ["model", "text", "browser", "styles"],
  layouts: ["model", "text", "browser", "styles", "components"],
  pages: [
    "model",
    "text",
    "pipeline",
    "archive",
    "integrations",
    "browser",
    "styles",
    "components",
    "layouts",
  ],
};

interface Import {
  /** Path below src. */
  readonly from: string;
  /** As written. */
  readonly specifier: string;
  /** Path below src, where it leads there. */
  readonly to: string | undefined;
}

const src = resolve("src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(?:ts|astro)$/.test(name))
  .map((name) => name.replaceAll("\\", "/"));

function listImports(from: string): Import[] {
  const text = readFileSync(join(src, from), "utf8");
  const statements = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"'\n]+)["']/g);
  return [...statements].map(([, specifier = ""]) => {
    const target = relative(src, resolve(src, dirname(from), specifier)).replaceAll("\\", "/");
    return {
      from,
      specifier,
      to: specifier.startsWith(".") && !target.startsWith("..") ? target : undefined,
    };
  });
}

const imports = files.flatMap(listImports);
const roomOf = (path: string) => path.split("/")[0] as string;
const describeImport = ({ from, specifier }: Import) => `${from} imports ${specifier}`;

describe("the house", () => {
  it("is read by this test: files and imports are found", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.filter(({ to }) => to !== undefined).length).toBeGreaterThan(100);
    expect(imports.some(({ from }) => from.endsWith(".astro"))).toBe(true);
  });
  it("has only the rooms of the table", () => {
    expect(
      [...new Set(files.map(roomOf))].filter((room) => !room.includes(".") && mayImport[room] === undefined),
    ).toEqual([]);
  });
  it("has no import that the table does not allow", () => {
    const wrong = imports.filter(({ from, to }) => {
      if (to === undefined || !from.includes("/")) return false;
      const [here, there] = [roomOf(from), roomOf(to)];
      return here !== there && !(mayImport[here] ?? []).includes(there);
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });
  it("has no stage of the pipeline that imports another", () => {
    const stageOf = (path: string) => /^pipeline\/([^/]+)\//.exec(path)?.[1];
    const wrong = imports.filter(({ from, to }) => {
      const [here, there] = [stageOf(from), to === undefined ? undefined : stageOf(to)];
      return here !== undefined && there !== undefined && here !== there;
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });
  it("uses nothing of Node where a browser must run", () => {
    const wrong = imports.filter(
      ({ from, specifier }) => /^(?:text|browser)\//.test(from) && specifier.startsWith("node:"),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });
  it("touches no page in text/", () => {
    const wrong = files.filter(
      (file) =>
        file.startsWith("text/") &&
        /\b(?:document|window|HTMLElement)\b\./.test(readFileSync(join(src, file), "utf8")),
    );
    expect(wrong).toEqual([]);
  });
  it("stands as a table in src/README.md", () => {
    const readme = readFileSync(join(src, "README.md"), "utf8");
    for (const [room, others] of Object.entries(mayImport)) {
      if (room === "styles") continue;
      const row = readme.split("\n").find((line) => line.startsWith(`| ${room} |`));
      expect(row, `row of ${room}`).toBe(
        `| ${room} | ${others.length === 0 ? "nothing of ours" : others.join(", ")} |`,
      );
    }
  });
  it("has no drawer for what has no name", () => {
    expect(
      files.filter((file) => /(?:^|\/|-)(?:utils?|helpers?|common|lib|misc|manager)(?:\/|-|\.)/.test(file)),
    ).toEqual([]);
  });
});
