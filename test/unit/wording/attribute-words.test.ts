import { expect, it } from "vitest";
import { attributeWords } from "../../../src/wording/interface-words.ts";

it("writes an attribute in the show's language and keeps both for the switch", () => {
  expect(attributeWords("placeholder", { zh: "搜索", en: "Search" }, "en")).toEqual({
    placeholder: "Search",
    "data-zh-placeholder": "搜索",
    "data-en-placeholder": "Search",
  });
});
