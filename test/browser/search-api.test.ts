import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openPage } from "./open-page.ts";

const site = inject("siteUrl");
const odyssey = inject("odysseyUrl");

interface Found {
  readonly total: { readonly episodes: number; readonly hits: number };
  readonly episodes: readonly { readonly slug: string; readonly hits: number; readonly url: string }[];
  /** Of the first episode. */
  readonly passages: readonly {
    readonly url: string;
    readonly text: string;
    readonly marked: readonly string[];
  }[];
}

/** Searches through `/search-api.js` as any program would. */
function search(page: Page, query: string, options: Record<string, unknown> = {}): Promise<Found> {
  const api = new URL("search-api.js", page.url().startsWith(site) ? site : odyssey).href;
  return page.evaluate(
    async ({ address, text, settings }) => {
      const module = await globalThis.importModule(address);
      const { total, episodes } = await module.search(text, settings);
      const passages = (await episodes[0]?.passages()) ?? [];
      return {
        total,
        episodes: episodes.map(({ slug, hits, url }: Found["episodes"][number]) => ({ slug, hits, url })),
        passages: passages.map((passage: { url: string; text: string; marks: [number, number][] }) => ({
          url: passage.url,
          text: passage.text,
          marked: passage.marks.map(([from, to]) => passage.text.slice(from, to)),
        })),
      };
    },
    { address: api, text: query, settings: options },
  );
}

describe("a search of the first archive", () => {
  let page: Page;

  beforeAll(async () => {
    page = await openPage(odyssey);
  });

  afterAll(() => page.close());

  it.each([
    ["MoE", /^MoE$/i],
    ["RL", /^(?:RL|强化学习|reinforcement learning)$/i],
    ["蒸馏", /^(?:.{0,2}蒸馏|.*distill.*)$/i],
    ["deepseek", /^DeepSeek$/i],
    ["強化學習", /^(?:RL|强化学习|reinforcement learning)$/i],
    ["强化学习", /^(?:RL|强化学习|reinforcement learning)$/i],
  ])("finds %s, and each hit's link opens the passage and marks it", async (query, form) => {
    const { total, passages } = await search(page, query);
    expect(total.hits).toBeGreaterThan(9);
    expect(passages.reduce((sum, { marked }) => sum + marked.length, 0)).toBeGreaterThanOrEqual(
      total.hits * 0.9,
    );
    for (const { marked } of passages) for (const written of marked) expect(written).toMatch(form);
    for (const { url, text } of passages.slice(0, 5)) {
      const address = new URL(url, odyssey);
      address.searchParams.set("q", query);
      await page.goto(address.href);
      const passage = page.locator("[data-passage][aria-current]");
      await passage.locator("mark").first().waitFor({ state: "attached" });
      expect(await passage.isVisible()).toBe(true);
      const shown = (await passage.innerText()).replace(/\s/g, "");
      expect(shown).toContain(text.replace(/\s/g, "").slice(0, 40));
      const box = await passage.boundingBox();
      expect(box?.y).toBeLessThan(700);
    }
  });

  it("counts 蒸馏 where the corrected transcript says it, and nowhere else", async () => {
    await page.goto(`${odyssey}episodes/deepseek-r1/`);
    const text = (await page.locator("[data-passage] .text").allTextContents()).join("\n");
    const { total } = await search(page, '"蒸馏"');
    const said = text.match(/蒸馏|distillation/gi)?.length ?? 0;
    expect(Math.abs(total.hits - said)).toBeLessThanOrEqual(2);
    expect(total.hits).toBeGreaterThanOrEqual(48);
  });
});

