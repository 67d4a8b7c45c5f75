import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";

const script = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds wrong with a page, a line for each element: the rule, what it asks for, and the element. */
export async function findFaults(page: Page): Promise<string[]> {
  // Not as an element: the site's policy would refuse it.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(await readFile(script, "utf8"));
  return page.evaluate(async () => {
    const { axe: own } = window as unknown as { axe: typeof axe };
    const { violations } = await own.run({ resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
  });
}
