import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerRange } from "../../../../src/browser/offline/answer-range.ts";

const bytes = Uint8Array.from({ length: 50 }, (_, index) => index);
const whole = () => new Response(bytes, { headers: { "content-type": "audio/ogg" } });

async function read(range: string | null) {
  const answer = await answerRange(whole(), range);
  const content = [...new Uint8Array(await answer.arrayBuffer())];
  return {
    status: answer.status,
    range: answer.headers.get("content-range"),
    content,
    headers: answer.headers,
  };
}

describe("a part of a kept recording", () => {
  it("is what was asked for, with its place in the whole", async () => {
    expect(await read("bytes=10-12")).toMatchObject({
      status: 206,
      range: "bytes 10-12/50",
      content: [10, 11, 12],
    });
    expect((await read("bytes=10-12")).headers.get("content-type")).toBe("audio/ogg");
    expect((await read("bytes=10-12")).headers.get("content-length")).toBe("3");
  });

  it("goes to the end where none is named, and counts from it where only that is", async () => {
    expect((await read("bytes=47-")).content).toEqual([47, 48, 49]);
    expect((await read("bytes=47-900")).range).toBe("bytes 47-49/50");
    expect((await read("bytes=-2")).content).toEqual([48, 49]);
    expect((await read("bytes=-900")).range).toBe("bytes 0-49/50");
  });

  it("is the whole where no part is asked for, or several are", async () => {
    for (const range of [null, "bytes=-", "bytes=0-1,4-5", "lines=1-2"])
      expect(await read(range)).toMatchObject({ status: 200, content: [...bytes] });
  });

  it("is refused behind the end", async () => {
    for (const range of ["bytes=50-", "bytes=9-3", "bytes=-0"])
      expect(await read(range)).toMatchObject({ status: 416, range: "bytes */50", content: [] });
  });

  it("is a part of the whole, whatever is asked", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(60), fc.nat(60), async (from, to) => {
        const { status, content } = await read(`bytes=${from}-${to}`);
        if (status === 206) expect(content).toEqual([...bytes.slice(from, to + 1)]);
        else expect(from > Math.min(to, 49)).toBe(true);
      }),
    );
  });
});