describe("the answer", () => {
  const queries = [
    "强化学习",
    "苹果公司",
    "段简",
    "GPT-4o",
    "RL",
    "化学",
    "蒸",
    "經濟",
    "哈哈",
    "的",
    "o1 蒸馏",
    "C++",
  ];

  let page: Page;
  const expected: Found[] = [];

  beforeAll(async () => {
    page = await openPage(site);
    for (const query of queries) expected.push(await search(page, query));
  });

  afterAll(() => page.close());

  it.each(["zh-CN", "en", "ja"])(
    "is the same on a page in %s without the browser's word cutter",
    async (language) => {
      const prepare = async (own: Page) => {
        await own.addInitScript((lang) => {
          Reflect.deleteProperty(Intl, "Segmenter");
          new MutationObserver(() => document.documentElement?.setAttribute("lang", lang)).observe(document, {
            childList: true,
          });
        }, language);
        // A worker has an Intl of its own.
        await own.route("**/search-scripts/*/worker.js", async (route) => {
          const body = await (await route.fetch()).text();
          await route.fulfill({
            contentType: "text/javascript",
            body: `Reflect.deleteProperty(Intl, "Segmenter");${body}`,
          });
        });
      };
      const other = await openPage(`${site}episodes/`, { prepare });
      expect(await other.evaluate(() => [document.documentElement.lang, "Segmenter" in Intl])).toEqual([
        language,
        false,
      ]);
      const answers = [];
      for (const query of queries) answers.push(await search(other, query));
      expect(answers).toEqual(expected);
      expect(expected.filter(({ total }) => total.hits > 0).length).toBeGreaterThan(8);
      await other.close();
    },
  );

  it("tells what the glossary added, and leaves it out when asked", async () => {
    const ask = (options: Record<string, unknown>) =>
      page.evaluate(
        async ({ address, settings }) => {
          const module = await globalThis.importModule(address);
          const { total, aliases } = await module.search("RL", settings);
          return { hits: total.hits, aliases };
        },
        { address: new URL("search-api.js", site).href, settings: options },
      );
    const all = await ask({});
    const alone = await ask({ aliases: false });
    expect(all.aliases).toEqual(["强化学习"]);
    expect(alone.aliases).toEqual([]);
    expect(alone.hits).toBeLessThan(all.hits);
    expect(all.hits - alone.hits).toBe((await search(page, "强化学习", { aliases: false })).total.hits);
  });

  it("tells of each passage what was heard where a word was corrected, and its score", async () => {
    const passages = await page.evaluate(async (address) => {
      const module = await globalThis.importModule(address);
      const found = [];
      for (const query of ["模型蒸馏", "蒸馏", "我笑了好久"]) {
        const { episodes } = await module.search(query);
        for (const episode of episodes) found.push(...(await episode.passages()));
      }
      return found;
    }, new URL("search-api.js", site).href);
    const heard = passages.flatMap(({ text, heard: own = [] }) =>
      own.map((word: { at: [number, number]; heard: string; sure: number }) => [
        text.slice(...word.at),
        word.heard,
        word.sure,
      ]),
    );
    expect(heard).toContainEqual(["蒸馏", "征流", 1]);
    expect(heard).toContainEqual(["我笑了好久", "我笑了很久", 0.7]);
    expect(passages.some(({ heard: own }) => own === undefined)).toBe(true);
    for (const { score } of passages) expect(score).toBeGreaterThan(0);
  });

  it("keeps GPT-4o, o1, C++, C#, 3.7 and RL apart from what only looks like them", async () => {
    for (const [query, form] of [
      ["GPT-4o", /^GPT[- ]?4o$/i],
      ["o1", /^o1$/i],
      ["C++", /^C\+\+$/i],
      ["C#", /^C#$/i],
      ["3.7", /^3\.7$/],
      ["RLHF", /^RLHF$/],
    ] as const) {
      const { passages } = await search(page, query);
      expect(passages.length, query).toBeGreaterThan(0);
      for (const { marked } of passages) for (const written of marked) expect(written).toMatch(form);
    }
  });

  it("never takes 苹果 and 公司 apart for 苹果公司", async () => {
    const { passages } = await search(page, "苹果公司");
    for (const { marked } of passages)
      for (const written of marked) expect(written).toMatch(/^[苹蘋]果公司$/);
  });

  it("finds the text of strangers as text", async () => {
    let alerts = 0;
    page.on("dialog", (dialog) => {
      alerts++;
      return dialog.dismiss();
    });
    const { episodes, passages } = await search(page, "script alert");
    expect(episodes.map(({ slug }) => slug)).toEqual(["006-hostile"]);
    expect(passages[0]?.text).toContain("<script>");
    await page.goto(`${site}search/?q=${encodeURIComponent("script alert")}`);
    await page.locator("[data-hit]").first().waitFor();
    await page.locator("[data-hit]").first().click();
    await page.locator("[data-passage][aria-current]").waitFor();
    expect(alerts).toBe(0);
  });

  it("finds no word of a draft", async () => {
    expect((await search(page, "紫藤萝")).total).toEqual({ episodes: 0, hits: 0 });
  });

  it("keeps filters and orders by date", async () => {
    const all = await search(page, "蒸馏", { sort: "newest" });
    const oldest = await search(page, "蒸馏", { sort: "oldest" });
    expect(oldest.episodes.map(({ slug }) => slug)).toEqual(all.episodes.map(({ slug }) => slug).reverse());
    const dates: { slug: string; date: string }[] = JSON.parse(
      await readFile(join(inject("siteDir"), "episodes.json"), "utf8"),
    );
    const year = dates.find(({ slug }) => slug === all.episodes[0]?.slug)?.date.slice(0, 4) ?? "";
    const inYear = await search(page, "蒸馏", { filters: { year: [year] } });
    expect(inYear.episodes.map(({ slug }) => slug).sort()).toEqual(
      all.episodes
        .map(({ slug }) => slug)
        .filter((slug) => dates.find((own) => own.slug === slug)?.date.startsWith(year))
        .sort(),
    );
  });

  it("tells the writings of what sounds alike, and finds the places of one alone", async () => {
    const api = new URL("search-api.js", site).href;
    const found = await page.evaluate(async (address) => {
      const { search: ask } = await globalThis.importModule(address);
      const all = await ask("整流", { tiers: ["sound"] });
      const [first] = all.forms;
      const one = await ask("整流", { tiers: ["sound"], forms: [first.form] });
      const passages = await one.episodes[0].passages();
      const marked = passages.flatMap(({ text, marks }: { text: string; marks: [number, number][] }) =>
        marks.map(([from, to]) => text.slice(from, to)),
      );
      const { form, hits, isLikely } = first;
      return { form, hits, isLikely, total: all.totals.sound.hits, own: one.totals.sound, marked };
    }, api);
    expect(found).toMatchObject({ form: "蒸馏", isLikely: false });
    expect(found.own.hits).toBe(found.hits);
    expect(found.total).toBeGreaterThanOrEqual(found.hits);
    for (const mark of found.marked) expect(mark).toMatch(/^蒸[馏餾]$/);
  });

  it("rejects with an AbortError when it is aborted", async () => {
    const name = await page.evaluate(async (address) => {
      const { search: find } = await globalThis.importModule(address);
      const controller = new AbortController();
      const answer = find("蒸馏", { signal: controller.signal });
      controller.abort();
      return answer.then(String, (error: Error) => error.name);
    }, `${site}search-api.js`);
    expect(name).toBe("AbortError");
  });

  it.each([
    ["the pointer", "**/search-pointer.json", "abort"],
    ["the search's own script", "**/search-scripts/*/api.js*", "404"],
    ["the manifest", "**/search-data/archive.*/manifest.json", "abort"],
    ["Pagefind", "**/pagefind/*/pagefind.js", "abort"],
    ["the WebAssembly", "**/wasm.unknown.pagefind", "abort"],
    ["an index file", "**/*.pf_index", "abort"],
    ["the index's metadata", "**/*.pf_meta", "404"],
    ["an index file cut short", "**/*.pf_index", "short"],
    ["the worker", "**/search-scripts/*/worker.js", "404"],
  ])(
    "is a SearchLoadError when %s fails to load, and comes when it loads again",
    async (_name, pattern, fault) => {
      const page = await openPage(site);
      await page.route(pattern, async (route) => {
        if (fault === "abort") return route.abort();
        if (fault === "404")
          return route.fulfill({ status: 404, contentType: "text/html", body: "<p>not here</p>" });
        const response = await route.fetch();
        await route.fulfill({ body: (await response.body()).subarray(0, 40) });
      });
      const ask = () =>
        page.evaluate(async (address) => {
          const { search: find } = await globalThis.importModule(address);
          return find("蒸馏").then(
            ({ total }: Found) => total.hits,
            (error: Error) => error.name,
          );
        }, `${site}search-api.js`);
      expect(await ask()).toBe("SearchLoadError");
      expect(await ask()).toBe("SearchLoadError");
      await page.unrouteAll({ behavior: "wait" });
      // A search ends with the first file that fails. Of the others that it asked for one may still be read, cut short
      // as it came: the search that waits for it fails too, and it is asked for again by the next.
      await expect.poll(ask, { timeout: 10_000 }).toBeGreaterThan(0);
      await page.close();
    },
  );
});
