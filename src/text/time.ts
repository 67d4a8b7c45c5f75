import { decodePercent } from "./decode-percent.ts";

/**
 * Seconds to text and back. This file alone knows how a time link is written (interface.md):
 * `#t=754` a moment, `#t=754,790` a stretch, `#p12.340` the passage that holds what follows 340 tokens of line 12.
 */

/** What the part of an address after `#` asks for. */
export type Fragment =
  | { readonly kind: "time"; readonly start: number; readonly end?: number }
  | { readonly kind: "line"; readonly line: number; readonly tokens: number };

/**
 * `12:30`, from an hour on `1:02:03`, with `≈` before it where the time is estimated; part seconds are dropped, a
 * negative time counts as 0.
 */
export function formatTime(seconds: number, isEstimated = false): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, "0");
  const time = hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, "0")}:${rest}`;
  return isEstimated ? `≈${time}` : time;
}

/**
 * Seconds of `12:30`, `1:02:03`, `754`, `00:12:30.500` or `00:12:30,500`; undefined for anything else.
 * The first field may be of any size (`69:30`), the others stay below 60.
 */
export function parseTime(text: string): number | undefined {
  const match = /^(?:(?:(\d+):)?(\d+):)?(\d+)(?:[.,](\d+))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [, hours, minutes, seconds = "", fraction = ""] = match;
  if (minutes !== undefined && Number(seconds) >= 60) return undefined;
  if (hours !== undefined && Number(minutes) >= 60) return undefined;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds);
  return Number.isSafeInteger(whole) ? Number(`${whole}.${fraction || "0"}`) : undefined;
}

/**
 * The fragment of a time link without `#`, seconds rounded down: `t=754`, `t=754,790`.
 * It is also the anchor of the passage that begins then.
 */
export function formatTimeFragment(start: number, end?: number): string {
  const from = Math.max(0, Math.floor(start));
  return end === undefined ? `t=${from}` : `t=${from},${Math.max(from, Math.ceil(end))}`;
}

/**
 * The fragment of a passage's line address without `#`: `p12` where it begins with the line, `p12.340` after 340 tokens
 * of the line as delivered.
 * @param nth of the passages that begin there and hold no token, which one: `p12.340.1`; absent for one that does
 */
export function formatLineFragment(line: number, tokens = 0, nth?: number): string {
  if (nth !== undefined) return `p${line}.${tokens}.${nth}`;
  return tokens === 0 ? `p${line}` : `p${line}.${tokens}`;
}

/**
 * Reads `#t=754`, `#t=754,790`, `#t=12:34`, `#t=1:02:03`, `#p12` and `#p12.340`, with or without `#`, other
 * parameters beside `t` ignored; undefined for anything else.
 *
 * `t=754.2` is the anchor of a second passage in the same second: look for an element with that id first,
 * and take the fragment for a time only where there is none.
 */
export function parseFragment(fragment: string): Fragment | undefined {
  const text = decodePercent(dropTextDirective(fragment).replace(/^#/, ""));
  const [, line, tokens = "0"] = /^p([1-9]\d*)(?:\.(\d+)(?:\.\d+)?)?$/.exec(text) ?? [];
  if (line !== undefined) return { kind: "line", line: Number(line), tokens: Number(tokens) };
  const parameter = text.split("&").find((part) => part.startsWith("t="));
  if (parameter === undefined) return undefined;
  const [from = "", to, ...more] = parameter.slice(2).replace(/^npt:/, "").split(",");
  const start = from === "" && to !== undefined ? 0 : parseTime(from);
  if (start === undefined || more.length > 0) return undefined;
  if (to === undefined) return { kind: "time", start };
  const end = parseTime(to);
  return end === undefined || end < start ? undefined : { kind: "time", start, end };
}

/** A fragment without its text directive (`:~:text=…`), which browsers that know none leave in the address. */
export function dropTextDirective(fragment: string): string {
  const at = fragment.indexOf(":~:");
  return at === -1 ? fragment : fragment.slice(0, at);
}

/** ISO 8601 duration as schema.org wants it, rounded to whole seconds: `PT1H9M30S`. */
export function formatIsoDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = whole % 60;
  const parts = [
    hours > 0 && `${hours}H`,
    minutes > 0 && `${minutes}M`,
    (rest > 0 || whole === 0) && `${rest}S`,
  ];
  return `PT${parts.filter(Boolean).join("")}`;
}
