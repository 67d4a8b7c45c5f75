import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chooseStandard, writeTraditional } from "../../../src/integrations/traditional-interface.ts";

describe("chooseStandard", () => {
  it("knows the languages that are written in Traditional, and where", () => {
    const tags = [
      "zh-TW",
      "zh-Hant",
      "zh-HK",
      "zh-MO",
      "yue",
      "zh-Hant-HK",
      "zh",
      "zh-CN",
      "zh-Hans-HK",
      "ja",
    ];
    expect(tags.map(chooseStandard)).toEqual([
      ...["twp", "twp", "hkp", "hkp", "hkp", "hkp"],
      ...[undefined, undefined, undefined, undefined],
    ]);
  });
});

describe("writeTraditional", () => {
  it("says the interface's words as Taiwan and Hong Kong do, and the tag of their language", async () => {
    const code = readFileSync("src/wording/interface-words.ts", "utf8");
    const [taiwan, hongKong] = await Promise.all([
      writeTraditional(code, "twp"),
      writeTraditional(code, "hkp"),
    ]);
    expect(taiwan).toContain('zh: "zh-TW", en: "en"');
    expect(hongKong).toContain('zh: "zh-HK", en: "en"');
    expect(taiwan).toContain('search: { zh: "搜尋", en: "Search" }');
    expect(hongKong).toContain('searchLabel: { zh: "搜尋節目裏説過的話"');
  });
  it("mends what OpenCC's phrases get wrong", async () => {
    expect(await writeTraditional("文件里也写明了，没有加载出来", "twp")).toBe(
      "檔案裡也寫明了，沒有載入出來",
    );
  });
  it("changes nothing that is not Chinese", async () => {
    const code = 'export const { a } = "b"; // `x`';
    expect(await writeTraditional(code, "twp")).toBe(code);
  });
});
