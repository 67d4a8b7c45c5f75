import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFrontMatter } from "../../../../src/archive/content/read-front-matter.ts";
import { readYaml } from "../../../../src/archive/content/read-yaml.ts";
import { addPeople } from "../../../../src/proofread/edit/add-people.ts";
import { setSpeakers } from "../../../../src/proofread/edit/edit-speakers.ts";

const nobody = { people: [], ids: new Set<string>() };
const head = "---\n# 第一期\ntitle: 一 # 好\ndate: 2025\n";
const set = (lines: string, speakers: Record<string, string>) =>
  setSpeakers(`${head}${lines}---\n\nspeakers: 介绍\n`, speakers).slice(
    head.length,
    -"---\n\nspeakers: 介绍\n".length,
  );

describe("speakers of episode.md", () => {
  test.each([
    ["are a key of their own where there is none", "", "speakers: { 发言人1: 林晚 }\n"],
    [
      "stand in a group on one line",
      "speakers: { 甲: lin } # 谁\n",
      "speakers: { 甲: lin, 发言人1: 林晚 } # 谁\n",
    ],
    [
      "stand in lines",
      "speakers:\n  甲: lin # 谁\ntopics: [a]\n",
      "speakers:\n  甲: lin # 谁\n  发言人1: 林晚\ntopics: [a]\n",
    ],
    ["take the place of nothing", "speakers: {}\n", "speakers: { 发言人1: 林晚 }\n"],
    ["are written behind a key alone", "speakers: # 谁\n", "speakers: { 发言人1: 林晚 } # 谁\n"],
    [
      "change where they stand already",
      "speakers: { 发言人1: zhou } # 谁\n",
      "speakers: { 发言人1: 林晚 } # 谁\n",
    ],
  ])("%s", (_, before, after) => {
    expect(set(before, { 发言人1: "林晚" })).toBe(after);
  });

  test("keep the line ends of the file, and what the label holds", () => {
    const text = "---\r\ntitle: 一\r\ndate: 2025\r\n---\r\n";
    expect(setSpeakers(text, { "[A], #1": "a: b" })).toBe(
      '---\r\ntitle: 一\r\ndate: 2025\r\nspeakers: { "[A], #1": "a: b" }\r\n---\r\n',
    );
  });

  test("keep brackets with blanks before them in a label", () => {
    const { data } = readFrontMatter(setSpeakers(`${head}---\n`, { "! ]!": "[ a ]" }), "-", nobody);
    expect(data.speakers).toEqual({ "! ]!": "[ a ]" });
  });

  test("are read as they were given, whatever they hold, and change nothing else", () => {
    const name = fc.stringMatching(/^[^\s\p{C}][^\p{C}\n]{0,30}[^\s\p{C}]$/u).filter((text) => !(text in {}));
    const shapes = fc.constantFrom("", "speakers: { 甲: lin }\n", "speakers:\n  甲: lin\n", "speakers: {}\n");
    fc.assert(
      fc.property(shapes, fc.dictionary(name, name, { minKeys: 1, maxKeys: 4 }), (lines, speakers) => {
        const { data, problems, notes } = readFrontMatter(
          setSpeakers(`${head}${lines}---\n\n介绍\n`, speakers),
          "-",
          nobody,
        );
        const clean = (text: string) => text.replace(/\s+/g, " ").trim();
        expect(problems).toEqual([]);
        expect(notes).toBe("介绍");
        for (const [label, person] of Object.entries(speakers))
          expect(data.speakers[label]).toBe(clean(person));
        expect(data.title).toBe("一");
      }),
    );
  });
});

describe("people.yaml", () => {
  const lin = { id: "lin", name: "林晚", role: "host" } as const;
  test.each([
    [
      "gets people behind those that are there",
      "# 人\nzhou: { name: 周一鸣 } # 好",
      "# 人\nzhou: { name: 周一鸣 } # 好\nlin: { name: 林晚, role: host }\n",
    ],
    ["may be empty but for a comment", "# 人\n", "# 人\nlin: { name: 林晚, role: host }\n"],
    ["may say that it is empty", "{}\n", "\nlin: { name: 林晚, role: host }\n"],
    [
      "may be one line",
      "{ zhou: { name: 周一鸣 } }\n",
      "{ zhou: { name: 周一鸣 } , lin: { name: 林晚, role: host }}\n",
    ],
  ])("%s", (_, before, after) => {
    expect(addPeople(before, [lin])).toBe(after);
    expect(readYaml(after)).toMatchObject({ problems: [], value: { lin: { name: "林晚" } } });
  });
});
