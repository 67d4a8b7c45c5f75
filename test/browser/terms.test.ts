import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { findFaults } from "./find-faults.ts";
import { openPage } from "./open-page.ts";

const odyssey = inject("odysseyUrl");
const site = inject("siteUrl");
const distillation = `terms/${encodeURIComponent("蒸馏")}/`;

describe("a term's pictures", () => {
  it("open the passage that a mark stands for, with the term marked", async () => {
    const page = await openPage(odyssey + distillation);
    await page.locator(".chart a").first().click();
    await page.locator("[data-passage][aria-current] mark").first().waitFor();
    expect(await page.locator("[data-passage][aria-current] mark").first().textContent()).toContain("蒸馏");
    await page.close();
  });

  it("lead from who says it and from what is said beside it to passages", async () => {
    const page = await openPage(odyssey + distillation);
    const values = page.locator(".pair .value");
    expect(await values.count()).toBeGreaterThan(5);
    for (const address of await values.evaluateAll((links) => links.map((link) => link.getAttribute("href"))))
      expect(address).toMatch(/^\/episodes\/deepseek-r1\/\?q=.+#p\d/);
    await values.last().click();
    await page.locator("[data-passage][aria-current] mark").first().waitFor();
    await page.close();
  });

  it("say the same in a table", async () => {
    const page = await openPage(site + distillation);
    await page.locator("figure summary").click();
    const rows = page.locator("figure tbody tr");
    expect(await rows.count()).toBe(await page.locator(".chart .bar").count());
    expect(await rows.filter({ hasText: "征流与蒸馏" }).innerText()).toMatch(/^2025-03\s+0\.\d\s+\d+%/);
    await page.close();
  });

  it.each(["light", "dark"] as const)(
    "have nothing for axe to find with the table open, %s",
    async (colorScheme) => {
      const page = await openPage(site + distillation, {
        colorScheme,
        viewport: { width: 360, height: 780 },
      });
      await page.locator("figure summary").click();
      expect(await findFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.close();
    },
  );

  it("have their numbers as CSV: minutes, speakers and neighbours", async () => {
    const folder = join(inject("odysseyDir"), "terms", "蒸馏");
    const minutes = await readFile(join(folder, "minutes.csv"), "utf8");
    expect(minutes).toMatch(
      /^\uFEFFdate,episode,title,address,minutes,share_of_speech,mentions,timing\r\n2025-03,deepseek-r1,/,
    );
    const speakers = await readFile(join(folder, "speakers.csv"), "utf8");
    const [all, ...each] = [minutes, ...speakers.trim().split("\r\n").slice(1)].map((row) =>
      Number(/,(\d+\.\d{3}),/.exec(row)?.[1]),
    );
    expect(each.reduce((sum, own) => sum + own, 0)).toBeCloseTo(all ?? 0, 1);
    expect(await readFile(join(folder, "beside.csv"), "utf8")).toContain("\r\nRL,");
  });
});

describe("the map of the terms", () => {
  it("shows the timeline of the only episode, and every mark opens its passage", async () => {
    const page = await openPage(`${odyssey}terms/`);
    expect(await page.locator(".timelines .name").count()).toBe(20);
    await page.locator(".timelines .strip a").first().click();
    await page.locator("[data-passage][aria-current]").waitFor();
    await page.close();
  });

  it("shows one mark an episode where there are several", async () => {
    const page = await openPage(`${site}terms/`);
    const marks = page.locator(".timelines .strip a");
    for (const address of await marks.evaluateAll((links) => links.map((link) => link.getAttribute("href"))))
      expect(address).toMatch(/^\/archiv\/episodes\/.+#[tp]/);
    await page.close();
  });
});

describe("a person's page", () => {
  it("says how long they speak, estimated where it is, and lists their passages on a term", async () => {
    const page = await openPage(`${odyssey}people/tianyi/`);
    expect(await page.locator(".facts").first().innerText()).toMatch(/讲话约\d+分钟/);
    const term = page.locator(`[id="on-${"蒸馏"}"]`);
    await term.locator("summary").click();
    await term.locator(".mentions a").first().click();
    await page.waitForURL(/\/episodes\/deepseek-r1\//);
    expect(await page.locator("[data-passage][aria-current]").getAttribute("data-speaker")).toBe("tianyi");
    await page.close();
  });

  it.each(["light", "dark"] as const)("has nothing for axe to find, %s", async (colorScheme) => {
    const page = await openPage(`${odyssey}people/tianyi/`, { colorScheme });
    await page.locator("details summary").first().click();
    expect(await findFaults(page)).toEqual([]);
    await page.close();
  });
});

describe("a link into what is closed", () => {
  it("opens it, from outside and from the page itself", async () => {
    const page = await openPage(`${odyssey}people/tianyi/#on-${encodeURIComponent("剪枝")}`);
    await page.locator('details[id="on-剪枝"][open]').waitFor();
    await page.evaluate(() => {
      location.hash = "on-蒸馏";
    });
    await page.locator('details[id="on-蒸馏"][open]').waitFor();
    await page.close();
  });
});

describe("an episode's page", () => {
  it("shows when it talks about its terms, and has keywords that the glossary does not hold", async () => {
    const page = await openPage(`${odyssey}episodes/deepseek-r1/`);
    expect(await page.locator("#details .strip").count()).toBe(8);
    await page.locator("#details .strip a").nth(3).click();
    await page.locator("[data-passage][aria-current] mark").first().waitFor();
    const keywords = await page.locator('#details a[href^="/search/?q="]').allTextContents();
    expect(keywords.length).toBeGreaterThan(5);
    await page.close();
  });
});
