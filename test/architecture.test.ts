import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const shared = ["model", "text"];

/** What each room may import besides itself. `src/README.md` holds this table too. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: ["model"],
  wording: [...shared, "search"],
  pipeline: [...shared, "search"],
  search: [...shared, "pipeline", "archive"],
  archive: [...shared, "pipeline"],
  proofread: [...shared, "pipeline", "archive", "search"],
  import: [...shared, "pipeline", "archive", "search", "proofread"],
  publish: shared,
  browser: [...shared, "wording", "search", "publish"],
  styles: [],
  components: [...shared, "wording", "browser", "styles"],
  layouts: [...shared, "wording", "styles", "components"],
  pages: [
    ...[...shared, "wording", "pipeline", "archive", "search", "publish"],
    ...["browser", "styles", "components", "layouts"],
  ],
  integrations: [...shared, "wording", "archive", "search", "proofread", "publish"],
  commands: [...shared, "wording", "archive", "search", "proofread", "import"],
};

/**
 * The same for the folders of a room: what of its own room, and of other rooms' folders, each may import. A folder
 * that has no row may import all that its room may, and of its own room what lies in it and beside it.
 */
const folders: Readonly<Record<string, readonly string[]>> = {
  "model/schema": ["model"],
  "pipeline/keywords": ["pipeline/keywords", "search/tokenize"],
  "pipeline/mention": ["search/tokenize"],
  "archive/content": [
    "archive",
    "archive/content",
    "archive/cache",
    "archive/colour",
    "model/schema",
    "pipeline",
    "pipeline/mention",
  ],
  "archive/cache": ["archive", "archive/content"],
  "archive/media": ["archive/content", "archive/colour"],
  "proofread/edit": [
    "proofread/suggest",
    "proofread/learn",
    "proofread/refit",
    "archive/content",
    "model/schema",
    "pipeline",
    "pipeline/parse",
  ],
  "proofread/suggest": ["proofread/suggest", "model/schema", "text/sound"],
  "proofread/learn": [],
  "proofread/refit": [],
  "import/gather": ["model/schema", "pipeline", "pipeline/parse", "search/names"],
  "import/pair": ["import/gather", "search/names"],
  "import/plan": ["import/gather", "import/pair", "archive/content", "proofread/edit", "search/names"],
  "import/write": [
    ...["import/gather", "import/plan", "archive/cache", "archive/content", "model/schema", "proofread/edit"],
  ],
  "import/begin": ["import/gather", "import/plan"],
  "search/format": ["text/sound"],
  "search/query": ["search/format"],
  "search/tokenize": ["search/format", "text/sound"],
  "search/names": [],
  "search/completion": ["search/completion", "search/format", "search/names", "search/query"],
  "search/api": ["search/format", "search/query"],
  "search/engine": [
    ...["search/engine", "search/api", "search/format", "search/names", "search/query", "text/sound"],
  ],
  "search/index": [
    ...["search/index", "search/completion", "search/format", "search/query", "search/tokenize"],
    ...["pipeline/keywords", "archive", "archive/cache"],
  ],
};

/** A folder that is longer to read through than this is asking to be two. */
const mostFiles = 25;

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
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => /\.(?:ts|astro)$/.test(name));
const textOf = new Map(files.map((file) => [file, readFileSync(join(src, file), "utf8")]));

function listImports(from: string): Import[] {
  const statements = (textOf.get(from) ?? "").matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"'\n]+)["']/g);
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
const folderOf = (path: string) => path.split("/").slice(0, -1).join("/");
const describeImport = ({ from, specifier }: Pick<Import, "from" | "specifier">) =>
  `${from} imports ${specifier}`;

/** `search/engine` of `search/engine/terms/term-index.ts`; undefined for a file of the room itself. */
function rowOf(path: string): string | undefined {
  return path.split("/").length < 3 ? undefined : path.split("/").slice(0, 2).join("/");
}

/** Whether a folder's row holds a file: a room named alone is its own files, a folder all that is in it. */
function isAllowed(row: readonly string[], to: string): boolean {
  return row.some((place) => (place.includes("/") ? to.startsWith(`${place}/`) : folderOf(to) === place));
}

/** Files that reach themselves through what they import, types included, each circle once. */
function findCircles(): string[][] {
  const next = new Map(
    files.map((file) => [
      file,
      imports.flatMap(({ from, to }) => (from === file && to !== undefined && textOf.has(to) ? [to] : [])),
    ]),
  );
  const open: string[] = [];
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string): void => {
    const at = open.indexOf(file);
    if (at !== -1) circles.push(open.slice(at));
    if (at !== -1 || done.has(file)) return;
    open.push(file);
    for (const other of next.get(file) ?? []) visit(other);
    open.pop();
    done.add(file);
  };
  for (const file of files) visit(file);
  return circles;
}

