import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderTranscript } from "../../../../src/components/episode/render-transcript.ts";
import type { Speaker } from "../../../../src/model/cue.ts";
import type { Chapter, Passage } from "../../../../src/model/passage.ts";

const css = readFileSync(new URL("../../../../src/styles/transcript.css", import.meta.url), "utf8");
const tianyi: Speaker = { key: "tianyi", name: "天一", personId: "tianyi", sure: 1 };
const leo: Speaker = { key: "leo", name: "Leo", personId: "leo", sure: 1 };

function makePassage(part: Partial<Passage> & Pick<Passage, "text">): Passage {
  return {
    anchor: "p1",
    lineAnchor: "p1",
    line: 1,
    start: 0,
    end: 10,
    isEstimated: true,
    changes: [],
    cueStarts: [],
    ...part,
  };
}

function render(passages: Passage[], speakers: Speaker[] = [], chapters: Chapter[] = []): string {
  return renderTranscript({ passages, speakers, chapters });
}

describe("the times inside a passage", () => {
  const audio = { url: "/a.opus" };
  const passage = makePassage({
    text: "听到 hello",
    start: 4,
    isEstimated: false,
    cueStarts: [
      [0, 4],
      [3, 5.1],
    ],
  });
  const words = [
    { text: "听到", startTime: 4, offset: 0 },
    { text: "hello", startTime: 5.26, offset: 3 },
  ];

  it("are those of its words where the transcript has them", () => {
    const html = renderTranscript({ passages: [{ ...passage, words }], speakers: [], chapters: [], audio });
    expect(html).toContain('<p class="text" data-timed="word" data-times="0,0 3,126">听到 hello</p>');
  });

  it("are those of its cues where words have none", () => {
    const html = renderTranscript({ passages: [passage], speakers: [], chapters: [], audio });
    expect(html).toContain('<p class="text" data-timed="cue" data-times="0,0 3,110">');
  });

  it("are left out where there is nothing to hear, and where there are none", () => {
    const spoken = { ...passage, words };
    expect(renderTranscript({ passages: [spoken], speakers: [], chapters: [] })).not.toContain("data-times");
    const untimed = makePassage({ text: "好" });
    expect(renderTranscript({ passages: [untimed], speakers: [], chapters: [], audio })).not.toContain(
      "data-times",
    );
  });
});

