import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { measureSite } from "../../../src/integrations/measure-site.ts";

it("counts files, folders and bytes of a site, and names its largest file", () => {
  const folder = mkdtempSync(join(tmpdir(), "size-"));
  mkdirSync(join(folder, "a", "b"), { recursive: true });
  writeFileSync(join(folder, "index.html"), "12345");
  writeFileSync(join(folder, "a", "b", "片.bin"), new Uint8Array(10));
  writeFileSync(join(folder, ".nojekyll"), "");
  expect(measureSite(folder)).toEqual({
    files: 3,
    folders: 2,
    bytes: 15,
    largest: { path: "a/b/片.bin", bytes: 10 },
  });
});
