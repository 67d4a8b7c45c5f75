import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  insertPolicy,
  type PolicySources,
  writeHeaders,
  writePolicy,
} from "../../../src/publish/write-headers.ts";
import { readHeaderRules } from "../../serve-site.ts";

const nothing: PolicySources = { scripts: [], pictures: [], recordings: [], parts: [] };

/** The sources that a policy has for a directive; undefined where it has none. */
function readDirective(name: string, sources: Partial<PolicySources>): string[] | undefined {
  const policy = writePolicy({ ...nothing, ...sources });
  return policy
    .split("; ")
    .map((directive) => directive.split(" "))
    .find(([own]) => own === name)
    ?.slice(1);
}

describe("the policy", () => {
  it("allows an archive of texts its own files and nothing else", () => {
    expect(writePolicy({ ...nothing, scripts: ["sha256-abc="] })).toBe(
      "default-src 'none'; script-src 'self' 'sha256-abc=' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; " +
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'",
    );
  });

  it("allows recordings where there are some, from where they are", () => {
    expect(readDirective("media-src", {})).toBeUndefined();
    const own = "/episodes/001/%E5%A3%B0.opus";
    expect(readDirective("media-src", { recordings: [own] })).toEqual(["'self'"]);
    expect(readDirective("media-src", { recordings: ["https://cdn.example/1.mp3"] })).toEqual(["https:"]);
    expect(readDirective("media-src", { recordings: [own, "http://cdn.example/1.mp3"] })).toEqual([
      "'self'",
      "http:",
    ]);
  });

  it("lets a recording's own host be asked why it does not load", () => {
    expect(readDirective("connect-src", { recordings: ["https://cdn.example/1.mp3", "/a.opus"] })).toEqual([
      "'self'",
      "https://cdn.example",
    ]);
  });

  it("allows pictures of other sites only where there are some", () => {
    expect(readDirective("img-src", { pictures: ["cover.png", "/cover.png"] })).toEqual(["'self'"]);
    expect(readDirective("img-src", { pictures: ["//pictures.example/1.png"] })).toEqual([
      "'self'",
      "https:",
    ]);
  });

  it("lets parts of the index be loaded from their hosts, whatever their paths", () => {
    const parts = [
      "https://cdn.example:8443/2023/",
      "https://cdn.example:8443/2024/",
      "//other.example/",
      "/parts/",
    ];
    expect(readDirective("connect-src", { parts })).toEqual([
      "'self'",
      "https://cdn.example:8443",
      "other.example",
    ]);
  });

  it("names no more hosts than a header can hold", () => {
    const recordings = Array.from({ length: 400 }, (_, index) => `https://cdn${index}.example/1.mp3`);
    expect(readDirective("connect-src", { recordings })).toEqual(["'self'", "https:"]);
  });

  it("has the same directives whatever addresses the content has", () => {
    const names = (policy: string) => policy.split(/[;,]/).map((directive) => directive.trim().split(" ")[0]);
    const host = fc.string({ unit: fc.constantFrom(..."a.;,*'\" \n-:") });
    fc.assert(
      fc.property(
        fc.array(
          host.map((own) => `https://${own}/1.mp3`),
          { minLength: 1 },
        ),
        (addresses) => {
          const policy = writePolicy({
            ...nothing,
            pictures: addresses,
            recordings: addresses,
            parts: addresses,
          });
          expect(names(policy)).toEqual(names(writePolicy({ ...nothing, recordings: ["/1.mp3"] })));
          expect(policy).not.toMatch(/[*"\n]/);
        },
      ),
    );
  });
});

describe("a page", () => {
  it("carries the policy before anything loads", () => {
    const page = '<!DOCTYPE html><html><head><meta charset="utf-8"><script>1</script>';
    expect(`${insertPolicy(Buffer.from(page), "default-src 'none'")}`).toMatch(
      /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'"[^>]*><script>/,
    );
  });
});

describe("_headers", () => {
  const headersOf = readHeaderRules(
    writeHeaders("default-src 'none'", "/pod/", [
      "404.html",
      "episodes/001/index.html",
      "episodes/index.html",
      "index.html",
    ]),
  );

  it.each(["", "404.html", "episodes/", "episodes/001/"])(
    "gives /pod/%s the policy whole, and lets nobody frame it",
    (path) => {
      expect(headersOf(`/pod/${path}`)).toMatchObject({
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Cache-Control": "public, max-age=0, must-revalidate",
        "X-Content-Type-Options": "nosniff",
      });
    },
  );

  it.each([
    "_astro/index.B.css",
    "pagefind/1.6.0/pagefind.js",
    "search-data/001.aB/0.json",
    "search-scripts/x/worker.js",
  ])("lets browsers keep /pod/%s, whose address names its content", (path) => {
    expect(headersOf(`/pod/${path}`)["Cache-Control"]).toBe("public, max-age=31536000, immutable");
  });

  it("gives a worker the policy of the pages", () => {
    const { "Content-Security-Policy": policy } = headersOf("/pod/search-scripts/x/worker.js");
    expect(policy).toContain("default-src 'none'");
  });

  it.each(["search-api.js", "search-pointer.json"])("has /pod/%s asked for anew each time", (path) => {
    expect(headersOf(`/pod/${path}`)["Cache-Control"]).toBe("public, max-age=0, must-revalidate");
  });

  it.each(["episodes/001/transcript.vtt", "episodes/001/chapters.json", "feed.xml", "search-api.js"])(
    "lets pages of other sites fetch /pod/%s",
    (path) => {
      expect(headersOf(`/pod/${path}`)["Access-Control-Allow-Origin"]).toBe("*");
    },
  );

  it.each([
    ["episodes/001/transcript.vtt", "text/vtt; charset=utf-8"],
    ["episodes/001/chapters.json", "application/json+chapters"],
    ["episodes/001/index.md", "text/markdown; charset=utf-8"],
    ["feed.xml", "application/rss+xml; charset=utf-8"],
    ["terms/%E6%B0%B4/feed.xml", "application/rss+xml; charset=utf-8"],
    ["episodes/001/", undefined],
    ["episodes/001/transcript.json", undefined],
  ])("says what kind of file /pod/%s is, where hosts do not know", (path, type) => {
    expect(headersOf(`/pod/${path}`)["Content-Type"]).toBe(type);
  });

  it("says nothing of paths outside of the base", () => {
    expect(headersOf("/other/")).toEqual({});
  });
});
