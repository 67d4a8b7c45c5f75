import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatIsoDuration,
  formatLineFragment,
  formatTime,
  formatTimeFragment,
  parseFragment,
  parseTime,
} from "../../../src/text/time.ts";

describe("formatTime", () => {
  it("writes minutes and seconds below an hour", () => {
    expect(formatTime(750)).toBe("12:30");
  });

  it("writes hours from an hour on", () => {
    expect(formatTime(3723)).toBe("1:02:03");
  });

  it("drops part seconds and counts a negative time as 0", () => {
    expect([formatTime(59.99), formatTime(-3)]).toEqual(["0:59", "0:00"]);
  });

  it("marks a time that is estimated", () => {
    expect(formatTime(750, true)).toBe("≈12:30");
  });
});

describe("parseTime", () => {
  it.each([
    ["12:30", 750],
    ["1:02:03", 3723],
    ["754", 754],
    ["00:12:30.500", 750.5],
    ["00:12:30,500", 750.5],
    ["69:30", 4170],
  ])("reads %s", (text, seconds) => {
    expect(parseTime(text)).toBe(seconds);
  });

  it.each(["", "abc", "12:", "12:75", "1:60:00", "-5", "1:2:3:4", "十二"])("refuses “%s”", (text) => {
    expect(parseTime(text)).toBeUndefined();
  });

  it.each([16, 22, 308, 400])("refuses hours of %i digits, which no number holds exactly", (digits) => {
    expect(parseTime("9".repeat(digits))).toBeUndefined();
    expect(parseTime(`${"9".repeat(digits)}:00:00`)).toBeUndefined();
  });

  it("reads back every time that formatTime writes", () => {
    fc.assert(fc.property(fc.nat(360_000), (seconds) => parseTime(formatTime(seconds)) === seconds));
  });
});

describe("parseFragment", () => {
  it.each([
    ["#t=754", { kind: "time", start: 754 }],
    ["#t=754,790", { kind: "time", start: 754, end: 790 }],
    ["#t=12:34", { kind: "time", start: 754 }],
    ["#t=1:02:03", { kind: "time", start: 3723 }],
    ["t=754", { kind: "time", start: 754 }],
    ["#t=12%3A34", { kind: "time", start: 754 }],
    ["#t=,790", { kind: "time", start: 0, end: 790 }],
    ["#x=1&t=754", { kind: "time", start: 754 }],
    ["#p12", { kind: "line", line: 12, tokens: 0 }],
    ["#p12.340", { kind: "line", line: 12, tokens: 340 }],
    ["#p12.340.1", { kind: "line", line: 12, tokens: 340 }],
  ])("reads %s", (text, fragment) => {
    expect(parseFragment(text)).toEqual(fragment);
  });

  it.each(["", "#", "#t=", "#t=790,754", "#t=1,2,3", "#p0", "#p", "#蒸馏", "#%E0%A4%A", "#t=,"])(
    "finds nothing in “%s”",
    (text) => {
      expect(parseFragment(text)).toBeUndefined();
    },
  );

  it("reads back every fragment that is written", () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(999), (start, length) => {
        expect(parseFragment(formatTimeFragment(start, start + length))).toEqual({
          kind: "time",
          start,
          end: start + length,
        });
      }),
    );
  });

  it("reads past the text directive that some browsers leave in the address", () => {
    expect(parseFragment("#t=754,790:~:text=%E5%A5%BD,t=3")).toEqual({ kind: "time", start: 754, end: 790 });
    expect(parseFragment("#p12:~:text=a")).toEqual({ kind: "line", line: 12, tokens: 0 });
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => parseFragment(`#${text}`) !== null));
  });
});

describe("fragments", () => {
  it("round a start down and an end up, so that the words are inside", () => {
    expect(formatTimeFragment(754.9, 789.1)).toBe("t=754,790");
  });

  it("count the tokens of a line before a passage, and number those that hold none", () => {
    expect([formatLineFragment(12), formatLineFragment(12, 340), formatLineFragment(12, 0, 1)]).toEqual([
      "p12",
      "p12.340",
      "p12.0.1",
    ]);
  });
});

describe("formatIsoDuration", () => {
  it.each([
    [4170, "PT1H9M30S"],
    [3600, "PT1H"],
    [59.6, "PT1M"],
    [0, "PT0S"],
  ])("writes %s seconds as %s", (seconds, text) => {
    expect(formatIsoDuration(seconds)).toBe(text);
  });
});
