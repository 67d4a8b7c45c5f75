import { describe, expect, it } from "vitest";
import {
  makeIssueAddress,
  makeLineAddress,
  type Repository,
  readRepository,
} from "../../../src/text/repository-address.ts";

function read(address: string): Repository {
  const repository = readRepository(address);
  if (repository === undefined) throw new Error(`not read: ${address}`);
  return repository;
}

const transcript = ["episodes", "第一期", "transcript.txt"];

describe("readRepository", () => {
  it.each([
    ["https://github.com/lin/podcast", "github"],
    ["https://github.com/lin/podcast.git", "github"],
    ["https://gitee.com/lin/podcast/", "github"],
    ["https://gitlab.com/group/sub/podcast", "gitlab"],
    ["https://gitlab.example.org/lin/podcast", "gitlab"],
    ["https://codeberg.org/lin/podcast", "gitea"],
    ["https://gitea.example.org/lin/podcast", "gitea"],
  ])("knows the kind of host of %s", (address, forge) => {
    expect(read(address)).toMatchObject({ forge, branch: "HEAD", folder: "content" });
  });

  it.each([
    [
      "https://git.example.org/lin/podcast/tree/main/show/content",
      "github",
      "https://git.example.org/lin/podcast",
    ],
    [
      "https://git.example.org/a/b/podcast/-/tree/main/show/content",
      "gitlab",
      "https://git.example.org/a/b/podcast",
    ],
    [
      "https://git.example.org/lin/podcast/src/branch/main/show/content",
      "gitea",
      "https://git.example.org/lin/podcast",
    ],
  ])("takes the branch and the folder from %s", (address, forge, url) => {
    expect(read(address)).toEqual({ url, forge, branch: "main", folder: "show/content" });
  });

  it("takes a stray % in a branch or folder for what it is", () => {
    expect(read("https://github.com/lin/podcast/tree/50%/100%")).toMatchObject({
      branch: "50%",
      folder: "100%",
    });
  });

  it("takes a branch without a folder for the top of the repository", () => {
    expect(read("https://github.com/lin/podcast/tree/main").folder).toBe("");
  });

  it.each(["https://example.org/repo", "https://git.example.org/lin/podcast", "https://github.com/lin"])(
    "reads nothing into %s",
    (address) => {
      expect(readRepository(address)).toBeUndefined();
    },
  );
});

describe("makeLineAddress", () => {
  it.each([
    [
      "https://github.com/lin/podcast",
      "https://github.com/lin/podcast/blob/HEAD/content/episodes/%E7%AC%AC%E4%B8%80%E6%9C%9F/transcript.txt?plain=1#L12",
    ],
    [
      "https://gitlab.com/lin/podcast",
      "https://gitlab.com/lin/podcast/-/blob/HEAD/content/episodes/%E7%AC%AC%E4%B8%80%E6%9C%9F/transcript.txt?plain=1#L12",
    ],
    [
      "https://codeberg.org/lin/podcast/src/branch/main",
      "https://codeberg.org/lin/podcast/src/branch/main/episodes/%E7%AC%AC%E4%B8%80%E6%9C%9F/transcript.txt?display=source#L12",
    ],
  ])("shows a line of a file of %s", (address, line) => {
    expect(makeLineAddress(read(address), transcript, 12)).toBe(line);
  });
});

describe("makeIssueAddress", () => {
  it.each([
    ["https://github.com/lin/podcast", "/lin/podcast/issues/new", "title", "body"],
    ["https://gitlab.com/lin/podcast", "/lin/podcast/-/issues/new", "issue[title]", "issue[description]"],
    ["https://codeberg.org/lin/podcast", "/lin/podcast/issues/new", "title", "body"],
  ])("fills in title and text for %s", (address, path, title, body) => {
    const issue = new URL(makeIssueAddress(read(address), "指正：R1 & o1", "> 征流\n#12"));
    expect(issue.pathname).toBe(path);
    expect(issue.searchParams.get(title)).toBe("指正：R1 & o1");
    expect(issue.searchParams.get(body)).toBe("> 征流\n#12");
  });
});
