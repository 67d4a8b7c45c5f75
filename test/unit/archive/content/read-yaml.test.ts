import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  readCorrections,
  readJsonChapters,
  readYamlChapters,
} from "../../../../src/archive/content/episode-reader.ts";
import { readFrontMatter } from "../../../../src/archive/content/read-front-matter.ts";
import { readJson, readYaml } from "../../../../src/archive/content/read-yaml.ts";
import { wordProblems } from "../../../word-problems.ts";

describe("readYaml", () => {
  test("leaves every value the text it is", () => {
    const { value } = readYaml("a: 012\nb: 2025.10\nc: 12:30\nd: yes\ne: 2025-03-05\nf: '0x1F'\n");
    expect({ ...(value as object) }).toEqual({
      a: "012",
      b: "2025.10",
      c: "12:30",
      d: "yes",
      e: "2025-03-05",
      f: "0x1F",
    });
  });

  test("takes empty values for absent ones", () => {
    const { value } = readYaml("a:\nb: ~\nc: null\nd: ''\ne: 'null'\n");
    expect({ ...(value as object) }).toEqual({
      a: undefined,
      b: undefined,
      c: undefined,
      d: undefined,
      e: "null",
    });
  });

  test.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"])(
    "refuses the key %s, which objects have by birth, and keeps the others",
    (key) => {
      const { value, problems } = readYaml(`lin: 林晚\n${key}: x\nzhou: { ${key}: { a: b }, c: d }\n`);
      expect(value).toEqual({ lin: "林晚", zhou: { c: "d" } });
      expect(problems).toEqual(
        [2, 3].map((line) => ({ severity: "error", line, kind: "yaml-key-reserved", values: { key } })),
      );
    },
  );

  test.each([
    ["title：你好", 1],
    ["title：你好\ndescription: x\n", 1],
    ["description: x\ntitle：你好\n", 2],
    ["description: x\ntitle：你好\nauthor: 林\n", 2],
    ["- a: 1\n- { line：7, heard: 整理 }\n", 2],
    ["lin:\n  name：林晚\n  bio: x\n", 2],
  ])("calls the colon of a Chinese keyboard by its name in %j", (text, line) => {
    expect(readYaml(text).problems[0]).toMatchObject({ line, kind: "yaml-wide-colon" });
  });

  test("takes no colon of a text or of a quoted key for one", () => {
    const text = 'summary: |\n  AI：新的\n"主持人：": lin\ntitle: 一：二\n';
    expect(readYaml(text)).toMatchObject({ problems: [], value: { "主持人：": "lin", title: "一：二" } });
    expect(readYaml(`${text}a: b: c\n`).problems.map(({ kind }) => kind)).toEqual(["yaml-invalid"]);
  });

  test("reads thirty thousand keys, each once", () => {
    const { value, problems } = readYaml(Array.from({ length: 30_000 }, (_, key) => `k${key}: v`).join("\n"));
    expect(Object.keys(value as object)).toHaveLength(30_000);
    expect(problems).toEqual([]);
  });

  test.each(["-", "a:"])("says that %j inside each other a thousand times is too deep", (mark) => {
    const text = Array.from({ length: 1200 }, (_, depth) => `${" ".repeat(depth)}${mark}`).join("\n");
    expect(readYaml(text).problems[0]?.kind).toBe("yaml-too-deep");
  });

  test("finds the line of a value, of a list's item and of a key", () => {
    const { findLine } = readYaml("title: 一\npeople:\n  - lin\n  - id: zhou\n    rolle: guest\n", 2);
    expect(findLine(["title"])).toBe(2);
    expect(findLine(["people", 0])).toBe(4);
    expect(findLine(["people", 1, "id"])).toBe(5);
    expect(findLine(["people", 1], "rolle")).toBe(6);
    expect(findLine(["people", 1, "role"])).toBe(5);
  });

  test.each([
    ["a: *lin\n", /^The name \*lin stands for another value|^This is no YAML/],
    ["\tkey: 1\n a: 2\n", /^This is no YAML/],
    ["a: 'x\n", /^This is no YAML .*Add it\.$/],
    ["a: 1\n---\nb: 2\n", /^This is no YAML .*second document/],
    ["? [a, b]\n: 1\n", /^A key is a list or a group here\./],
    [`${"[".repeat(60)}${"]".repeat(60)}`, /too deep/],
  ])("says what is wrong with %j", (text, message) => {
    expect(wordProblems(readYaml(text).problems)[0]?.message).toMatch(message);
  });

  test("refuses values that stand for one another without end", () => {
    expect(readYaml("a: &a [*a, *a]\n").problems).toHaveLength(1);
  });

  test.each(["[", "{", "- ", "? ", "a: ", "{a: ", "[a, ", "&a ", "!!a "])(
    "survives %j a hundred thousand times",
    (piece) => {
      expect(readYaml(piece.repeat(100_000)).problems.length).toBeGreaterThan(0);
    },
  );

  test("lets brackets stand in text", () => {
    const { value } = readYaml(`summary: "${"[1] ".repeat(500)}"\n`);
    expect(value).toHaveProperty("summary", "[1] ".repeat(500));
  });
});

describe("readJson", () => {
  test("reads what readYaml reads, tabs and escapes included", () => {
    const { value } = readJson('{\t"a": [1,\t"\\ud83c\\udf89\\/"], "b": null}');
    expect({ ...(value as object) }).toEqual({ a: ["1", "🎉/"], b: undefined });
  });

  test("reads every JSON text as JSON.parse does, numbers as text", () => {
    const toText = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(toText)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toText(part)]))
          : value === null || String(value).trim() === ""
            ? undefined
            : String(value);
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: "grapheme" }),
        fc.integer(),
        fc.boolean(),
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^[a-z蒸馏]{1,6}$/), tie("tree"), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const { value: read, problems } = readJson(JSON.stringify(value, null, 1));
        expect(problems).toEqual([]);
        expect(JSON.stringify(read)).toBe(JSON.stringify(toText(value)));
      }),
    );
  });
});

test("no reader throws on any text, and every problem has a line of it", () => {
  const piece = fc.constantFrom(
    "- ",
    "  ",
    "\n",
    ": ",
    "[",
    "]",
    "{ ",
    " }",
    ", ",
    '"',
    "'",
    "&a ",
    "*a",
    "!!map ",
    "|\n",
    ">-\n",
    "? ",
    "# ",
    "line: 1",
    "time: 12:30",
    "heard: 整理",
    "meant: 蒸馏",
    "speaker: lin",
    "replace:\n",
    "turns:\n",
    "keep: ",
    "title: 一",
    "date: 2025",
    "people: [lin]",
    "---\n",
    "__proto__",
    "\t",
    "\0",
    "\ufeff",
    "\u2028",
    "null",
    "1e400",
    "startTime: 1",
    "chapters: ",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
  );
  const known = { people: [], ids: new Set<string>() };
  fc.assert(
    fc.property(text, (input) => {
      const lines = input.split(/\r\n|\r|\n/).length + 1;
      const problems = [
        ...readCorrections(input).problems,
        ...readYamlChapters(input).problems,
        ...readJsonChapters(input).problems,
        ...readFrontMatter(`---\n${input}\n---\n`, "one", known).problems,
      ];
      for (const { line = 0, message } of wordProblems(problems)) {
        expect(line).toBeGreaterThan(0);
        expect(line).toBeLessThanOrEqual(lines + 2);
        expect(message).toMatch(/[.?…]$/);
      }
    }),
    { numRuns: 400 },
  );
});
