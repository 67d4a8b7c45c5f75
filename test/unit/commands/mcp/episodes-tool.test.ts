import { describe, expect, it } from "vitest";
import { episodesInput, listEpisodes } from "../../../../src/commands/mcp/episodes-tool.ts";
import { PublishedSite } from "../../../../src/commands/mcp/published-site.ts";
import { writeContent } from "../../archive/write-content.ts";

const root = "https://pod.example/";
const listed = [
  {
    slug: "c",
    title: "C++ 与 蒸馏",
    date: "2025-03-05",
    people: [{ name: "林晚", id: "lin", role: "host" }],
  },
  { slug: "b", title: "第二夜", date: "2025-03", people: [{ name: "Maya Cohen" }] },
  { slug: "a", title: "第一夜", date: "2024", people: [{ name: "林晚", id: "lin" }] },
].map((own) => ({ ...own, duration: 3723, url: `/episodes/${own.slug}/`, topics: ["蒸馏"], timing: "cue" }));

async function list(asked: object) {
  const folder = await writeContent({ "episodes.json": JSON.stringify(listed) });
  return listEpisodes(new PublishedSite({ root, folder }), episodesInput.parse(asked));
}

const slugs = async (asked: object) => (await list(asked)).episodes.map(({ episode }) => episode);

describe("what episodes an agent is told of", () => {
  it("are all, newest first, each with its second and link", async () => {
    const { total, more, episodes } = await list({});
    expect([total, more, episodes.map(({ episode }) => episode)]).toEqual([3, 0, ["c", "b", "a"]]);
    expect(episodes[0]).toEqual({
      ...{ episode: "c", title: "C++ 与 蒸馏", date: "2025-03-05", duration: "1:02:03", topics: ["蒸馏"] },
      people: [{ name: "林晚", id: "lin", role: "host" }],
      ...{ timing: "cue", second: 0, link: "https://pod.example/episodes/c/" },
    });
  });

  it.each([
    [{ text: "c++" }, ["c"]],
    [{ text: "夜 第一" }, ["a"]],
    [{ text: "蒸餾" }, ["c", "b", "a"]],
    [{ text: "maya" }, ["b"]],
    [{ person: "lin" }, ["c", "a"]],
    [{ person: "maya cohen" }, ["b"]],
    [{ person: "林晚", after: "2025" }, ["c"]],
    [{ after: "2025-03-06" }, ["b"]],
    [{ before: "2025-03" }, ["a"]],
    [{ text: "没有" }, []],
  ])("are those that %j asks for", async (asked, found) => {
    expect(await slugs(asked)).toEqual(found);
  });

  it("come page by page, and say how many are left", async () => {
    expect(await list({ limit: 1, skip: 1 })).toMatchObject({
      total: 3,
      more: 1,
      episodes: [{ episode: "b" }],
    });
    expect(await list({ skip: 9 })).toMatchObject({ total: 3, more: 0, episodes: [] });
  });

  it("are not told of where the list is another's, or not there", async () => {
    const at = async (files: Record<string, string>) =>
      listEpisodes(new PublishedSite({ root, folder: await writeContent(files) }), episodesInput.parse({}));
    await expect(at({ "episodes.json": '[{"slug":1}]' })).rejects.toThrow("does not hold what it should");
    await expect(at({ "other.json": "" })).rejects.toThrow(/There is no .*episodes\.json\. /);
  });

  it.each([
    { limit: 101 },
    { limit: 0 },
    { skip: -1 },
    { after: "2025-02-30" },
    { other: 1 },
    { text: "a".repeat(201) },
  ])("are not asked for with %j", (asked) => expect(episodesInput.safeParse(asked).success).toBe(false));
});
