import { access, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPage } from "../browser/open-page.ts";
import { type SiteServer, serveSite } from "../serve-site.ts";
import { buildSite, makeBuildFolder } from "./build-sites.ts";

// What pages say in the states in which a sentence that is fine elsewhere would be untrue.

let folder = "";

/** An episode that nobody corrected, one that was, one with some times, a draft; names that stand nowhere. */
const awkward = {
  "show.yaml": "title: 怪\ndescription: 怪\nlanguage: zh-CN\nauthor: 某人\n",
  "people.yaml":
    "lin: { name: 林晚, role: host }\nzhou: { name: 周一鸣, bio: 哪一期都没有他。 }\nmaya: { name: Maya }\nnel: { name: 内尔 }\n",
  "glossary.yaml":
    "- { term: 蒸馏, heard: [征流], note: 教小模型。 }\n- term: ChatGPT\n- { term: 量化, heard: [亮化] }\n",
  "episodes/untouched/episode.md": "---\ntitle: 第一期\ndate: 2025-01-01\npeople: [nel]\n---\n",
  "episodes/untouched/transcript.txt":
    "今天说说ChatGPT，还有英伟达的卡。\n模型的蒸馏，下次再说。下次也说ChatGPT。\n",
  "episodes/touched/episode.md":
    "---\ntitle: 第二期\ndate: 2025-02-01\naudio: https://example.org/a.mp3\nspeakers: { 甲: lin }\n---\n",
  "episodes/touched/transcript.vtt":
    "WEBVTT\n\n00:00.000 --> 00:40.000\n<v 甲>今天聊聊征流，就是教小模型。\n\n00:40.000 --> 01:20.000\n<v 乙>好的，火车来了。\n",
  "episodes/touched/corrections.yaml": "turns:\n  - { line: 7, speaker: maya, sure: 0.5 }\n",
  "episodes/mixed/episode.md": "---\ntitle: 一半有时间\ndate: 2025-03-01\n---\n",
  "episodes/mixed/transcript.vtt":
    "WEBVTT\n\n开头没有时间，说的是天气。\n\n00:10.000 --> 00:20.000\n后来有了时间。\n",
  "episodes/draft/episode.md": "---\ntitle: 草稿\ndate: 2025-04-01\ndraft: true\n---\n",
  "episodes/draft/transcript.txt": "草稿里说量化。\n",
};

/** People typed it; one of everything, and no topic, no recording, no times. */
const typed = {
  "show.yaml": "title: Typed\ndescription: One\nlanguage: en\nauthor: Somebody\nmachine: false\n",
  "people.yaml": "ann: { name: Ann }\n",
  "glossary.yaml": "- { term: distillation, heard: [distilation], note: Teaching a small model. }\n",
  "episodes/one/episode.md": "---\ntitle: The only one\ndate: 2025\nspeakers: { A: ann }\n---\n",
  "episodes/one/transcript.txt": "A: Today we talk of distilation.\n",
};

/** No episode but a draft; another show's people and terms. */
const empty = {
  "show.yaml": "title: 空\ndescription: 空\nlanguage: zh-CN\nauthor: 某人\n",
  "people.yaml": awkward["people.yaml"],
  "glossary.yaml": awkward["glossary.yaml"],
  "episodes/draft/episode.md": awkward["episodes/draft/episode.md"],
  "episodes/draft/transcript.txt": awkward["episodes/draft/transcript.txt"],
};

