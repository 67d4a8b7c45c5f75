import sax from "sax";

/** An element of a feed, with its name as the feed has it. */
export interface FeedElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly FeedElement[];
  readonly text: string;
}

/** Reads a document as XML, strictly. Throws where it is not well formed, or a prefix stands for nothing. */
export function readXml(xml: string): FeedElement {
  const parser = sax.parser(true, { xmlns: true });
  const open: { name: string; attributes: Record<string, string>; children: FeedElement[]; text: string }[] =
    [{ name: "", attributes: {}, children: [], text: "" }];
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const element = { name, attributes: Object.fromEntries(values), children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.ontext = (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  };
  parser.onclosetag = () => void open.pop();
  parser.write(xml).close();
  return open[0]?.children[0] as FeedElement;
}

/** The children of a name. */
export function findAll({ children }: FeedElement, name: string): readonly FeedElement[] {
  return children.filter((child) => child.name === name);
}

type Check = (value: string) => boolean;

const isAddress: Check = (value) => /^https?:\/\/[!-~]+$/.test(value) && URL.canParse(value);
const isLanguage: Check = (value) => /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(value);
const isUuid: Check = (value) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(value);
const isWhole: Check = (value) => /^[1-9]\d*$/.test(value);
const isOneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value);
const hasAtMost =
  (most: number): Check =>
  (value) =>
    value !== "" && [...value].length <= most;

interface ElementRule {
  readonly parents: readonly ("channel" | "item")[];
  readonly mostTimes?: number;
  readonly text: Check;
  readonly required?: Readonly<Record<string, Check>>;
  readonly optional?: Readonly<Record<string, Check>>;
}

const isEmpty: Check = (value) => value === "";

/**
 * The elements of the podcast namespace that we write, as its pages have them
 * (https://github.com/Podcastindex-org/podcast-namespace/tree/main/docs/tags). Its own schema is of 2021, before `guid`
 * and `txt` were in it, and asks a season for a name that its page calls optional.
 */
const rules: Readonly<Record<string, ElementRule>> = {
  guid: { parents: ["channel"], mostTimes: 1, text: isUuid },
  txt: { parents: ["channel", "item"], text: hasAtMost(4000), optional: { purpose: hasAtMost(128) } },
  person: {
    parents: ["channel", "item"],
    text: hasAtMost(128),
    optional: { role: isOneOf("host", "guest", "narrator"), href: isAddress },
  },
  transcript: {
    parents: ["item"],
    text: isEmpty,
    required: { url: isAddress, type: isOneOf("text/vtt", "text/html", "application/json") },
    optional: { language: isLanguage },
  },
  chapters: {
    parents: ["item"],
    mostTimes: 1,
    text: isEmpty,
    required: { url: isAddress, type: isOneOf("application/json+chapters") },
  },
  season: { parents: ["item"], mostTimes: 1, text: isWhole },
  episode: { parents: ["item"], mostTimes: 1, text: isWhole },
};

/** What of a feed is not as the podcast namespace has it. */
export function checkNamespace(xml: string): string[] {
  const rss = readXml(xml);
  const faults: string[] = [];
  if (rss.attributes["xmlns:podcast"] !== "https://podcastindex.org/namespace/1.0") faults.push("xmlns");
  const walk = (element: FeedElement): void => {
    const counts = new Map<string, number>();
    for (const child of element.children) {
      walk(child);
      const [, name] = /^podcast:(.+)$/.exec(child.name) ?? [];
      if (name === undefined) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      faults.push(...checkElement(child, element.name, name, counts.get(name) ?? 0));
    }
  };
  walk(rss);
  return faults;
}

function checkElement(own: FeedElement, parent: string, name: string, nth: number): string[] {
  const rule = rules[name];
  if (rule === undefined) return [`${name}: unknown`];
  const { parents, mostTimes = Number.POSITIVE_INFINITY, text, required = {}, optional = {} } = rule;
  return [
    ...(parents.some((known) => known === parent) ? [] : [`${name} in ${parent}`]),
    ...(nth > mostTimes ? [`${name}: ${nth} times`] : []),
    ...(text(own.text.trim()) ? [] : [`${name}: ${own.text}`]),
    ...Object.keys(required)
      .filter((key) => !(key in own.attributes))
      .map((key) => `${name} without ${key}`),
    ...Object.entries(own.attributes)
      .filter(([key, value]) => ({ ...required, ...optional })[key]?.(value) !== true)
      .map(([key, value]) => `${name} ${key}=${value}`),
  ];
}

