import type { Random } from "../bench/random.ts";

/** What strangers, broken tools and attackers write between what is meant. */
const oddities: readonly string[] = [
  // Characters that are not seen, that turn a line round, that are half of one, that end a text or a line.
  ..."\0|\ufeff|\u200b|\u200d|\u00ad|\u202e|\u2066|\u2069|\ufffd|\ud83d|\udc00|\u2028|\u0085|\u000b|\u001b[31m|\u3000|\u00a0|e\u0301|\u{e0041}|ﬁ|İ|ß|𠮷|한|ก็|👩‍💻".split(
    "|",
  ),
  // Marks of the formats.
  ..."\n|\r|\r\n|\n\n|\t|  |---|...|- |? |: |:|：|#|>|> |*|**|_|`|```|~~~|||{|}|[|]|{}|[]|[[|\"|'|“|\\|\\n|\\u0000|%|%00|%E8|&|&a |*a|!!js/function |<<: *a|@|!|=|,|，".split(
    "|",
  ),
  ..."WEBVTT\n|NOTE x\n|STYLE\n|-->|00:00:01.000 --> 00:00:02.000|00:00:01,000 --> 00:00:00,500|99:59:59.999|[00:12]|00:01:02|12:30|1:2|<v 林晚>|<v |</v>|<00:00:01.500>|{\\an8}|<ruby>好<rt>hao</rt></ruby>|发言人1 00:03|发言人2：|**Ryu:** |## 00:05 |>> A: |[音乐]".split(
    "|",
  ),
  // Markup.
  ...'<script>alert(1)</script>|</script>|<img src=x onerror=alert(1)>|"><svg onload=alert(1)>|javascript:alert(1)|<a href="javascript:alert(1)">x</a>|[x](javascript:alert(1))|[x](data:text/html,1)|![x](http://a.example/x.png)|<!--|-->|<![CDATA[|<style>|<iframe src=//a.example>|&lt;script&gt;|&#0;|&#x202e;|&amp;amp;|<b>|<table><tr>|[^a]: |[a]: <'.split(
    "|",
  ),
  // Names that objects have, and numbers that are none.
  ..."__proto__|constructor|prototype|toString|hasOwnProperty|null|~|true|undefined|NaN|.inf|.nan|1e999|-1e999|-0|0x1f|0o7|1_000|2025-02-30|9999-99-99|0000-00-00|-1".split(
    "|",
  ),
  ..."../../etc/passwd|/etc/passwd|file:///etc/passwd|C:\\con|http://[|https://a.example:99999999/|//a.example|episodes/one|search-api.js".split(
    "|",
  ),
  ...'title: |date: |line: |heard: |meant: |time: |start: |from: |speaker: |near: |term: |also: |name: |audio: |"segments":[|"body":|"startTime":'.split(
    "|",
  ),
  ...'speaker:|topic:|after:2025-13|before:|year:|-|-"|蒸馏|整理|zheng liu|c++|.net|30%|百分之三十|2025年'.split(
    "|",
  ),
];

/** Lengths that are too long for whoever expects a word: as often as `long` says, a hundred thousand. */
const manyOf = (random: Random): number => random.pick([20, 60, 300, 300, 1_000, 5_000]);

type Mutation = (text: string, random: Random, other: () => string) => string;

function cutAt(text: string, random: Random): [before: string, after: string] {
  const at = random.pickIndex(text.length + 1);
  return [text.slice(0, at), text.slice(at)];
}

/** A stretch of up to `longest` characters. */
function pickStretch(text: string, random: Random, longest: number): [from: number, to: number] {
  const from = random.pickIndex(text.length + 1);
  return [from, Math.min(text.length, from + random.pickIndex(longest + 1))];
}

function editLines(text: string, random: Random, edit: (lines: string[], at: number) => void): string {
  const lines = text.split("\n");
  edit(lines, random.pickIndex(lines.length));
  return lines.join("\n");
}

/** Takes one of the places that a pattern finds, and puts something else there. */
function replaceOne(text: string, random: Random, pattern: RegExp, make: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { 0: all, index } = random.pick(found);
  return text.slice(0, index) + make(all) + text.slice(index + all.length);
}

const insert: Mutation = (text, random) => cutAt(text, random).join(random.pick(oddities));

