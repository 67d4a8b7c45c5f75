import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** Path of a Chromium browser: `CHROMIUM_PATH`, else one on the PATH or where systems put it; undefined where there is none. */
export function findBrowser(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const given = env["CHROMIUM_PATH"];
  if (given !== undefined && given !== "") return existsSync(given) ? given : undefined;
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find((path) => existsSync(path));
}

/**
 * A Chromium browser, installed from Debian's packages where the system has them and this user may.
 * Throws an Error that says what to do where none can be had.
 */
export function installBrowser(print: (line: string) => void): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  const isRoot = process.getuid?.() === 0;
  try {
    const apt = (args: string[]) =>
      execFileSync(isRoot ? "apt-get" : "sudo", isRoot ? args : ["-n", "apt-get", ...args], {
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
        stdio: "ignore",
      });
    print("No Chromium found: installing it from Debian's packages.");
    apt(["update"]);
    apt(["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"]);
  } catch (error) {
    throw new Error(
      "The browser tests need Chromium, and it cannot be installed here. Install Chromium or Chrome, or set CHROMIUM_PATH to its program.",
      { cause: error },
    );
  }
  const installed = findBrowser();
  if (installed === undefined)
    throw new Error("Chromium was installed but is not found. Set CHROMIUM_PATH to its program.");
  return installed;
}
