import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keyGroups } from "../../../src/wording/key-words.ts";

const browser = new URL("../../../src/browser/", import.meta.url).pathname;

/** Every letter and sign that a script of the pages compares a key with. Those of the development server are its own. */
function listHandledKeys(): string[] {
  const files = readdirSync(browser, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.startsWith("correct"),
  );
  const found = files.flatMap((file) => {
    const code = readFileSync(join(browser, file), "utf8");
    if (!/keydown|KeyboardEvent|readPlayerKey/.test(code)) return [];
    const compared = code.matchAll(/(?:key|toLowerCase\(\)|letter) [!=]== "(\S)"|case "(\S)":/g);
    const mapped = code.matchAll(/\{ (\w: "\w+"(?:, \w: "\w+")*) \}\[/g);
    return [
      ...[...compared].map(([, one, other]) => one ?? other ?? ""),
      ...[...mapped].flatMap(([, list = ""]) => list.split(", ").map((entry) => entry.charAt(0))),
    ];
  });
  return [...new Set(found.map((key) => key.toUpperCase()))].sort();
}

test("the sheet has every key that the pages listen to", () => {
  const handled = listHandledKeys();
  expect(handled).toEqual(expect.arrayContaining(["/", "B", "C", "F", "J", "K", "L", "M", "N", "Q"]));
  const shown = keyGroups.flatMap(({ rows }) =>
    rows.flatMap(({ keys }) => keys.flatMap((key) => key.split(" "))),
  );
  expect(handled.filter((key) => !shown.includes(key))).toEqual([]);
  expect(shown).toContain("?");
});