describe("renderTranscript", () => {
  it("writes a passage's anchor, start, line and speaker as interface.md has them", () => {
    const html = render(
      [
        makePassage({
          text: "大家好",
          anchor: "t=754",
          lineAnchor: "p12",
          line: 12,
          start: 754.32,
          isEstimated: false,
          speaker: leo,
        }),
      ],
      [leo],
    );
    expect(html).toContain('id="t=754" data-passage data-start="754.32" data-line="12" data-speaker="leo"');
  });

  it("answers to the line anchor of a passage that has a real time", () => {
    const html = render([
      makePassage({ text: "大家好", anchor: "t=754.2", lineAnchor: "p12.3", isEstimated: false }),
    ]);
    expect(html).toContain('<span id="p12.3"></span>');
  });

  it("gives an estimated passage one anchor only", () => {
    expect(render([makePassage({ text: "大家好" })]).match(/ id="/g)).toHaveLength(1);
  });

  it("links a passage's time to its own anchor, estimated times with ≈", () => {
    const html = render([makePassage({ text: "好", anchor: "p3", lineAnchor: "p3", start: 750 })]);
    expect(html).toContain('<a class="time" href="#p3">≈12:30</a>');
  });

  it("shows what was meant and keeps what was heard and how sure the reader was", () => {
    const html = render([
      makePassage({
        text: "模型蒸馏和 DeepSeek",
        changes: [
          { from: 2, to: 4, heard: "征流", source: "glossary", sure: 1 },
          { from: 6, to: 14, heard: "低费", source: "correction", sure: 0.85 },
        ],
      }),
    ]);
    expect(html).toContain('模型<span data-heard="征流" data-origin="glossary" title="征流">蒸馏</span>和 ');
    expect(html).toContain('<span data-heard="低费" data-sure="0.85" title="低费">DeepSeek</span>');
  });

  it("names a speaker where the speaker changes and not again", () => {
    const html = render(
      [
        makePassage({ text: "一", speaker: leo }),
        makePassage({ text: "二", speaker: leo }),
        makePassage({ text: "三", speaker: tianyi }),
      ],
      [leo, tianyi],
    );
    expect(html.match(/<p class="speaker">/g)).toHaveLength(2);
  });

  it("names the speaker again after a chapter's heading", () => {
    const chapters: Chapter[] = [{ title: "MoE", start: 10, isEstimated: true, firstPassage: 1 }];
    const html = render(
      [makePassage({ text: "一", speaker: leo }), makePassage({ text: "二", speaker: leo })],
      [leo],
      chapters,
    );
    expect(html.match(/<p class="speaker">/g)).toHaveLength(2);
  });

  it("links a term as a new one where it comes first in a chapter, or in a stretch of an episode without", () => {
    const address = "/terms/x/";
    const passages = Array.from({ length: 4 }, () => makePassage({ text: "蒸馏" }));
    const termsOf = new Map(passages.map((passage) => [passage, [{ from: 0, to: 2, address }]] as const));
    const chapters = [0, 2].map((firstPassage) => ({
      title: "一",
      start: 0,
      isEstimated: true,
      firstPassage,
    }));
    const again = (own: Chapter[], text = passages) =>
      [
        ...renderTranscript({ passages: text, speakers: [], chapters: own }, { termsOf }).matchAll(
          /data-again/g,
        ),
      ].length;
    expect(again(chapters)).toBe(2);
    expect(again([])).toBe(3);
    const long = makePassage({ text: "长".repeat(36 * 40) });
    expect(again([], [passages[0], long, passages[1], passages[2]] as Passage[])).toBe(1);
    expect(again(chapters.slice(0, 1), [passages[0], long, passages[1], passages[2]] as Passage[])).toBe(2);
  });

  it("marks a speaker of whom the transcript is unsure in words", () => {
    const html = render([
      makePassage({ text: "好", speaker: { key: "主持人或曹伟", name: "主持人或曹伟", sure: 0.5 } }),
    ]);
    expect(html).toContain("说话人不确定");
    expect(html).toContain("Not sure who speaks");
  });

  it("says nothing of a doubt about a speaker who is certain", () => {
    expect(render([makePassage({ text: "好", speaker: leo })], [leo])).not.toContain("unsure");
  });

  it("leaves the speaker out where nobody knows who speaks", () => {
    expect(render([makePassage({ text: "好" })])).not.toContain("data-speaker");
  });

  it("puts a chapter's heading before its first passage", () => {
    const chapters: Chapter[] = [{ title: "为什么便宜", start: 10, isEstimated: true, firstPassage: 1 }];
    const html = render([makePassage({ text: "甲甲" }), makePassage({ text: "乙乙" })], [], chapters);
    expect(html).toMatch(/甲甲[\s\S]*<h2 class="chapter" id="chapter-1">[\s\S]*乙乙/);
  });

  it("tells the style sheet how many lines a leaf takes, in classes that it knows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2047 }), (lines) => {
        const [, classes = ""] =
          render([makePassage({ text: "好".repeat(lines * 36) })]).match(/class="leaf ([^"]+)"/) ?? [];
        const told = classes.split(" ").filter((name) => name.startsWith("lines-"));
        expect(told.reduce((sum, name) => sum + Number(name.slice("lines-".length)), 0)).toBe(lines);
        for (const name of classes.split(" "))
          expect(css).toContain(`.${name} {\n  --${name}: ${name.replace(/.*-/, "")};`);
      }),
    );
  });

  it("lets no text become markup, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (text, name) => {
        const html = render([
          makePassage({ text, speaker: { key: name || "x", name: name || "x", sure: 1 } }),
        ]);
        const tags = html.match(/<[^>]*>/g) ?? [];
        expect(tags.every((tag) => /^<\/?(div|p|a|i|span)[ >]/.test(tag))).toBe(true);
      }),
    );
  });

  it("makes a script in a transcript harmless", () => {
    const html = render([makePassage({ text: "</p><script>alert(1)</script> ]]> --> \0" })]);
    expect(html).toContain("&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; --&gt; </p>");
  });

  it("keeps quotes in what was heard inside the attribute", () => {
    const changes = [{ from: 0, to: 1, heard: '"><b>', source: "glossary" as const, sure: 1 }];
    expect(render([makePassage({ text: "好", changes })])).toContain('data-heard="&quot;&gt;&lt;b&gt;"');
  });
});
