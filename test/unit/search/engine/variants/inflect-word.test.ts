import { describe, expect, it } from "vitest";
import { inflectWord } from "../../../../../src/search/engine/variants/read-word.ts";

describe("inflectWord", () => {
  it.each([
    ["agent", "agents"],
    ["company", "companies"],
    ["box", "boxes"],
    ["model", "models"],
    ["use", "using"],
    ["plan", "planned"],
    ["study", "studied"],
    ["scale", "scaling"],
    ["thing", "things"],
  ])("gives for %s %s, and the other way round", (base, form) => {
    expect(inflectWord(base)).toContain(form);
    expect(inflectWord(form)).toContain(base);
  });

  it.each(["this", "news", "gas", "gpt4", "naïve", "ai", "during"])("gives nothing for %s", (word) => {
    expect(inflectWord(word)).toEqual([]);
  });

  it("never takes one word for another that begins so", () => {
    expect(inflectWord("rating")).not.toContain("rat");
    expect(inflectWord("hoping")).not.toContain("hop");
    expect(inflectWord("university")).not.toContain("universal");
  });
});
