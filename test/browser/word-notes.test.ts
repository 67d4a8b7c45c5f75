import type { Locator, Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { findFaults } from "./find-faults.ts";
import { openPage } from "./open-page.ts";

const odyssey = `${inject("odysseyUrl")}episodes/deepseek-r1/`;
const distillation = `${inject("siteUrl")}episodes/001-distillation/`;

const note = (page: Page) => page.locator("#word-note");
/** Chooses in the reading settings which words are shown. */
async function showWords(page: Page, value: "" | "heard"): Promise<void> {
  await page.locator('[popovertarget="reading-settings"]:visible').first().click();
  await page.locator(`heard-switch input[value="${value}"]`).check();
  await page.keyboard.press("Escape");
}
const corrected = (page: Page) => page.locator('[data-heard="征流"]').first();

/** What stands behind a word of which one cannot be sure, and the line around it. */
const readSign = (word: Locator) =>
  word.evaluate((own) => {
    const { content, borderInlineStartStyle } = getComputedStyle(own, "::after");
    return [content, borderInlineStartStyle];
  });

describe("a corrected word", () => {
  it("shows under the pointer what was heard, how sure the correction is and who made it", async () => {
    const page = await openPage(distillation);
    await page.locator("[data-by=lin]").hover();
    await note(page).waitFor();
    const text = await note(page).innerText();
    expect(text).toContain("我笑了很久");
    expect(text).toContain("70%把握");
    expect(text).toContain("lin改的");
    await page.close();
  });

  it("says so when the glossary corrected it, and what the term means", async () => {
    const page = await openPage(distillation);
    await corrected(page).hover();
    await note(page).waitFor();
    const text = await note(page).innerText();
    expect(text).toContain("按词表改的");
    expect(text).toContain("用大模型的输出训练小模型。");
    await page.close();
  });

  it("says of what is unclear that nobody can tell what was said", async () => {
    const page = await openPage(odyssey);
    const word = page.locator("[data-unclear]").first();
    expect(await word.textContent()).toBe("LLC");
    expect(await readSign(word)).toEqual(['"?"', "solid"]);
    await word.hover();
    await note(page).waitFor();
    expect(await note(page).innerText()).toContain("认不出来");
    expect(await findFaults(page)).toEqual([]);
    await page.close();
  });

  it("has the same sign where its correction is only a guess, as long as that is shown", async () => {
    const page = await openPage(odyssey, { forcedColors: "active" });
    const word = page.locator('[data-heard="欧盟"]');
    expect(await readSign(word)).toEqual(['"?"', "solid"]);
    expect(await readSign(page.locator('[data-heard="欧盟 A"]').first())).toEqual(["none", "none"]);
    await showWords(page, "heard");
    expect(await readSign(word)).toEqual(["none", "none"]);
    await page.close();
  });

  it("opens and closes by touch", async () => {
    const page = await openPage(distillation, {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 360, height: 780 },
    });
    await corrected(page).tap();
    await note(page).waitFor();
    expect(new URL(page.url()).pathname).toContain("/episodes/001-distillation/");
    const box = await note(page).boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 360).toBe(true);
    await page.locator(".page-title, h1").first().tap();
    await note(page).waitFor({ state: "hidden" });
    await page.close();
  });

  it("closes with Escape and leaves the focus where it was", async () => {
    const page = await openPage(distillation);
    await page.locator("word-notes [tabindex='0']").focus();
    await note(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-describedby"))).toBe(
      "word-note",
    );
    await page.keyboard.press("Escape");
    await note(page).waitFor({ state: "hidden" });
    expect(await page.evaluate(() => document.activeElement?.matches(".term, [data-heard]"))).toBe(true);
    await page.close();
  });

  it("stays open while the pointer is on its note", async () => {
    const page = await openPage(distillation, { prepare: (own) => own.clock.install() });
    await corrected(page).hover();
    await note(page).waitFor();
    await note(page).hover();
    await page.clock.runFor(400);
    expect(await note(page).isVisible()).toBe(true);
    await page.close();
  });
});

