import { readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { loadArchive } from "../../../../src/archive/content/load-archive.ts";
import { guardRequest } from "../../../../src/integrations/correct/guard-request.ts";
import { editPath, serveEdits } from "../../../../src/integrations/correct/serve-edits.ts";
import type { EditAnswer } from "../../../../src/model/edit-answer.ts";
import { type Files, writeContent } from "../../archive/write-content.ts";

/** A server of its own with the middleware alone, and a page that asks it. */
async function serve(files: Files) {
  const contentDir = await writeContent(files);
  const failures: unknown[] = [];
  const answer = serveEdits(contentDir, (error) => failures.push(error));
  const server = createServer((asked, response) => {
    void answer(asked, response, () => response.writeHead(404).end());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const own = `127.0.0.1:${port}`;
  const send = (
    body: string,
    { method = "POST", headers = {} as Record<string, string>, path = editPath } = {},
  ) =>
    new Promise<{ status: number; text: string }>((done, fail) => {
      const usual = { Origin: `http://${own}`, "Content-Type": "application/json", ...headers };
      const asking = request({ port, host: "127.0.0.1", method, path, headers: usual }, async (response) => {
        let text = "";
        for await (const part of response) text += part;
        done({ status: response.statusCode ?? 0, text });
      });
      asking.on("error", fail);
      asking.end(body);
    });
  const ask = async (asked: object): Promise<EditAnswer> =>
    JSON.parse((await send(JSON.stringify(asked))).text);
  const select = async (text: string) => {
    const { archive } = await loadArchive({ contentDir, includeDrafts: true });
    for (const { anchor, text: shown } of archive.episodes[0]?.passages ?? []) {
      const from = shown.indexOf(text);
      if (from !== -1) return { slug: "one", anchor, from, to: from + text.length, text };
    }
    throw new Error(`${text} is not shown.`);
  };
  return { contentDir, failures, send, ask, select };
}

const corrections = "episodes/one/corrections.yaml";
const transcript = { "episodes/one/transcript.txt": "今天聊征流。" };
const fromPage = {
  method: "POST",
  headers: {
    host: "localhost:4321",
    origin: "http://localhost:4321",
    "content-type": "application/json",
    "sec-fetch-site": "same-origin",
  } as IncomingHttpHeaders,
  socket: { remoteAddress: "127.0.0.1" },
};

describe("the guard of edits", () => {
  test.each([
    ["::1", "[::1]:4321"],
    ["::ffff:127.0.0.1", "127.0.0.1:4321"],
    ["127.0.0.1", "localhost"],
  ])("lets a page of this server ask, from %s at %s", (remoteAddress, host) => {
    const headers = { ...fromPage.headers, host, origin: `http://${host}` };
    expect(guardRequest({ ...fromPage, headers, socket: { remoteAddress } })).toBeUndefined();
  });

  test.each<[string, Partial<typeof fromPage>, IncomingHttpHeaders, number]>([
    ["another machine", { socket: { remoteAddress: "192.168.1.7" } }, {}, 403],
    [
      "an address that only begins as this machine's",
      { socket: { remoteAddress: "127.0.0.1.example" } },
      {},
      403,
    ],
    ["a foreign name that points here", {}, { host: "evil.example", origin: "http://evil.example" }, 403],
    [
      "a name that begins as ours",
      {},
      { host: "localhost.evil.example", origin: "http://localhost.evil.example" },
      403,
    ],
    ["a page of another site", {}, { origin: "https://evil.example" }, 403],
    ["another port of this machine", {}, { origin: "http://localhost:8080" }, 403],
    ["a page without an origin", {}, { origin: "null" }, 403],
    ["another site, as the browser says", {}, { "sec-fetch-site": "cross-site" }, 403],
    ["a tunnel", {}, { "x-forwarded-for": "203.0.113.9" }, 403],
    ["a GET", { method: "GET" }, {}, 405],
    ["a form", {}, { "content-type": "text/plain" }, 415],
    ["a body that is too long", {}, { "content-length": "100001" }, 413],
  ])("refuses %s", (_name, other, headers, status) => {
    expect(guardRequest({ ...fromPage, ...other, headers: { ...fromPage.headers, ...headers } })).toBe(
      status,
    );
  });

  test("refuses a request without Origin or Host", () => {
    const { origin: _origin, ...headers } = fromPage.headers;
    expect(guardRequest({ ...fromPage, headers })).toBe(403);
    expect(guardRequest({ ...fromPage, headers: {} })).toBe(403);
  });
});

describe("edits over HTTP", () => {
  test("are written, told with file and line, and taken back byte for byte", async () => {
    const before = "# 手写\r\nreplace: []\r\n";
    const { contentDir, ask, select } = await serve({ ...transcript, [corrections]: before });
    const seen = await ask({ action: "look", ...(await select("征流")) });
    expect(seen).toMatchObject({ kind: "seen", place: { heard: "征流", text: "征流" }, undoable: 0 });
    const written = await ask({
      ...{ action: "replace", meant: "蒸馏", everywhere: false },
      ...(await select("征流")),
    });
    expect(written).toMatchObject({
      kind: "written",
      said: { zh: `写进了${contentDir}/${corrections}:2。` },
      undoable: 1,
    });
    expect(await readFile(join(contentDir, corrections), "utf8")).toContain("meant: 蒸馏");
    expect(await ask({ action: "undo", count: 1 })).toMatchObject({ kind: "written", undoable: 0 });
    expect(await readFile(join(contentDir, corrections), "utf8")).toBe(before);
    expect(await ask({ action: "undo", count: 0 })).toMatchObject({ kind: "refused" });
  });

  test("take a file away that was not there, and leave one that was changed since", async () => {
    const { contentDir, ask, select } = await serve(transcript);
    const path = join(contentDir, corrections);
    const replace = async () =>
      ask({ ...{ action: "replace", meant: "蒸馏", everywhere: false }, ...(await select("征流")) });
    await replace();
    expect(await ask({ action: "undo", count: 1 })).toMatchObject({ kind: "written" });
    await expect(readFile(path)).rejects.toThrow("ENOENT");
    await replace();
    expect(await ask({ action: "undo", count: 0 })).toMatchObject({ kind: "refused" });
    const changed = `${await readFile(path, "utf8")}# 我的\n`;
    await writeFile(path, changed);
    expect(await ask({ action: "undo", count: 1 })).toMatchObject({
      kind: "refused",
      said: { en: expect.stringContaining("has changed since") },
    });
    expect(await readFile(path, "utf8")).toBe(changed);
  });

  test("change both files where the glossary takes a correction over, and undo both", async () => {
    const glossary = "- term: DeepSeek # 常说\n";
    const own = "replace:\n  - { line: 1, heard: 低菲客, meant: DeepSik }\n";
    const { contentDir, ask, select } = await serve({
      "episodes/one/transcript.txt": "今天聊低菲客。",
      "glossary.yaml": glossary,
      [corrections]: own,
    });
    const read = () =>
      Promise.all(["glossary.yaml", corrections].map((name) => readFile(join(contentDir, name), "utf8")));
    const answer = await ask({
      ...{ action: "replace", meant: "DeepSeek", everywhere: true },
      ...(await select("DeepSik")),
    });
    expect(answer).toMatchObject({ kind: "written", said: { en: expect.stringContaining("One place") } });
    expect(await read()).toEqual([`${glossary}  heard: [低菲客]\n`, "replace:\n"]);
    await ask({ action: "undo", count: 1 });
    expect(await read()).toEqual([glossary, own]);
  });

  test("are refused in a sentence where the files would have an error", async () => {
    const { ask, select, contentDir } = await serve({
      "episodes/one/transcript.txt": "林晚：今天聊征流好吗。",
      [corrections]: "keep:\n  - { line: 1, heard: 征流好 }\n",
    });
    const answer = await ask({
      ...{ action: "turn", speaker: "周明", alone: false },
      ...(await select("流好吗")),
    });
    expect(answer).toMatchObject({
      kind: "refused",
      said: { zh: expect.stringContaining(`没有写：${contentDir}/${corrections}:2: `) },
    });
  });

  test("are nobody else's: other addresses pass, foreign pages and what is no edit do not", async () => {
    const { send, failures, contentDir, select } = await serve(transcript);
    expect(await send("{}", { path: "/episodes/" })).toMatchObject({ status: 404 });
    expect(await send("{}", { headers: { Origin: "https://evil.example" } })).toMatchObject({ status: 403 });
    expect(await send("{}", { headers: { Host: "evil.example" } })).toMatchObject({ status: 403 });
    expect(await send("", { method: "GET" })).toMatchObject({ status: 405 });
    expect(await send("{")).toMatchObject({ status: 400 });
    const long = JSON.stringify({ action: "undo", count: 0, more: "长".repeat(100_000) });
    const chunked = { "Transfer-Encoding": "chunked" };
    expect(await send(long, { headers: chunked })).toMatchObject({ status: 400 });
    const outside = { ...(await select("征流")), slug: "../../etc" };
    for (const asked of [{}, { action: "look" }, { action: "look", ...outside }, { action: "erase" }, [1]]) {
      const { status, text } = await send(JSON.stringify(asked));
      expect([status, JSON.parse(text).kind]).toEqual([200, "refused"]);
    }
    expect(failures).toEqual([]);
    await rm(contentDir, { recursive: true });
  });
});
