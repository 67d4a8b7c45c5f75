import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCorrections } from "../../../../src/archive/content/episode-reader.ts";
import { addCorrections, changeEntries } from "../../../../src/proofread/edit/edit-corrections.ts";

const replace = [{ line: 5, heard: "征流", meant: "蒸馏" }];

describe("addCorrections", () => {
  test("makes a file where there is none", () => {
    expect(addCorrections("", { replace, keep: [{ line: 7, heard: "整理", nth: 2 }] })).toBe(
      "replace:\n  - { line: 5, heard: 征流, meant: 蒸馏 }\nkeep:\n  - { line: 7, heard: 整理, nth: 2 }\n",
    );
  });

  test("puts an entry among the others by its line, and keeps comments and blanks", () => {
    const text =
      "# Ours.\nreplace:\n    - { line: 2, heard: a,   meant: b } # sure\n\n    - line: 9\n      heard: c\n      meant: d\nturns: []\n";
    expect(addCorrections(text, { replace, keep: [] })).toBe(
      "# Ours.\nreplace:\n    - { line: 2, heard: a,   meant: b } # sure\n    - { line: 5, heard: 征流, meant: 蒸馏 }\n\n    - line: 9\n      heard: c\n      meant: d\nturns: []\n",
    );
  });

  test("puts an entry before the first and after the last", () => {
    const text = "replace:\n- { line: 6, heard: a, meant: b }\n";
    expect(
      addCorrections(text, { replace: [...replace, { line: 8, heard: "x", meant: "y" }], keep: [] }),
    ).toBe(
      "replace:\n- { line: 5, heard: 征流, meant: 蒸馏 }\n- { line: 6, heard: a, meant: b }\n- { line: 8, heard: x, meant: y }\n",
    );
  });

  test.each([
    "replace: []\n",
    "replace:\n",
    "replace: [{ line: 1, heard: a, meant: b }]\n",
    "turns: []",
    "\u00a0\n",
    '"" # none\n',
    "~",
    "\n{\n}",
    "...",
    "# a\n...\n# b\n",
    "replace:\n- { line: 1, heard: a, meant: b }\n...\n",
    "{ turns: [] }",
    "--- {replace: [] , turns: [],}",
    "? replace\n: []\n",
    "  replace: []\n",
    "replace:\n\n  []\n",
  ])("adds to %j", (text) => {
    const { corrections, problems } = readCorrections(addCorrections(text, { replace, keep: [] }));
    expect(problems).toEqual([]);
    expect(corrections.replace.at(-1)).toMatchObject(replace[0] as object);
  });

  test("writes entries that are read back as they were given, whatever they hold", () => {
    const text = fc
      .string({ minLength: 1, unit: "grapheme" })
      .filter(
        (value) =>
          value.trim() === value &&
          !/^(?:~|null)$/i.test(value) &&
          !/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/.test(value),
      );
    const entry = fc.record({ line: fc.integer({ min: 1, max: 40 }), heard: text, meant: text });
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 8 }),
        fc.array(entry, { maxLength: 4 }),
        (first, second) => {
          const written = addCorrections(addCorrections("# Ours.\n", { replace: first, keep: [] }), {
            replace: second,
            keep: [],
          });
          const { corrections, problems } = readCorrections(written);
          expect(problems).toEqual([]);
          const key = ({ line, heard, meant }: { line?: number; heard: string; meant: string }) =>
            JSON.stringify([line, heard, meant]);
          expect(corrections.replace.map((own) => key(own as never)).sort()).toEqual(
            [...first, ...second].map(key).sort(),
          );
          expect(written.startsWith("# Ours.\n")).toBe(true);
        },
      ),
    );
  });
});

describe("changeEntries", () => {
  const text =
    'replace:\n  - { line: 2, heard: a, meant: b, by: 林 } # sure\n  - line: 3\n    heard: "1.50"\n    meant: d\nkeep:\n  - { line: 4, heard: e }\n';
  test("changes keys, and keeps the others and the comment", () => {
    const edits = new Map([
      [2, { keys: { line: 5, heard: "x", nth: 2 } }],
      [3, { keys: { line: 6 } }],
    ]);
    expect(changeEntries(text, edits)).toBe(
      'replace:\n  - { line: 5, heard: x, nth: 2, meant: b, by: 林 } # sure\n  - { line: 6, heard: "1.50", meant: d }\nkeep:\n  - { line: 4, heard: e }\n',
    );
  });
  test("leaves an entry as a comment", () => {
    expect(changeEntries(text, new Map([[3, { comment: "no place" }]]))).toContain(
      '  # no place: line: 3\n    # heard: "1.50"\n    # meant: d\nkeep:',
    );
  });
  test("takes an entry away", () => {
    expect(changeEntries(text, new Map([[7, "remove" as const]]))).toBe(
      text.slice(0, text.indexOf("  - { line: 4")),
    );
  });
});