const mutations: readonly Mutation[] = [
  insert,
  insert,
  insert,
  (text, random) => editLines(text, random, (lines, at) => lines.splice(at, 1 + random.pickIndex(3))),
  (text, random) =>
    editLines(text, random, (lines, at) =>
      lines.splice(at, 0, ...Array<string>(random.pick([1, 1, 2, 50])).fill(lines[at] as string)),
    ),
  (text, random) =>
    editLines(text, random, (lines, at) => {
      const other = random.pickIndex(lines.length);
      [lines[at], lines[other]] = [lines[other] as string, lines[at] as string];
    }),
  (text, random) => editLines(text, random, (lines, at) => lines.splice(at, 0, random.pick(oddities))),
  (text, random) =>
    editLines(text, random, (lines, at) => {
      lines[at] = random.pick([" ", "  ", "\t", "- ", "> ", "    "]) + lines[at];
    }),
  (text, random) => {
    const [from, to] = pickStretch(text, random, 12);
    return text.slice(0, from) + text.slice(to);
  },
  (text, random) => {
    const [from, to] = pickStretch(text, random, 40);
    return text.slice(0, to) + text.slice(from);
  },
  (text, random) => cutAt(text, random)[random.pickIndex(2)] as string,
  (text, random) =>
    replaceOne(text, random, /\d+/g, () =>
      random.pick([
        "0",
        "-1",
        "59",
        "60",
        "99",
        "9".repeat(25),
        "9".repeat(400),
        "1e999",
        "0.1",
        "１２",
        "٣",
      ]),
    ),
  (text, random) => replaceOne(text, random, /[\p{L}_]+/gu, () => random.pick(oddities)),
  (text, random) =>
    replaceOne(text, random, /[:：,."'[\]{}<>\-|*#&]/g, () =>
      random.pick(["", "：", '"', "[", "{", "<", "\n"]),
    ),
  (text, random, other) => {
    const [from, to] = pickStretch(other(), random, 300);
    return cutAt(text, random).join(other().slice(from, to));
  },
  (text, random) =>
    cutAt(text, random).join(
      random
        .pick([
          "[",
          "{",
          "- ",
          "? ",
          "> ",
          "<b>",
          "<div>",
          "**",
          "[x](",
          "((",
          '"',
          "字",
          "a",
          " ",
          "\n",
          "|",
          "<v ",
          "0",
        ])
        .repeat(manyOf(random)),
    ),
  (text, random) => replaceOne(text, random, /[^\n]+/g, (line) => line.repeat(random.pick([2, 10, 100]))),
  // References that unfold to a thousand millions.
  (text, random) => {
    const bomb = [..."abcdefghi"].map(
      (name, k, all) =>
        `${name}: &${name} [${
          k === 0
            ? "x"
            : Array(9)
                .fill(`*${all[k - 1]}`)
                .join(",")
        }]`,
    );
    return cutAt(text, random).join(`\n${bomb.join("\n")}\n`);
  },
  (text, random) => text.replaceAll("\n", random.pick(["\r\n", "\r", "\r\r\n", "\u2028", "\n\n"])),
  (text) => text.normalize("NFD"),
  (text) => text.toUpperCase(),
  (text, random) => random.pick(["\ufeff", "\n\n", "---\n", "#", "{", " "]) + text,
  (text, random) => text + random.pick(["\ufeff", "\n\n\n", "\0", "---\n", "]", "\ud83d"]),
  () => "",
];

/** A longer text is cut at both ends before it is mutated: what goes wrong is found in a short one, faster. */
const LONGEST_SEED = 6_000;

function shorten(text: string, random: Random): string {
  if (text.length <= LONGEST_SEED || random.pickIndex(40) === 0) return text.slice(0, 400_000);
  const lines = text.slice(0, 400_000).split("\n");
  // The first lines say of which kind it is.
  const head = lines.slice(0, 6).join("\n").slice(0, LONGEST_SEED);
  const from = text.indexOf("\n", random.pickIndex(text.length)) + 1;
  return `${head}\n${text.slice(from, from + LONGEST_SEED - head.length / 2)}`;
}

/** Ten hours of talk, read twice: two seconds are asked of that, and of a hundred hours as many more as they are longer. */
const LONGEST_INPUT = 200_000;

/** A text changed in a few places, as tools, hands and attackers change texts; one in thirty is left as it is. */
export function mutateText(seed: string, random: Random, other: () => string): string {
  let text = mutateJson(shorten(seed, random), random);
  if (random.pickIndex(30) === 0) return text;
  for (let count = 1 + random.pickIndex(5); count > 0; count--)
    if (text.length < LONGEST_INPUT)
      text = random.pick(mutations)(text, random, other).slice(0, LONGEST_INPUT);
  return text;
}

/** A short text, as one types it: a query, a part of an address, a file's name. */
export function mutateLine(seed: string, random: Random, other: () => string): string {
  let text = seed;
  for (let count = random.pickIndex(5); count > 0; count--)
    if (text.length < 20_000) text = random.pick(mutations)(text, random, other);
  text = text.slice(0, 100_000);
  return random.pickIndex(5) === 0 ? new URLSearchParams({ q: text }).toString().slice(2) : text;
}

const oddValues: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  Number.MAX_SAFE_INTEGER,
  "",
  " ",
  "NaN",
  "99:99",
  "<img src=x onerror=alert(1)>",
  "\0\ud83d",
  [],
  {},
  [[[]]],
  { toString: 1 },
];