describe("the keyboard in a transcript of hundreds of noted words", () => {
  it("has one stop for all of them, in the passage that is open", async () => {
    const page = await openPage(`${odyssey}#p14`);
    const stops = page.locator("word-notes :is(.term, [data-heard])[tabindex='0']");
    expect(await stops.count()).toBe(1);
    expect(await stops.evaluate((stop) => stop.closest("[data-passage]")?.id)).toMatch(/^p14/);
    await page.close();
  });

  it("goes from word to word with the arrows", async () => {
    const page = await openPage(odyssey);
    await page.locator("word-notes [tabindex='0']").focus();
    const first = await note(page).innerText();
    await page.keyboard.press("ArrowRight");
    expect(await note(page).innerText()).not.toBe(first);
    await page.keyboard.press("ArrowLeft");
    expect(await note(page).innerText()).toBe(first);
    await page.close();
  });

  it("goes to the term's page with Enter", async () => {
    const page = await openPage(distillation);
    await page.locator("a.term").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/terms\//);
    await page.close();
  });
});

describe("the transcript as heard", () => {
  it("stands in the place of the corrected one, and goes again", async () => {
    const page = await openPage(odyssey);
    const text = page.locator("[data-passage] .text");
    const meant = await text.allTextContents();
    await showWords(page, "heard");
    const heard = await text.allTextContents();
    expect(heard.join("")).toContain("征流");
    expect(heard).not.toEqual(meant);
    await showWords(page, "");
    expect(await text.allTextContents()).toEqual(meant);
    await page.close();
  });

  it("marks the query in what it shows, and as before when it has gone", async () => {
    const page = await openPage(`${odyssey}?q=${encodeURIComponent("蒸馏")}`);
    const marks = page.locator("[data-transcript] mark");
    await marks.first().waitFor();
    const meant = await marks.allTextContents();
    await showWords(page, "heard");
    await page.waitForFunction(
      (before) => document.querySelectorAll("[data-transcript] mark").length < before,
      meant.length,
    );
    for (const mark of await marks.allTextContents()) expect(mark).toContain("蒸馏");
    await showWords(page, "");
    await page.waitForFunction(
      (before) => document.querySelectorAll("[data-transcript] mark").length === before,
      meant.length,
    );
    expect(await marks.allTextContents()).toEqual(meant);
    await page.close();
  });

  it.each([
    [360, "阅读设置", "机器原文"],
    [1440, "阅读设置", "机器原文"],
  ])(
    "is chosen wherever one reads, and says in words what stands there: %s pixels",
    async (width, name, state) => {
      const page = await openPage(`${odyssey}#p14`, { viewport: { width, height: 740 } });
      const near = page.locator('.episode [popovertarget="reading-settings"]:visible');
      const inReach = async () => {
        const shown = await near.evaluateAll((all) =>
          all
            .map((own) => own.getBoundingClientRect())
            .filter(({ top, bottom }) => top >= 0 && bottom <= innerHeight),
        );
        return shown.length;
      };
      expect(await inReach()).toBeGreaterThanOrEqual(1);
      const top = page.locator("transcript-view .words");
      const said = page.locator("transcript-view [data-words-state]");
      expect(await top.innerText()).toBe("看机器原文");
      expect(await said.innerText()).toBe("现在是校订后的文字");
      await page.getByRole("button", { name, exact: true }).click();
      await page.getByRole("radio", { name: state }).check();
      expect(await findFaults(page)).toEqual([]);
      await page.keyboard.press("Escape");
      expect(await page.getByRole("button", { name: `${name} ${state}` }).innerText()).toContain(state);
      expect(await inReach()).toBeGreaterThanOrEqual(1);
      expect(await said.innerText()).toBe("现在是机器原文");
      await top.click();
      expect(await said.innerText()).toBe("现在是校订后的文字");
      expect(await page.locator("[data-meant]").count()).toBe(0);
      expect(await page.locator('heard-switch input[value=""]').isChecked()).toBe(true);
      await top.click();
      await page.locator('[data-meant="OpenAI"]').first().waitFor({ state: "attached" });
      await page.close();
    },
  );

  it("is of one page: the next one shows what was meant", async () => {
    const page = await openPage(odyssey);
    await showWords(page, "heard");
    await page.reload();
    expect(await page.locator("[data-passage] .text").first().locator("xpath=//*[@data-meant]").count()).toBe(
      0,
    );
    expect(await page.locator('heard-switch input[value=""]').isChecked()).toBe(true);
    await page.close();
  });

  it("tells what was meant where it shows what was heard", async () => {
    const page = await openPage(distillation);
    await showWords(page, "heard");
    await corrected(page).hover();
    await note(page).waitFor();
    expect(await note(page).innerText()).toContain("蒸馏");
    expect(await corrected(page).innerText()).toBe("征流");
    await page.close();
  });
});

