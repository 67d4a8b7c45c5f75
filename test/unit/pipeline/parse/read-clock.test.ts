import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatClock, readClock, readTimeLine } from "../../../../src/pipeline/parse/read-clock.ts";

describe("readClock", () => {
  it.each([
    ["00:01:02.500", 62.5],
    ["00:01:02,500", 62.5],
    ["0:00:02.920", 2.92],
    ["02:03", 123],
    ["75:30", 4530],
    ["120:00.000", 7200],
    ["000:00:02.000", 2],
    ["00:00:60.000", 60],
    ["00:00:01:250", 1.25],
    ["00:00:04,560.0000000000009", 4.56],
    ["00:00:10,639.8046875", 10.64],
    ["00:00: 01, 500", 1.5],
    ["00：00：01，500", 1.5],
    ["-0:00:01,000", -1],
  ])("reads %s as %d seconds", (text, seconds) => {
    expect(readClock(text)).toBe(seconds);
  });

  it.each([
    "",
    "12",
    "00.00.000",
    "00:000.000",
    "00:61:00",
    "00:00:75",
    "00:00:1d.890",
    "1:2:3:4:5",
    "十二:三十",
  ])("takes %j for no time", (text) => {
    expect(readClock(text)).toBeUndefined();
  });

  it("reads every time that formatClock writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359_999_999 }), (milliseconds) => {
        expect(readClock(formatClock(milliseconds / 1000))).toBeCloseTo(milliseconds / 1000, 3);
      }),
    );
  });
});

describe("readTimeLine", () => {
  it.each([
    "00:00:01,000 --> 00:00:02,000",
    "0:00:01.000 --> 0:00:02.000",
    "00:01.000-->00:02.000 align:start position:0%",
    "  00:00:01,000  \t-->\t 00:00:02,000  ",
    "00:00:01,000 --&gt; 00:00:02,000",
    "00: 00: 01, 000 -> 00: 00: 02, 000",
    "00:00:01,000 → 00:00:02,000",
  ])("reads the two times of %j", (line) => {
    expect(readTimeLine(line)).toEqual({ start: 1, end: 2, isBroken: false });
  });

  it("gives the start alone when the end is no time", () => {
    expect(readTimeLine("00:00:07.000 --> 00:00:1d.890")).toEqual({ start: 7, isBroken: true });
  });

  it("knows a time line whose arrow is lost", () => {
    expect(readTimeLine("00:00.000 00:00.001")).toEqual({ isBroken: true });
  });

  it.each(["3 --> 4", "10:30 -> 会议", "A --> B", "-->", "从 00:01 --> 00:02", "2025"])(
    "takes %j for speech",
    (line) => {
      expect(readTimeLine(line)).toBeUndefined();
    },
  );
});