/** Apple's, which PSP-1 points to: those that the tests use. */
const categories: Readonly<Record<string, readonly string[]>> = {
  Technology: [],
  "Society & Culture": ["Documentary", "Philosophy"],
};

/** RFC 2822, 3.3, with a zone that all readers know. */
const isDate: Check = (value) =>
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(
    value,
  ) && !Number.isNaN(Date.parse(value));

/**
 * What a podcast's feed lacks of PSP-1 (https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification):
 * its required elements, once each, and the form of these and of those that we add.
 * @param address where the feed stands
 */
export function checkPsp1(xml: string, address: string): string[] {
  const rss = readXml(xml);
  const faults: string[] = [];
  const check = (name: string, isRight: boolean): void => void (isRight || faults.push(name));
  check("rss 2.0", rss.name === "rss" && rss.attributes["version"] === "2.0");
  check("no byte order mark", xml.startsWith("<?xml"));
  const [channel, ...others] = findAll(rss, "channel");
  check("one channel", channel !== undefined && others.length === 0);
  if (channel === undefined) return faults;
  const only = (parent: FeedElement, name: string, isRight: (own: FeedElement) => boolean): void => {
    const found = findAll(parent, name);
    check(`${parent.name} ${name}`, found.length === 1 && found.every(isRight));
  };
  const atMostOne = (parent: FeedElement, name: string, isRight: (own: FeedElement) => boolean): void => {
    if (findAll(parent, name).length > 0) only(parent, name, isRight);
  };
  only(
    channel,
    "atom:link",
    ({ attributes }) => attributes["rel"] === "self" && attributes["href"] === address,
  );
  only(channel, "title", ({ text }) => text.trim() !== "");
  only(channel, "description", ({ text }) => text.trim() !== "" && Buffer.byteLength(text) <= 4000);
  only(channel, "link", ({ text }) => isAddress(text));
  only(channel, "language", ({ text }) => isLanguage(text));
  only(channel, "itunes:explicit", ({ text }) => text === "true" || text === "false");
  only(channel, "itunes:image", ({ attributes }) => isAddress(attributes["href"] ?? ""));
  atMostOne(channel, "itunes:block", ({ text }) => text === "yes");
  check("no new address", findAll(channel, "itunes:new-feed-url").length === 0);
  const named = findAll(channel, "itunes:category");
  check("itunes:category", named.length > 0);
  for (const { attributes, children } of named) {
    const known = categories[attributes["text"] ?? ""];
    check(`category ${attributes["text"]}`, known !== undefined);
    for (const inner of children)
      check("subcategory", known?.includes(inner.attributes["text"] ?? "") === true);
  }
  const items = findAll(channel, "item");
  check("an item", items.length > 0);
  const guids = items.flatMap((item) => findAll(item, "guid").map(({ text }) => text));
  check("guids once each", new Set(guids).size === items.length);
  for (const item of items) {
    only(item, "title", ({ text }) => text.trim() !== "");
    only(item, "guid", ({ text, attributes }) => text.trim() !== "" && attributes["isPermaLink"] === "false");
    only(
      item,
      "enclosure",
      ({ attributes: { url = "", length = "", type = "" } }) =>
        isAddress(url) && isWhole(length) && /^(?:audio|video)\/[\w.+-]+$/.test(type),
    );
    only(item, "pubDate", ({ text }) => isDate(text));
    only(item, "link", ({ text }) => isAddress(text));
    only(item, "description", ({ text }) => text.trim() !== "" && Buffer.byteLength(text) <= 4000);
    atMostOne(item, "itunes:duration", ({ text }) => isWhole(text));
    atMostOne(item, "itunes:episode", ({ text }) => isWhole(text));
    atMostOne(item, "itunes:season", ({ text }) => isWhole(text));
  }
  return faults;
}
