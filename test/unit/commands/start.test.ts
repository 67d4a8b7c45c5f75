import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { runStart } from "../../../src/commands/start.ts";

async function start(args: readonly string[], { built = 0, env = {} } = {}) {
  const printed: string[] = [];
  const errors: string[] = [];
  const served: number[] = [];
  let builds = 0;
  const status = await runStart(args, {
    env: { ARCHIVE_CONTENT: "test/fixtures/archive", ...env },
    print: (text) => printed.push(text),
    printError: (text) => errors.push(text),
    runAstro: () => {
      builds += 1;
      return built;
    },
    serve: async (port, begun) => {
      served.push(port);
      begun();
    },
  });
  return { status, printed: printed.join("\n"), errors: errors.join("\n"), served, builds };
}

describe("npm start", () => {
  it("builds, serves and says where, below the base path", async () => {
    const found = await start(["--port", "45871", "--lang", "en"], { env: { ARCHIVE_BASE: "/pod" } });
    expect(found).toEqual({
      status: 0,
      printed: "\nThe archive is at http://localhost:45871/pod/ (Ctrl-C ends it).",
      errors: "",
      served: [45_871],
      builds: 1,
    });
  });

  it("takes the next free port where one is taken, and says so in the show's language", async () => {
    const server = createServer().listen(0, "localhost");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const { printed, served } = await start(["--port", String(port)]);
    expect(served[0]).toBeGreaterThan(port);
    expect(printed).toContain(`端口${port}被占了，改用下一个空的：${served[0]}。`);
    expect(printed).toContain(`档案在这里：http://localhost:${served[0]}/ （按Ctrl-C结束）`);
  });

  it("serves nothing where the build fails", async () => {
    expect(await start([], { built: 1 })).toMatchObject({ status: 1, served: [] });
  });

  it.each([
    [["--port", "http"], {}, "端口写的是“http”。请写1到65535之间的整数。用法：npm start -- --help"],
    [["--prot", "5000"], {}, "没有“--prot”这个选项。是不是想写--port？用法：npm start -- --help"],
    [["5000"], {}, "用不着“5000”。请去掉。用法：npm start -- --help"],
    [["--port"], {}, "--port后面要写值，这里没有写。用法：npm start -- --help"],
    [
      [],
      { ARCHIVE_BASE: "/a?b" },
      "ARCHIVE_BASE写的是“/a?b”，不是路径。请写档案在网站上的路径，只用文字、数字和-._~+@，例如/archive。用法：npm start -- --help",
    ],
    [
      [],
      { ARCHIVE_LANG: "fr" },
      "ARCHIVE_LANG写的是“fr”，这里只会说中文和英文。请写zh或en。用法：npm start -- --help",
    ],
  ])("ends with 2 for %j and %j, and builds nothing", async (args, env, errors) => {
    expect(await start(args, { env })).toEqual({ status: 2, printed: "", errors, served: [], builds: 0 });
  });

  it("shows its help and builds nothing", async () => {
    const { status, printed, builds } = await start(["--help", "--lang=en"]);
    expect({ status, builds }).toEqual({ status: 0, builds: 0 });
    expect(printed).toMatch(/^npm start \[-- <options>\]/);
  });
});
