import { expect, test } from "vitest";
import { parse } from "yaml";
import type { z } from "zod";
import { chaptersSchema } from "../../../src/model/schema/chapters-schema.ts";
import { correctionsSchema } from "../../../src/model/schema/corrections-schema.ts";
import { episodeSchema } from "../../../src/model/schema/episode-schema.ts";
import { defineGroup, defineLine } from "../../../src/model/schema/fields.ts";
import { glossarySchema, variantsSchema } from "../../../src/model/schema/glossary-schema.ts";
import { movedSchema } from "../../../src/model/schema/moved-schema.ts";
import { peopleSchema } from "../../../src/model/schema/people-schema.ts";
import { showSchema } from "../../../src/model/schema/show-schema.ts";
import type { InterfaceLanguage } from "../../../src/wording/interface-words.ts";
import { wordExpected } from "../../../src/wording/problems/field-problems.ts";
import { type DocumentedKey, listKeys, note, unwrap } from "./list-keys.ts";

const files: Readonly<Record<string, z.ZodType>> = {
  "episode.md": episodeSchema,
  "show.yaml": showSchema,
  "people.yaml": peopleSchema,
  "glossary.yaml": glossarySchema,
  "corrections.yaml": correctionsSchema,
  "chapters.yaml": chaptersSchema,
  "moved.yaml": movedSchema,
  "variants.yaml": variantsSchema,
};

const words = {
  en: {
    title: "# Every key",
    head: [
      "What may stand in the files of `content/`; [from a folder of files to a site](first-site.md) and [correcting](editing.md) say what one does with them.",
      "`key: value`, with a space behind the colon. A value that holds a colon and a space, or begins with a sign, goes into quotes. `people › id` is the key `id` of each entry of `people`. A key that is not in these tables is an error that names the nearest one that is.",
    ],
    foot: "This page is made from the schemas that check the files (`src/model/schema/`): `npx vitest run --project unit test/unit/model/key-tables.test.ts -u`.",
    columns: "| key | what it is | write | where absent | example |",
    required: "**required**",
    absent: "–",
    shorthand: (key: string) => `its \`${key}\` alone, or keys`,
    kinds: { list: "a list", dictionary: "names with their values", group: "keys" },
    verb: /^Write (?:it )?/,
    example: /,? as in .*$/,
  },
  zh: {
    title: "# 所有的键",
    head: [
      "`content/`的各个文件里可以写什么；怎么用，见[从一个文件夹到一个网站](first-site.zh.md)和[校订](editing.zh.md)。",
      "写成`键: 值`，用英文冒号，后面空一格。值里有冒号加空格，或者以符号开头，就给它加上引号。`people › id`是`people`每一项里的`id`。表里没有的键会报错，并提示最接近的那个。",
    ],
    foot: "这一页由检查这些文件的规则（`src/model/schema/`）写成：`npx vitest run --project unit test/unit/model/key-tables.test.ts -u`。",
    columns: "| 键 | 是什么 | 写什么 | 不写 | 例子 |",
    required: "**必须写**",
    absent: "–",
    shorthand: (key: string) => `只写\`${key}\`，或者写一组键`,
    kinds: { list: "列表", dictionary: "名字和值", group: "一组键" },
    verb: /^请写[成上]?/,
    example: /，例如.*$/,
  },
} as const;

function wordValue({ expected, shorthand }: DocumentedKey, language: InterfaceLanguage): string {
  const { kinds, verb, example, shorthand: wordShorthand } = words[language];
  if (shorthand !== undefined) return wordShorthand(shorthand);
  if (expected.kind in kinds) return kinds[expected.kind as keyof typeof kinds];
  return wordExpected(expected)
    [language].replace(verb, "")
    .replace(example, "")
    .replace(/[.。]$/, "");
}

function writeRow(key: DocumentedKey, language: InterfaceLanguage): string {
  const { required, absent } = words[language];
  const { fallback, isRequired, path } = key;
  const hasFallback = fallback !== undefined && typeof fallback !== "object";
  const cells = [
    `\`${path.join(" › ")}\``,
    key[language] ?? "",
    wordValue(key, language),
    isRequired ? required : hasFallback ? `\`${fallback}\`` : absent,
    key.example === undefined ? "" : `\`${key.example}\``,
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function writePage(language: InterfaceLanguage): string {
  const { title, head, foot, columns } = words[language];
  const sections = Object.entries(files).flatMap(([name, schema]) => {
    const { description, zh } = note(schema);
    const expected = note(unwrap(schema)).expected;
    const example =
      expected?.kind !== "group" && expected && "example" in expected.values && expected.values.example;
    const keys = listKeys(schema);
    return [
      "",
      `## ${name}`,
      (language === "zh" ? zh : description) ?? "",
      ...(example ? ["```yaml", example, "```"] : []),
      ...(keys.length === 0 ? [] : ["", columns, "|---|---|---|---|---|"]),
      ...keys.map((key) => writeRow(key, language)),
    ];
  });
  return [title, "", head.join("\n\n"), ...sections, "", foot, ""].join("\n");
}

const keys = Object.entries(files).flatMap(([file, schema]) =>
  listKeys(schema).map((key) => [`${file} › ${key.path.join(" › ")}`, key] as const),
);

test("docs/keys.md and its Chinese twin have every key as the schemas have it", async () => {
  await expect(writePage("en")).toMatchFileSnapshot("../../../docs/keys.md");
  await expect(writePage("zh")).toMatchFileSnapshot("../../../docs/keys.zh.md");
});

test("every file and every key is described in both languages, with an example", () => {
  const bare = Object.entries(files).filter(([, schema]) => !note(schema).description || !note(schema).zh);
  expect(bare.map(([file]) => file)).toEqual([]);
  expect(keys.filter(([, { en, zh, example }]) => !en || !zh || !example).map(([name]) => name)).toEqual([]);
});

test("every example is one that the file would take", () => {
  const refused = keys.filter(([, { example = "", path, schema }]) => {
    const value = (parse(example, { schema: "failsafe" }) as Record<string, unknown>)[path.at(-1) as string];
    return !schema.safeParse(value).success;
  });
  expect(refused.map(([name]) => name)).toEqual([]);
});

test("a key without Chinese words or without an example is noticed", () => {
  const schema = defineGroup({ mood: defineLine().optional().describe("How it feels.") }, "{ mood: glad }");
  expect(listKeys(schema)).toMatchObject([{ path: ["mood"], en: "How it feels.", isRequired: false }]);
  expect(listKeys(schema)[0]).not.toHaveProperty("zh");
  expect(listKeys(schema)[0]).not.toHaveProperty("example");
});
