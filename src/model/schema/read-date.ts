const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** What stands behind a day: a time of ISO 8601 or RFC 2822, with its zone or without. */
const clock = String.raw`\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[A-Z]{1,4}|[+-]\d\d:?\d\d)?`;

const isoForm = new RegExp(String.raw`^([1-9]\d{3})(?:-(\d\d)(?:-(\d\d)(?:[T ]${clock})?)?)?$`, "i");
const rssForm = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+([1-9]\d{3})(?:\s+${clock})?$`,
  "i",
);

/**
 * A date as a day, month or year: `2025`, `2025-03`, `2025-03-05`, with a time as ISO 8601 has it, or as RFC 2822 has it
 * (`Wed, 05 Mar 2025 08:00:00 +0800`): the day in the zone that is written. Undefined for a day that does not exist.
 */
export function readPartialDate(text: string): string | undefined {
  const iso = isoForm.exec(text);
  const rss = iso === null ? rssForm.exec(text) : null;
  if (rss !== null) {
    const [, day = "", month = "", year = ""] = rss;
    const number = months.indexOf(month.toLowerCase()) + 1;
    return checkDay(year, String(number).padStart(2, "0"), day.padStart(2, "0"));
  }
  return iso === null ? undefined : checkDay(iso[1] as string, iso[2], iso[3]);
}

function checkDay(year: string, month?: string, day?: string): string | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (date.getUTCMonth() + 1 !== Number(month ?? 1) || date.getUTCDate() !== Number(day ?? 1))
    return undefined;
  return [year, month, day].filter((part) => part !== undefined).join("-");
}

/**
 * A moment in milliseconds since 1970: a date with a time, as `readPartialDate` takes it, or a day, which begins at
 * midnight. Without a zone it is in that of this machine.
 */
export function readMoment(text: string): number | undefined {
  const day = readPartialDate(text);
  if (day === undefined || day.length < 10) return undefined;
  // JavaScript takes a day alone for one of UTC.
  const moment = Date.parse(text === day ? `${text}T00:00` : text.replace(/^(\d{4}-\d\d-\d\d) /, "$1T"));
  return Number.isNaN(moment) ? undefined : moment;
}
