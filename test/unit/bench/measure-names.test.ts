import { expect, it } from "vitest";
import { stripTitle } from "../../bench/measure-names.ts";

it.each([
  ["第12期：为什么，我们还在读《红楼梦》？", "为什么 我们还在读 红楼梦"],
  ["EP07. AI and You!", "ai and you"],
  ["S2E5 | 30%的人不知道", "30%的人不知道"],
  ["003-火星", "火星"],
  ["#12", ""],
])("strips %s as somebody remembers it: %s", (title, stripped) => {
  expect(stripTitle(title)).toBe(stripped);
});
