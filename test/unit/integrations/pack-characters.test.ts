import traditionalCharacters from "opencc-js/dict/TSCharacters";
import { describe, expect, it } from "vitest";
import { writePackedTable } from "../../../src/integrations/pack-characters.ts";

async function unpack(table: string): Promise<string> {
  const code = writePackedTable(table);
  return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)).default;
}

describe("writePackedTable", () => {
  it("gives the browser the table as OpenCC has it", async () => {
    expect(await unpack(traditionalCharacters)).toBe(traditionalCharacters);
  });

  it("takes fewer bytes", () => {
    const size = Buffer.byteLength(writePackedTable(traditionalCharacters));
    expect(size).toBeLessThan(Buffer.byteLength(traditionalCharacters) * 0.65);
  });

  it("packs characters beyond the first plane, and steps of any length", async () => {
    const table = "㑯 㑔|㑰 㑇|𠮷 𡞱|𪚥 龙";
    expect(await unpack(table)).toBe(table);
  });
});
