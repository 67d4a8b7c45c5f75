import { describe, expect, it } from "vitest";
import { isContentWord } from "../../../../src/search/tokenize/is-content-word.ts";

describe("isContentWord", () => {
  it.each(["咖啡", "火山", "gpu", "大学"])("takes %s for what an episode is about", (word) => {
    expect(isContentWord(word)).toBe(true);
  });

  it.each(["觉得", "我们", "时候", "非常", "ok"])("takes %s for what any talk is made of", (word) => {
    expect(isContentWord(word)).toBe(false);
  });
});