describe("the house", () => {
  it("is read by this test: files and imports are found", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.filter(({ to }) => to !== undefined).length).toBeGreaterThan(100);
    expect(imports.some(({ from }) => from.endsWith(".astro"))).toBe(true);
  });
  it("has only the rooms of the table, and rows only for folders that are there", () => {
    const here = new Set(files.filter((file) => file.includes("/")).map(roomOf));
    expect([...here].filter((room) => rooms[room] === undefined)).toEqual([]);
    const named = [...Object.keys(folders), ...Object.values(folders).flat()];
    expect(named.filter((folder) => !files.some((file) => file.startsWith(`${folder}/`)))).toEqual([]);
  });
  it("has no import that the table of rooms does not allow", () => {
    const wrong = imports.filter(({ from, to }) => {
      if (to === undefined || !from.includes("/")) return false;
      const [here, there] = [roomOf(from), roomOf(to)];
      return here !== there && !(rooms[here] ?? []).includes(there);
    });
    expect(wrong.map(describeImport)).toEqual([]);
  });
  it("has no import that the table of folders does not allow", () => {
    const wrong = imports.filter(({ from, to }) => {
      const row = rowOf(from);
      if (row === undefined || to === undefined || to.startsWith(`${row}/`)) return false;
      const own = folders[row];
      if (own !== undefined && isAllowed(own, to)) return false;
      // What a row does not name is open where it is no folder of the own room, nor one that has a row itself.
      const there = rowOf(to);
      return roomOf(to) === roomOf(from) ? own !== undefined : own !== undefined && there !== undefined;
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
  it("lets index and engine of the search share only its format and its queries", () => {
    const reach = (folder: string) =>
      new Set(
        imports.flatMap(({ from, to }) =>
          from.startsWith(`search/${folder}/`) && to?.startsWith("search/") ? [rowOf(to)] : [],
        ),
      );
    const engine = reach("engine");
    expect([...reach("index")].filter((row) => engine.has(row)).sort()).toEqual([
      "search/format",
      "search/query",
    ]);
  });
  it("has no circle of files, types counted", () => {
    expect(findCircles()).toEqual([]);
  });
  it(`has no folder of more than ${mostFiles} files`, () => {
    const counts = new Map<string, number>();
    for (const file of files) counts.set(folderOf(file), (counts.get(folderOf(file)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > mostFiles)).toEqual([]);
  });
  it("exports each type name once", () => {
    const places = new Map<string, string[]>();
    for (const [file, text] of textOf)
      for (const [, name = ""] of text.matchAll(
        /^export (?:declare )?(?:abstract )?(?:interface|type|class|enum) (\w+)/gm,
      ))
        places.set(name, [...(places.get(name) ?? []), file]);
    expect([...places].filter(([, own]) => own.length > 1)).toEqual([]);
  });
  it("uses nothing of Node where a browser must run", () => {
    const runsInBrowser =
      /^(?:model|text|wording|publish|browser|search\/(?:format|query|names|engine|api|completion))\//;
    const wrong = imports.filter(
      ({ from, specifier }) => runsInBrowser.test(from) && specifier.startsWith("node:"),
    );
    expect(wrong.map(describeImport)).toEqual([]);
  });
  it("touches no page in text/ and in the search's engine", () => {
    const wrong = files.filter(
      (file) =>
        /^(?:text|search)\//.test(file) &&
        /\b(?:document|window|HTMLElement)\b\./.test(textOf.get(file) ?? ""),
    );
    expect(wrong).toEqual([]);
  });
  it("keeps in text/ what at least two of build, browser and commands use", () => {
    const sides: Readonly<Record<string, RegExp>> = {
      build:
        /^(?:model|pipeline|archive|components|layouts|pages|integrations|publish|search\/(?:index|tokenize|completion\/make))\//,
      browser: /^(?:browser|publish|search\/(?:engine|api|completion\/match))\//,
      commands: /^(?:commands|import|proofread)\//,
      both: /^(?:wording|search\/(?:format|query))\//,
    };
    const usersOf = (file: string): string[] => {
      const users = imports.filter(({ to }) => to === file).map(({ from }) => from);
      return users.flatMap((user) => (user.startsWith("text/") ? usersOf(user) : [user]));
    };
    const wrong = files.filter((file) => {
      if (!file.startsWith("text/") || file.endsWith(".d.ts")) return false;
      const users = usersOf(file);
      const found = Object.keys(sides).filter((side) => users.some((user) => sides[side]?.test(user)));
      return found.length < 2 && !found.includes("both");
    });
    expect(wrong).toEqual([]);
  });
  it("stands as a table in src/README.md", () => {
    const readme = readFileSync(join(src, "README.md"), "utf8");
    for (const [room, others] of Object.entries(rooms)) {
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
