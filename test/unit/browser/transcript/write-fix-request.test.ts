import { describe, expect, it } from "vitest";
import { type FixRequest, writeFixRequest } from "../../../../src/browser/transcript/write-fix-request.ts";

const request: FixRequest = {
  episode: "DeepSeek R1",
  time: "≈12:30",
  text: "这个过程我们叫征流。",
  line: 12,
  file: "episodes/deepseek-r1/transcript.txt",
  fileAddress: "https://github.com/lin/podcast/blob/HEAD/content/x?plain=1#L12",
  pageAddress: "https://example.org/episodes/deepseek-r1/#p12",
  language: "zh",
};

describe("writeFixRequest", () => {
  it("quotes the passage and names its line and its moment", () => {
    const { title, body } = writeFixRequest(request);
    expect(title).toBe("指正：DeepSeek R1 ≈12:30");
    expect(body).toContain("> 这个过程我们叫征流。");
    expect(body).toContain("[≈12:30](https://example.org/episodes/deepseek-r1/#p12)");
    expect(body).toContain(`[episodes/deepseek-r1/transcript.txt第12行](${request.fileAddress})`);
  });

  it("has the entry for corrections.yaml ready", () => {
    expect(writeFixRequest(request).body).toContain("replace:\n  - { line: 12, heard: , meant:  }");
  });

  it("speaks English where the interface does", () => {
    expect(writeFixRequest({ ...request, language: "en" }).title).toBe("Fix: DeepSeek R1 ≈12:30");
  });

  it("stays short enough for an address when the passage is long", () => {
    const { body } = writeFixRequest({ ...request, text: "模".repeat(5000) });
    expect(body).toContain("模…");
    expect(encodeURIComponent(body).length).toBeLessThan(6000);
  });
});
