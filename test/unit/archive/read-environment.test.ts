import { describe, expect, test } from "vitest";
import { readEnvironment } from "../../../src/archive/read-environment.ts";
import { tellFault } from "../../word-problems.ts";

describe("readEnvironment", () => {
  test("has a default for everything", () => {
    expect(readEnvironment({})).toEqual({
      contentDir: "content",
      outDir: "dist",
      cacheDir: ".tingsuo/cache",
      parts: [],
      base: "/",
    });
  });

  test("reads a part a line, with the address of its files where one follows", () => {
    const given = "parts/2023\n\n parts/a=b/ \nparts/2024=https://cdn.example/2024\nparts/2025=/parts/2025/";
    expect(readEnvironment({ ARCHIVE_PARTS: given }).parts).toEqual([
      { folder: "parts/2023" },
      { folder: "parts/a=b" },
      { folder: "parts/2024", address: "https://cdn.example/2024/" },
      { folder: "parts/2025", address: "/parts/2025/" },
    ]);
  });

  test("takes empty settings for unset ones", () => {
    expect(readEnvironment({ ARCHIVE_CONTENT: "", ARCHIVE_SITE: " ", ARCHIVE_BASE: "" })).toEqual(
      readEnvironment({}),
    );
  });

  test("keeps the content folder as it was given, but for slashes at its end", () => {
    expect(readEnvironment({ ARCHIVE_CONTENT: "../播客/" }).contentDir).toBe("../播客");
    expect(readEnvironment({ ARCHIVE_CONTENT: "/" }).contentDir).toBe("/");
  });

  test.each([
    ["archive", "/archive/"],
    ["/archive", "/archive/"],
    ["/a//b/", "/a/b/"],
    ["/", "/"],
    ["播客", "/%E6%92%AD%E5%AE%A2/"],
    ["/%E6%92%AD%E5%AE%A2", "/%E6%92%AD%E5%AE%A2/"],
    ["/cafe\u0301/~lin", "/caf%C3%A9/~lin/"],
  ])("writes the base path %s with a slash at both ends", (given, base) => {
    expect(readEnvironment({ ARCHIVE_BASE: given }).base).toBe(base);
  });

  test("takes a site with or without a slash at its end", () => {
    expect(readEnvironment({ ARCHIVE_SITE: "https://example.org/" }).site).toBe("https://example.org");
  });

  test.each([
    [{ ARCHIVE_SITE: "example.org" }, 'ARCHIVE_SITE is "example.org"'],
    [{ ARCHIVE_SITE: "ftp://example.org" }, 'ARCHIVE_SITE is "ftp://example.org"'],
    [{ ARCHIVE_SITE: "https://example.org/pod" }, "Write ARCHIVE_SITE=https://example.org"],
    [{ ARCHIVE_BASE: "https://example.org" }, 'ARCHIVE_BASE is "https://example.org"'],
    [{ ARCHIVE_BASE: "/a/../b" }, 'ARCHIVE_BASE is "/a/../b"'],
    [{ ARCHIVE_BASE: "/a/%2e%2E/b" }, 'ARCHIVE_BASE is "/a/%2e%2E/b"'],
    [{ ARCHIVE_BASE: "/100%" }, 'ARCHIVE_BASE is "/100%"'],
    [{ ARCHIVE_BASE: '/"><script>' }, "which is no path"],
    [{ ARCHIVE_PARTS: "parts/2024=ftp://cdn.example/" }, "Write <folder>=https://"],
    [{ ARCHIVE_PARTS: "parts/2024=https://cdn.example/?a=1" }, "Write <folder>=https://"],
    [{ ARCHIVE_OUT: "." }, 'ARCHIVE_OUT is "."'],
    [{ ARCHIVE_OUT: "content" }, 'ARCHIVE_OUT is "content"'],
    [{ ARCHIVE_OUT: "./content/" }, 'ARCHIVE_OUT is "./content"'],
    [{ ARCHIVE_LANG: "fr" }, 'ARCHIVE_LANG is "fr"'],
    [{ ARCHIVE_CONTENT: "a\0b" }, "ARCHIVE_CONTENT holds a null byte"],
  ])("refuses %j, which is told with what to write", (env, message) => {
    expect(tellFault(() => readEnvironment(env))).toContain(message);
  });

  test("reads the language in which to tell things", () => {
    expect(readEnvironment({ ARCHIVE_LANG: " en " }).language).toBe("en");
    expect(readEnvironment({ ARCHIVE_LANG: "" })).not.toHaveProperty("language");
  });
});