describe("the marks that a reader wants", () => {
  const lines = (page: Page, words: string) =>
    page
      .locator(`.transcript ${words}`)
      .evaluateAll((all) => [...new Set(all.map((own) => getComputedStyle(own).textDecorationLine))]);
  const choose = async (page: Page, value: string) => {
    await page.locator('[popovertarget="reading-settings"]:visible').first().click();
    await page.locator(`reading-settings input[name=marks][value="${value}"]`).check();
    await page.keyboard.press("Escape");
    await page.mouse.move(0, 0);
  };

  it.each([
    ["", "underline", "none", "underline"],
    ["all", "underline", "underline", "underline"],
    ["terms", "underline", "underline", "none"],
    ["corrections", "none", "none", "underline"],
    ["none", "none", "none", "none"],
  ])("are kept from page to page: “%s”", async (value, ofTerms, ofTermsAgain, ofCorrections) => {
    const page = await openPage(odyssey);
    await choose(page, value);
    await page.reload();
    await page.locator("word-notes #word-note").waitFor({ state: "attached" });
    expect(await lines(page, ".term:not([data-again])")).toEqual([ofTerms]);
    expect(await lines(page, ".term[data-again]")).toEqual([ofTermsAgain]);
    expect(await lines(page, "[data-heard]")).toEqual([ofCorrections]);
    expect(await findFaults(page)).toEqual([]);
    await page.close();
  });

  it("never go from a hit: its mark, its line and its note stay", async () => {
    const page = await openPage(`${odyssey}?q=${encodeURIComponent("蒸馏")}`, {
      prepare: (own) => own.addInitScript(() => localStorage.setItem("tingsuo-marks", "none")),
    });
    const hit = page.locator("[data-heard]:has(mark), mark [data-heard]").first();
    await hit.waitFor({ state: "attached" });
    expect(await hit.evaluate((own) => getComputedStyle(own).textDecorationLine)).toBe("underline");
    // The page may still be on its way to the hit, and takes the word from under the pointer.
    await expect
      .poll(
        async () => {
          await page.mouse.move(0, 0);
          await hit.hover();
          return note(page)
            .waitFor({ timeout: 1_000 })
            .then(
              () => true,
              () => false,
            );
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    await page.close();
  });
});

describe("suggesting a fix", () => {
  it("fills in an issue with the passage and its line", async () => {
    const page = await openPage(distillation);
    const passage = page.locator("[data-passage][data-line='2']").first();
    await passage.hover();
    await passage.locator(".fix").hover();
    const issue = new URL((await passage.locator(".fix").getAttribute("href")) ?? "");
    expect(issue.href).toContain("https://github.com/example/xiaoyang/issues/new?");
    expect(issue.searchParams.get("body")).toContain(
      "podcast/episodes/001-distillation/transcript.txt?plain=1#L2",
    );
    expect(issue.searchParams.get("body")).toContain("{ line: 2, heard: , meant:  }");
    await page.close();
  });

  it("says for which passage, in the reader's language", async () => {
    const page = await openPage(distillation);
    const passages = page.locator("[data-passage]");
    const times = await passages.locator(".time").allInnerTexts();
    expect(new Set(times).size).toBeGreaterThan(1);
    for (const [index, time] of times.entries())
      await passages
        .nth(index)
        .getByRole("link", { name: `指正 ${time}`, exact: true })
        .waitFor();
    await page.locator("language-switch button").click();
    await passages
      .first()
      .getByRole("link", { name: `Fix ${times[0]}`, exact: true })
      .waitFor();
    await page.close();
  });

  it("leads to the line of the file without JavaScript", async () => {
    const page = await openPage(distillation, { javaScriptEnabled: false });
    expect(await page.locator("[data-passage][data-line='2'] .fix").first().getAttribute("href")).toBe(
      "https://github.com/example/xiaoyang/blob/main/podcast/episodes/001-distillation/transcript.txt?plain=1#L2",
    );
    await page.close();
  });

  it("is not offered where no repository is named", async () => {
    const page = await openPage(odyssey);
    expect(await page.locator(".fix").count()).toBe(0);
    await page.close();
  });
});

describe("an open note", () => {
  it.each(["light", "dark"] as const)("has nothing for axe to find, %s", async (colorScheme) => {
    const page = await openPage(distillation, { colorScheme });
    await page.locator("word-notes [tabindex='0']").focus();
    await note(page).waitFor();
    expect(await findFaults(page)).toEqual([]);
    await page.close();
  });
});
