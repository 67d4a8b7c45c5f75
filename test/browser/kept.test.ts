import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { findFaults } from "./find-faults.ts";
import { openPage } from "./open-page.ts";

const site = inject("odysseyUrl");
const odyssey = `${site}episodes/deepseek-r1/`;
const permissions = ["clipboard-read", "clipboard-write"];
const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const tools = "passage-tools";

describe("a passage, without selecting any of it", () => {
  it("has its link copied with the pointer, by touch and with a key", async () => {
    const page = await openPage(odyssey, { permissions });
    const passage = page.locator(".passage").nth(3);
    const link = `${odyssey}#${await passage.getAttribute("id")}`;
    await passage.locator(".text").hover();
    await page.locator(`${tools} [data-action="link"]`).click();
    await page.locator(tools).getByText("复制好了").waitFor();
    expect(await readClipboard(page)).toBe(link);
    const next = page.locator(".passage").nth(4);
    await next.locator(".text").hover();
    await next.locator(tools).waitFor();
    await next.locator(".time").focus();
    await page.keyboard.press("c");
    await expect.poll(() => readClipboard(page)).toBe(`${odyssey}#${await next.getAttribute("id")}`);
    await page.close();

    const phone = await openPage(odyssey, {
      permissions,
      hasTouch: true,
      viewport: { width: 360, height: 740 },
    });
    await phone.locator(".passage .time").nth(3).tap();
    await phone.locator(`${tools} [data-action="link"]`).tap();
    await expect.poll(() => readClipboard(phone)).toBe(link);
    const last = phone.locator(".leaf:has(+ .leaf) > .passage:last-child").first();
    await last.locator(".time").tap();
    await last.locator(`${tools} [data-action="link"]`).tap();
    await expect.poll(() => readClipboard(phone)).toBe(`${odyssey}#${await last.getAttribute("id")}`);
    await phone.close();
  });

  it("shows what can be done with it within the screen of a phone, whatever it has to tell", async () => {
    const page = await openPage(odyssey, { viewport: { width: 320, height: 640 }, hasTouch: true });
    await page.getByRole("button", { name: "English" }).click();
    await page.locator(".passage .time").nth(3).tap();
    await page.locator(`${tools} [data-action="keep"]`).tap();
    await page.locator(tools).getByText("Add a note").waitFor();
    const box = await page.locator(tools).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
    await page.close();
  });
});

describe("what a reader keeps", () => {
  it("is lit on its page after it is opened again, and goes as it came", async () => {
    const page = await openPage(odyssey);
    await page.locator(".passage .time").nth(2).focus();
    await page.keyboard.press("b");
    await page.reload();
    const countLit = () => page.evaluate(() => CSS.highlights.get("kept")?.size ?? 0);
    await expect.poll(countLit).toBe(1);
    await page.locator(".passage .time").nth(2).focus();
    expect(await page.locator(`${tools} [data-action="keep"]`).getAttribute("aria-pressed")).toBe("true");
    expect(await findFaults(page)).toEqual([]);
    await page.keyboard.press("b");
    await expect.poll(countLit).toBe(0);
    await page.close();
  });

  it("may be some words of it, by the bar of what is selected", async () => {
    const page = await openPage(odyssey);
    const words = await page
      .locator(".passage .text")
      .nth(2)
      .evaluate((text) => {
        const node = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode() as Text;
        getSelection()?.setBaseAndExtent(node, 1, node, 4);
        return node.data.slice(1, 4);
      });
    await page.locator('quote-bar [data-action="keep"]').click();
    await page.locator("quote-bar").getByText("收藏好了").waitFor();
    await page.goto(`${site}kept/`);
    expect(await page.locator("blockquote").innerText()).toBe(words);
    await page.close();
  });

  it("is listed with its link and note, goes out as Markdown and comes in again", async () => {
    const page = await openPage(odyssey, { permissions });
    for (const index of [2, 4]) {
      await page.locator(".passage .time").nth(index).focus();
      await page.keyboard.press("b");
    }
    await page.goto(`${site}kept/`);
    await page.locator("textarea").first().fill("再听一遍\n# 记得");
    expect(await findFaults(page)).toEqual([]);
    await page.locator('[data-action="copy"]').click();
    await page.locator("[data-status]").getByText("复制好了").waitFor();
    const markdown = await readClipboard(page);
    for (const left of [1, 0]) {
      await page.locator("[data-remove]").first().click();
      await expect.poll(() => page.locator("[data-remove]").count()).toBe(left);
    }
    expect(await page.locator("[data-none]").isVisible()).toBe(true);
    // There is nothing to save then.
    expect(await page.locator("[data-out]:visible").count()).toBe(0);
    const file = { name: "kept.md", mimeType: "text/markdown", buffer: Buffer.from(markdown) };
    await page.locator("input[type=file]").setInputFiles(file);
    await page.locator("[data-status]").getByText("读进了2段").waitFor();
    expect(await page.locator("textarea").first().inputValue()).toBe("再听一遍\n# 记得");
    await page.locator("input[type=file]").setInputFiles({ ...file, buffer: Buffer.from("# nothing") });
    await page.locator("[data-status]").getByText("没有收藏的段落").waitFor();
    await page.locator("li .source a").first().click();
    await page.locator(".passage[aria-current]").waitFor();
    await page.close();
  });

  it("says so where the browser lets nothing be kept", async () => {
    const page = await openPage(odyssey, {
      prepare: (own) =>
        own.addInitScript(() => {
          Storage.prototype.setItem = () => {
            throw new DOMException("full", "QuotaExceededError");
          };
        }),
    });
    await page.locator(".passage .time").nth(2).focus();
    await page.keyboard.press("b");
    await page.locator(tools).getByText("没能存下").waitFor();
    await page.close();
  });
});

describe("the keys of the site", () => {
  it.each(["", "episodes/deepseek-r1/", "search/", "kept/"])("are shown by ? on /%s", async (path) => {
    const page = await openPage(`${site}${path}`);
    await page.locator("main").click({ position: { x: 2, y: 2 } });
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: "键盘操作" });
    await sheet.waitFor();
    expect(await sheet.locator("kbd").count()).toBeGreaterThan(20);
    expect(await findFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect.poll(() => sheet.count()).toBe(0);
    await page.close();
  });

  it("are no signs of what somebody writes", async () => {
    const page = await openPage(`${site}search/`);
    await page.locator("main [data-search-field]").focus();
    await page.keyboard.type("?b");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    expect(await page.locator("main [data-search-field]").inputValue()).toBe("?b");
    await page.close();
  });
});