beforeAll(async () => {
  folder = await makeBuildFolder();
  for (const [name, files] of Object.entries({ awkward, typed, empty })) {
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, name, "content", path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await buildSite({
      ARCHIVE_CONTENT: join(folder, name, "content"),
      ARCHIVE_OUT: join(folder, name, "dist"),
      ARCHIVE_CACHE: join(folder, name, "cache"),
      ARCHIVE_BASE: "",
      ARCHIVE_SITE: "",
    });
  }
}, 600_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const readFileOf = (site: string, path: string) => readFile(join(folder, site, "dist", path), "utf8");
const exists = (site: string, path: string) =>
  access(join(folder, site, "dist", path)).then(
    () => true,
    () => false,
  );

/** What a reader of one language has before them of `<main>`. */
async function readPage(site: string, path: string, language: "zh" | "en" = "zh"): Promise<string> {
  const html = await readFileOf(site, `${path}index.html`);
  const main = /<main\b.*<\/main>/s.exec(html)?.[0] ?? "";
  const other = language === "zh" ? "en" : "zh";
  return main
    .replace(/<(script|style|template)\b.*?<\/\1>/gs, "")
    .replace(new RegExp(`<span data-word="${other}"[^>]*>[^<]*</span>`, "g"), "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

describe("an episode", () => {
  it("that nobody corrected is called corrected nowhere", async () => {
    const zh = await readPage("awkward", "episodes/untouched/");
    expect(zh).toContain("文字由机器听写。");
    expect(zh).toContain("文字由机器听写；与录音不同之处，以录音为准。");
    expect(zh).not.toMatch(/校订|机器原/);
    expect(await readPage("awkward", "episodes/untouched/", "en")).not.toMatch(/corrected|As heard/i);
  });

  it("that was corrected says in how many places", async () => {
    expect(await readPage("awkward", "episodes/touched/")).toContain("文字由机器听写，校订了1处。");
    const en = await readPage("awkward", "episodes/touched/", "en");
    expect(en).toContain("Text made by a machine, 1 place corrected.");
    expect(en).toContain("The text was made by a machine, 1 place corrected; where it differs");
  });

  it("without a recording here says so, and nothing of whether there is one elsewhere", async () => {
    expect(await readPage("awkward", "episodes/untouched/")).toContain("这里没有这一期的录音");
    expect(await readPage("awkward", "episodes/touched/")).not.toContain("没有这一期的录音");
  });

  it("says of times before the first exact one no more than that they are estimated", async () => {
    expect(await readPage("awkward", "episodes/mixed/")).toContain("带“≈”的时间是按旁边准确的时间估算的。");
  });
});

describe("what people typed", () => {
  it.each(["zh", "en"] as const)("is nowhere said to be a machine's, in %s", async (language) => {
    for (const path of ["", "episodes/one/", "terms/", "terms/distillation/", "people/ann/", "search/"])
      expect(await readPage("typed", path, language)).not.toMatch(/机器|听成|machine|recogni|\bheard\b/i);
    expect(await readPage("typed", "episodes/one/", "en")).toContain(
      "Text typed by people, 1 place corrected.",
    );
    expect(await readPage("typed", "terms/distillation/", "en")).toContain("Sometimes typed as");
  });

  it("is shown as it was typed by the search, the notes of words and files", async () => {
    const site = await serveSite(join(folder, "typed", "dist"));
    const page = await openPage(`${site.url}search/?q=distillation`);
    await page.locator("[data-corrected]:not([hidden])").waitFor();
    expect(await page.locator("[data-corrected]").innerText()).toBe(
      "“distillation” was typed as “distilation”",
    );
    await page.goto(`${site.url}episodes/one/`);
    await page.locator("[data-heard]").hover();
    await page.locator("#word-note").waitFor();
    expect(await page.locator("#word-note").innerText()).toMatch(/^Typed as/);
    const saved = page.waitForEvent("download");
    await page.locator('[data-format="md"][data-variant="heard"]').click();
    const file = await readFile(await (await saved).path(), "utf8");
    expect(file).toContain("Text typed by people, as it was before it was corrected.");
    await page.close();
    await site.close();
  });
});

describe("a term that no episode says, and a person whom none names", () => {
  it("have no page, nor does the site lead to one", async () => {
    expect(await exists("awkward", "terms/蒸馏/index.html")).toBe(true);
    expect(await exists("awkward", "people/maya/index.html")).toBe(true);
    expect(await exists("awkward", "terms/量化/index.html")).toBe(false);
    expect(await exists("awkward", "people/zhou/index.html")).toBe(false);
    const lists = ["index.html", "terms/index.html", "people/index.html", "sitemap-0.xml"];
    for (const name of lists)
      expect(await readFileOf("awkward", name)).not.toMatch(/量化|%E9%87%8F%E5%8C%96|zhou|周一鸣/i);
  });

  it("are found by the search under no name, and offered by none", async () => {
    const site = await serveSite(join(folder, "awkward", "dist"));
    const page = await openPage(`${site.url}search/`);
    const names = await page.evaluate(async () => {
      const { search } = await globalThis.importModule("/search-api.js");
      const answers = await Promise.all(["量化", "周一鸣", "蒸馏", "内尔"].map((query) => search(query)));
      return answers.map((answer) => answer.names.length);
    });
    expect(names).toEqual([0, 0, 1, 1]);
    const offers = async (typedSo: string) => {
      await page.locator("#search-query").fill(typedSo);
      await page.waitForTimeout(500);
      return page.locator("#search-query-offers [role=option]").allInnerTexts();
    };
    expect(await offers("周一")).toEqual([]);
    expect(await offers("量化")).toEqual([]);
    // Somebody who is in an episode, and whose name nobody says, is offered without a count.
    expect((await offers("内尔")).join()).not.toContain("0期");
    await page.close();
    await site.close();
  });

  it("leave lists that say to visitors that nothing is there", async () => {
    expect(await readPage("empty", "terms/")).toContain("这里没有整理出来的词条。");
    expect(await readPage("empty", "people/")).toContain("这里没有人物介绍。");
    expect(await readPage("empty", "")).toContain("这里还没有节目，过些时候再来看看。");
    for (const path of ["", "terms/", "people/", "episodes/", "topics/", "search/"])
      expect(await readPage("empty", path)).not.toMatch(/林晚|在词条里找|\.yaml|undefined|NaN/);
  });
});

describe("a person", () => {
  it("has as many episodes in each list as on their page", async () => {
    expect(await readPage("awkward", "people/")).toMatch(/Maya 1期/);
    expect(await readPage("awkward", "people/maya/")).toMatch(/Maya 1期 说话人不确定/);
    expect(await readPage("awkward", "people/lin/")).toMatch(/林晚 主持 1期 讲话/);
  });
});

describe("the search", () => {
  let site: SiteServer;
  beforeAll(async () => {
    site = await serveSite(join(folder, "awkward", "dist"));
  });
  afterAll(() => site.close());

  /** The status, the notes below it, and what stands beside them. */
  async function ask(query: string) {
    const page = await openPage(`${site.url}search/?q=${encodeURIComponent(query)}`);
    await page.locator('main[data-search-state="ready"]').waitFor();
    await page.waitForTimeout(800);
    const [status, notes, main] = await Promise.all(
      ["[data-status]", "[data-notes]", "main"].map((own) => page.locator(own).innerText()),
    );
    await page.close();
    return { status, notes, main: main as string };
  }

  it("does not deny a word beside words that hold it", async () => {
    const { status, main } = await ask("chat");
    expect(status).toBe("没有单独说到“chat”");
    expect(main).toContain("ChatGPT");
    expect(main).not.toMatch(/没有找到|没有人说到|没有说到过/);
  });

  it("does not say that nobody says a word whose other writing stands below", async () => {
    const { notes, main } = await ask("nvidia 蒸馏");
    expect(notes).toContain("没有单独说到“nvidia”，下面是其余的词找到的。");
    expect(main).toContain("1期里有1处把其中的词写成：");
  });

  it("does not say that somebody is not found beside their name", async () => {
    const { status, main } = await ask("内尔");
    expect(status).toBe("没有逐字说到“内尔”");
    expect(main).toMatch(/人物\s+内尔/);
  });

  it("says of filters that they hold, and of a person who never speaks no more than that", async () => {
    expect((await ask("火车 speaker:lin")).status).toBe("筛选之后，没有逐字说到“火车”");
    const { status, notes, main } = await ask("天气 speaker:周一鸣");
    expect(status).toBe("“天气”在1期里出现1次");
    expect(notes).toContain("没有说话人叫“周一鸣”");
    // Nor is it among the filters in use.
    expect(main).not.toContain("说话人：周一鸣");
  });

  it("says of several words that no episode has all of them", async () => {
    expect((await ask("火车 天气")).status).toBe("没有一期同时说到“火车 天气”，下面是最接近的段落");
  });

  it("counts what begins so while one types, and says that it does", async () => {
    const page = await openPage(`${site.url}search/`);
    await page.locator("#search-query").pressSequentially("chat");
    await page.locator("[data-status]").getByText("“chat…”在1期里出现2次", { exact: true }).waitFor();
    await page.close();
  });
});
