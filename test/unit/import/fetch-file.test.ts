import { expect, test } from "vitest";
import { type FetchLimits, fetchFile, isLocalAddress } from "../../../src/import/gather/fetch-file.ts";
import { wordError } from "../../word-problems.ts";
import { serve } from "./serve.ts";

const limits: FetchLimits = { timeoutMs: 400, mostBytes: 1000, isLocalAllowed: true };

async function open() {
  return serve((origin) => ({
    "/file": "好",
    "/moved": (_request, response) => response.writeHead(302, { location: "/file" }).end(),
    "/circle": (_request, response) => response.writeHead(302, { location: "/circle" }).end(),
    "/away": (_request, response) => response.writeHead(301, { location: "file:///etc/passwd" }).end(),
    "/slow": () => undefined,
    "/drip": (_request, response) => {
      response.write("好");
      const timer = setInterval(() => response.write("好"), 50);
      response.on("close", () => clearInterval(timer));
    },
    "/broken": (_request, response) => {
      response.writeHead(200, { "content-length": 900 });
      response.write("好", () => response.destroy());
    },
    "/large": "x".repeat(2000),
    "/page.html": "<p>",
    "/page": "\ufeff\n<!DOCTYPE HTML><title>x</title>",
    "/elsewhere": (_request, response) => response.writeHead(302, { location: `${origin}/file` }).end(),
  }));
}

async function refuse(address: string, own: Partial<FetchLimits> = {}) {
  return fetchFile(address, { ...limits, ...own }).then(
    () => "fetched",
    (error: unknown) => wordError(error),
  );
}

test("fetches a file, and follows where it leads", async () => {
  const { origin } = await open();
  expect(new TextDecoder().decode((await fetchFile(`${origin}/file`, limits)).bytes)).toBe("好");
  expect((await fetchFile(`${origin}/moved`, limits)).url).toBe(`${origin}/file`);
  expect((await fetchFile(`${origin}/page.html`, { ...limits, mayBePage: true })).bytes).toHaveLength(3);
});

test.each([
  ["/circle", "leads on more than 8 times."],
  ["/away", '"file:///etc/passwd" is no address of http or https'],
  ["/slow", "did not answer in full within 0.4 seconds."],
  ["/drip", "did not answer in full within 0.4 seconds."],
  ["/broken", "broke off before its end."],
  ["/large", "has more than"],
  ["/page.html", "gives a web page and no file."],
  ["/page", "gives a web page and no file."],
  ["/none", "answers 404."],
])("says why %s cannot be had", async (path, said) => {
  const { origin } = await open();
  expect(await refuse(`${origin}${path}`)).toContain(said);
});

test("says that nobody listens, once", async () => {
  expect(await refuse("http://127.0.0.1:1/")).toContain("cannot be reached (");
});

test("asks nothing of this machine's network for a feed from elsewhere, where it leads there too", async () => {
  const { origin, asked } = await open();
  expect(await refuse(`${origin}/file`, { isLocalAllowed: false })).toContain(
    "on this machine or its network",
  );
  expect(asked).toEqual([]);
});

test.each([
  ["http://localhost/", true],
  ["http://127.1/", true],
  ["http://0x7f000001/", true],
  ["http://192.168.1.1/", true],
  ["http://172.20.0.1/", true],
  ["http://[::1]/", true],
  ["http://[::ffff:10.0.0.1]/", true],
  ["http://nas.local/", true],
  ["https://example.org/", false],
  ["https://172.example.org/", false],
  ["https://fd.example.org/", false],
])("takes %s for local: %s", (address, isLocal) => {
  expect(isLocalAddress(address)).toBe(isLocal);
});
