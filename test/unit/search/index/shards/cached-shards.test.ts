import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  cacheShard,
  copyShard,
  listCachedShards,
} from "../../../../../src/search/index/shards/cached-shards.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tingsuo-shards-"));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const terms = { bundles: ["abc"], frequentPairs: "", pairStretches: [], commonCharacters: "" };
const members = [{ key: "e1", size: 10 }];

const cache = (name: string) =>
  cacheShard(join(folder, "cached"), name, members, async (own) => {
    await mkdir(join(own, "exact/0"), { recursive: true });
    await writeFile(join(own, "exact/0/a.pf_index"), "what is in it");
    return { code: "1", exact: terms, sound: terms };
  });

describe("cached shards", () => {
  it("are listed and copied as they were made", async () => {
    const shard = await cache("good");
    expect(await listCachedShards(join(folder, "cached"))).toContainEqual(JSON.parse(JSON.stringify(shard)));
    expect(await copyShard(shard, join(folder, "site"))).toBe(true);
    expect(await readFile(join(folder, "site/exact/0/a.pf_index"), "utf8")).toBe("what is in it");
  });

  it("are listed whatever folders of bundles and lists are in them, and with no path that leads out", async () => {
    const make = (paths: readonly string[]) =>
      cacheShard(join(folder, "lists"), "own", members, async (own) => {
        for (const path of paths) {
          await mkdir(join(own, path, ".."), { recursive: true });
          await writeFile(join(own, path), "");
        }
        return { code: "1", exact: terms, sound: terms };
      });
    await make(["exact/pairs/0-1.places", "exact/characters/12.places", "sound/3/index/4.pf_index"]);
    expect(await listCachedShards(join(folder, "lists"))).toHaveLength(1);
    const list = join(folder, "lists/own/shard.json");
    await writeFile(list, (await readFile(list, "utf8")).replace("exact/pairs/0-1", "exact/../../0-1"));
    expect(await listCachedShards(join(folder, "lists"))).toEqual([]);
  });

  it("are copied not at all where a file is missing or another one", async () => {
    for (const damage of [
      (path: string) => rm(path),
      (path: string) => writeFile(path, "what is in iT"),
      (path: string) => writeFile(path, "what is"),
    ]) {
      const shard = await cache("bad");
      await damage(join(folder, "cached/bad/exact/0/a.pf_index"));
      expect(await copyShard(shard, join(folder, "bad-site"))).toBe(false);
      expect(await readdir(folder)).not.toContain("bad-site");
    }
  });

  it("leave nothing where making one fails", async () => {
    await expect(
      cacheShard(join(folder, "cached"), "failed", members, () => Promise.reject(new Error("no memory"))),
    ).rejects.toThrow("no memory");
    expect((await readdir(join(folder, "cached"))).filter((name) => name.startsWith("failed"))).toEqual([]);
  });

  it("are none where their list cannot be read", async () => {
    await cache("odd");
    await writeFile(join(folder, "cached/odd/shard.json"), "{");
    expect((await listCachedShards(join(folder, "cached"))).map(({ name }) => name)).not.toContain("odd");
    expect(await listCachedShards(join(folder, "nowhere"))).toEqual([]);
  });
});
