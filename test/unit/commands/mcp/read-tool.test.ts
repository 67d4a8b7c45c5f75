import { describe, expect, it } from "vitest";
import { PublishedSite } from "../../../../src/commands/mcp/published-site.ts";
import { readInput, readStretch } from "../../../../src/commands/mcp/read-tool.ts";
import { writeContent } from "../../archive/write-content.ts";

const root = "https://pod.example/pod/";
const lines = ["开场白", "说说蒸馏", "再说说蒸馏", "收尾"];

/** A site of one episode, whose passages are told of as given. */
async function makeSite(segments: readonly object[], more: object = {}): Promise<PublishedSite> {
  const transcript = {
    ...{ version: "1.0.0", timing: "cue", title: "第一夜", show: "夜谈", date: "2025-03", language: "zh-CN" },
    ...{ segments, ...more },
  };
  const folder = await writeContent({ "episodes/第一夜/transcript.json": JSON.stringify(transcript) });
  return new PublishedSite({ root, folder });
}

const timed = lines.map((body, index) => ({
  ...{ speaker: "林晚", startTime: index * 100 + 0.5, endTime: index * 100 + 100, body },
  ...{ anchor: `t=${index * 100}`, lineAnchor: `p${index * 3 + 1}` },
}));
const untimed = lines.map((body, index) => ({
  ...{ startTime: index * 100, endTime: index * 100 + 100, body, isEstimated: true },
  ...{ anchor: index === 2 ? "p4.20" : `p${index * 3 + 1}` },
}));

const read = async (site: PublishedSite, asked: object) =>
  readStretch(site, readInput.parse({ episode: "第一夜", ...asked }));
const texts = async (site: PublishedSite, asked: object) =>
  (await read(site, asked)).passages.map(({ text }) => text);

describe("what an agent reads", () => {
  it("begins with the episode where no place is named", async () => {
    const site = await makeSite(timed, { chapters: [{ title: "开头", startTime: 0, first: 0 }] });
    expect(await read(site, { around: 1 })).toEqual({
      ...{ episode: "第一夜", title: "第一夜", date: "2025-03", language: "zh-CN", timing: "cue" },
      ...{ before: 0, behind: 2 },
      passages: [0, 1].map((index) => ({
        ...{ second: index * 100 + 0.5, time: index === 0 ? "0:00" : "1:40", speaker: "林晚" },
        ...(index === 0 ? { chapter: "开头" } : {}),
        ...{ text: lines[index], anchor: `t=${index * 100}` },
        link: `https://pod.example/pod/episodes/%E7%AC%AC%E4%B8%80%E5%A4%9C/#t=${index * 100}`,
      })),
    });
  });

  it.each([
    ["a second", 250],
    ["a second as text", "250"],
    ["a time", "4:10"],
    ["a link's fragment", "t=200"],
    ["its line", "p7"],
    ["a token of its line", "#p7.3"],
  ])("is the passage at %s, with its neighbours", async (_, from) => {
    const site = await makeSite(timed);
    expect(await texts(site, { from, around: 1 })).toEqual(lines.slice(1));
    expect(await texts(site, { from, around: 0 })).toEqual(["再说说蒸馏"]);
  });

  it("is what a link opens, encoded or not, with a query or without", async () => {
    const site = await makeSite(untimed);
    const page = `${root}episodes/${encodeURIComponent("第一夜")}/`;
    for (const episode of [
      `${page}#p4.20`,
      `${root}episodes/第一夜/?q=蒸馏#p4.31`,
      "/episodes/第一夜/#p4.20",
    ])
      expect(await texts(site, { episode, around: 0 })).toEqual(["再说说蒸馏"]);
    expect(await texts(site, { episode: page, around: 0 })).toEqual(["开场白"]);
  });

  it("says of estimated times that they are, and links to the place", async () => {
    const { passages } = await read(await makeSite(untimed, { timing: "estimated" }), {
      from: 200,
      around: 0,
    });
    expect(passages).toMatchObject([{ second: 200, time: "≈3:20", anchor: "p4.20" }]);
    expect(passages[0]?.link).toMatch(/#p4\.20$/);
  });

  it("is a stretch from one place to another, and says what lies around it", async () => {
    const stretch = await read(await makeSite(timed), { from: "1:40", to: "p7" });
    expect(stretch.passages.map(({ text }) => text)).toEqual(lines.slice(1, 3));
    expect([stretch.before, stretch.behind]).toEqual([1, 1]);
  });

  it("tells of each corrected word what was heard", async () => {
    const segments = [{ ...timed[0], body: "说说蒸馏", changes: [[2, 4, "征流"]] }];
    const { passages } = await read(await makeSite(segments), {});
    expect(passages[0]?.corrected).toEqual([{ text: "蒸馏", heard: "征流" }]);
  });

  it("is bounded, and goes on where it ended until all is read, whatever the passages' lengths", async () => {
    const long = [40_000, 3, 15_999, 16_001, 0, 5].map((length, index) => ({
      ...{ startTime: index, endTime: index + 1, body: String(index).repeat(length), anchor: `t=${index}` },
    }));
    const site = await makeSite(long);
    let asked: object | undefined = { from: 0, to: 5 };
    let all = "";
    for (let answers = 0; asked !== undefined && answers < 20; answers++) {
      const answer = await read(site, asked);
      const own = answer.passages.map(({ text }) => text).join("");
      expect(own.length).toBeLessThanOrEqual(16_000);
      all += own;
      asked = answer.next;
    }
    expect(asked).toBeUndefined();
    expect(all).toBe(long.map(({ body }) => body).join(""));
  });

  it.each([
    ["an episode that is not there", { episode: "../../secret" }, 'There is no episode "../../secret"'],
    ["no place", { from: "dinner" }, '"dinner" is no place in a transcript.'],
    ["a stretch that ends before it begins", { from: 300, to: 100 }, "`to` lies before `from`."],
  ])("is refused in a sentence: %s", async (_, asked, said) => {
    await expect(read(await makeSite(timed), asked)).rejects.toThrow(said);
  });

  it("is refused in a sentence where the file is another's, or empty", async () => {
    await expect(read(await makeSite([]), {})).rejects.toThrow('"第一夜" has no passages');
    await expect(read(await makeSite([{ body: 4 }]), {})).rejects.toThrow(
      /episodes\/第一夜\/transcript\.json does not hold what it should/,
    );
  });

  it("is read by second where a site says no places, and says so of lines", async () => {
    const site = await makeSite(timed.map(({ anchor: _, lineAnchor: __, ...own }) => own));
    const { passages } = await read(site, { from: 100, around: 0 });
    expect(passages).toMatchObject([{ text: "说说蒸馏", anchor: "t=100" }]);
    await expect(read(site, { from: "p4" })).rejects.toThrow("do not say where p4 is");
  });
});
