import { readClock } from "../read-clock.ts";

/** Reads the times of one document, in seconds; undefined where a value is none. */
export interface MarkupTimeReader {
  (value: string | undefined): number | undefined;
  /** Takes a TTML document's rates of frames and ticks from its root. */
  setRates(attributes: ReadonlyMap<string, string>): void;
}

const metrics: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };

/**
 * Makes the reader of a document's times: TTML's clock and offset times (w3.org/TR/ttml2, 12.3: `00:00:02.500`,
 * `00:00:02:12` with frames, `3.2s`, `360f`, `1374000000t`), and plain numbers in `unit` seconds.
 */
export function makeTimeReader(unit: number): MarkupTimeReader {
  let frameRate = 30;
  let tickRate = 1;
  const read = (value: string | undefined): number | undefined => {
    if (value === undefined || value.length > 40) return undefined;
    const text = value.trim();
    const [, digits = "", metric = ""] = /^(\d+(?:\.\d+)?)(h|ms|m|s|f|t)?$/.exec(text) ?? [];
    if (digits !== "") {
      const number = Number(digits);
      const factor =
        metric === ""
          ? unit
          : metric === "f"
            ? 1 / frameRate
            : metric === "t"
              ? 1 / tickRate
              : (metrics[metric] ?? 1);
      return round(number * factor);
    }
    const [, clock = "", frames = ""] = /^(\d+:\d{2}:\d{2}):(\d{1,3})$/.exec(text) ?? [];
    if (clock !== "") {
      const seconds = readClock(clock);
      return seconds === undefined ? undefined : round(seconds + Number(frames) / frameRate);
    }
    return readClock(text);
  };
  const setRates = (attributes: ReadonlyMap<string, string>): void => {
    const [numerator = 1, denominator = 1] = (attributes.get("ttp:frameratemultiplier") ?? "")
      .split(/[\s:]+/)
      .filter(Boolean)
      .map(Number);
    const base = Number(attributes.get("ttp:framerate") ?? 30);
    const rate = (base * numerator) / denominator;
    frameRate = rate > 0 && Number.isFinite(rate) ? rate : 30;
    // Where only frames have a rate, a tick is a frame; else a second.
    const ticks = Number(attributes.get("ttp:tickrate") ?? (attributes.has("ttp:framerate") ? frameRate : 1));
    tickRate = ticks > 0 ? ticks : 1;
  };
  return Object.assign(read, { setRates });
}

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