/** Half of what is JSON is changed in its values and keys, and written again on many lines or on one. */
function mutateJson(text: string, random: Random): string {
  if (!/^\s*[[{]/.test(text) || random.pickIndex(2) === 0) return text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  for (let count = random.pickIndex(4); count > 0; count--) changeNode(value, random);
  return JSON.stringify(value, undefined, random.pick([0, 2])).replaceAll(
    '"own-proto"',
    random.pick(['"__proto__"', '"constructor"']),
  );
}

function changeNode(root: unknown, random: Random): void {
  let node = root;
  for (;;) {
    if (typeof node !== "object" || node === null) return;
    const group = node as Record<string, unknown>;
    const keys = Object.keys(group);
    if (keys.length === 0) return;
    const key = random.pick(keys);
    const child = group[key];
    const isInner = typeof child === "object" && child !== null;
    if (isInner && random.pickIndex(5) > 0) {
      node = child;
      continue;
    }
    const step = random.pickIndex(4);
    if (step === 0) delete group[key];
    else if (step === 1) group["own-proto"] = child;
    else if (step === 2 && Array.isArray(node)) node.push(...Array<unknown>(20).fill(child));
    // A value of its own: the next change may be in it.
    else group[key] = structuredClone(random.pick(oddValues));
    return;
  }
}

/** A text as a file may hold it: mostly UTF-8, else with a mark, in UTF-16, with broken bytes, or cut in a character. */
export function encodeText(text: string, random: Random): Uint8Array {
  const utf8 = new TextEncoder().encode(text);
  switch (random.pickIndex(24)) {
    case 0:
      return Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8.subarray(0, 50_000));
    case 1:
      return encodeUtf16(text, false, random.pickIndex(2) === 0);
    case 2:
      return encodeUtf16(text, true, random.pickIndex(2) === 0);
    case 3:
      return utf8.subarray(0, random.pickIndex(utf8.length + 1));
    case 4: {
      const broken = Uint8Array.from(utf8);
      for (let count = 1 + random.pickIndex(4); count > 0 && broken.length > 0; count--)
        broken[random.pickIndex(broken.length)] = random.pickIndex(256);
      return broken;
    }
    case 5:
      // 你好，大家好。 in GB 18030.
      return Uint8Array.of(
        ...Buffer.from("c4e3bac3a3acb4f3bcd2bac3a1a30a", "hex"),
        ...utf8.subarray(0, 50_000),
      );
    default:
      return utf8;
  }
}

function encodeUtf16(text: string, isBigEndian: boolean, hasMark: boolean): Uint8Array {
  const bytes = Buffer.from((hasMark ? "\ufeff" : "") + text, "utf16le");
  return Uint8Array.from(isBigEndian ? bytes.swap16() : bytes);
}

/** Bytes of a kind that has lengths and places in it: some changed, cut off, or twice. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const own = Uint8Array.from(bytes);
  for (let count = 1 + random.pickIndex(6); count > 0 && own.length > 0; count--)
    own[random.pickIndex(own.length)] = random.pick([0, 1, 0x7f, 0x80, 0xff, random.pickIndex(256)]);
  const cut = random.pickIndex(own.length + 1);
  switch (random.pickIndex(6)) {
    case 0:
      return own.subarray(0, cut);
    case 1:
      return Uint8Array.of(...own.subarray(0, cut), ...own);
    default:
      return own;
  }
}

/** Bytes of no kind, or with the first ones of a kind that is no text. */
export function makeBytes(random: Random): Uint8Array {
  const head = random.pick([
    "",
    "504b0304",
    "1f8b",
    "25504446",
    "fffe",
    "feff",
    "efbbbf",
    "89504e47",
    "494433",
  ]);
  const length = random.pick([0, 1, 2, 3, 40, 400, 4_000]);
  const low = random.pick([0, 0, 0x20, 0x80]);
  const rest = Array.from({ length }, () => low + random.pickIndex(256 - low));
  return Uint8Array.of(...Buffer.from(head, "hex"), ...rest);
}
