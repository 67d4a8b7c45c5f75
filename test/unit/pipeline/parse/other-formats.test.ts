import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { parseTranscript } from "../../../../src/pipeline/parse/parse-transcript.ts";

const parse = (text: string | Uint8Array, fileName: string) =>
  parseTranscript(typeof text === "string" ? new TextEncoder().encode(text) : text, fileName);

/** [line, speaker, start, end, text] of each cue. */
const read = (text: string | Uint8Array, fileName: string) =>
  parse(text, fileName).cues.map(({ line, speaker, startTime, endTime, text: said }) => [
    line,
    speaker,
    startTime,
    endTime,
    said,
  ]);

describe("other formats", () => {
  it("reads SBV", () => {
    expect(
      read(
        "0:00:00.599,0:00:04.160\n小雨：大家好\n我是小雨\n\n0:00:04.160,0:00:06.770\n小雨：欢迎\n",
        "a.sbv",
      ),
    ).toEqual([
      [2, "小雨", 0.599, 4.16, "大家好\n我是小雨"],
      [6, "小雨", 4.16, 6.77, "欢迎"],
    ]);
  });

  it("reads LRC with its offset, its repeated lines and the times of words", () => {
    const { cues } = parse(
      "[ti:歌]\n[offset:+500]\n[00:10.50][00:20.50]再来\n[00:01.00]大<00:01.00>家 <00:01.80>好\n",
      "a.lrc",
    );
    expect(cues.map(({ startTime, text }) => [startTime, text])).toEqual([
      [0.5, "大家 好"],
      [10, "再来"],
      [20, "再来"],
    ]);
    expect(cues[0]?.words).toEqual([
      { text: "家", startTime: 0.5 },
      { text: "好", startTime: 1.3 },
    ]);
  });

  it("reads ASS by its own fields, without styles and drawings, and keeps a second language apart", () => {
    const head = "[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Name, Text\n";
    expect(
      read(
        `${head}Comment: 0,0:00:00.00,0:00:09.00,D,,注\nDialogue: 0,0:00:01.00,0:00:02.50,D,小雨,{\\an8}大家，好\\N{\\b1}啊\nDialogue: 0,0:00:03.00,0:00:04.00,D,,{\\p1}m 0 0 l 9 9\n`,
        "a.ass",
      ),
    ).toEqual([[7, "小雨", 1, 2.5, "大家，好啊"]]);
    const lines = [
      "1,0:00:01.00,0:00:02.00,中,,大家好",
      "1,0:00:02.00,0:00:03.00,中,,再见",
      "1,0:00:01.00,0:00:02.00,英,,Hello to all of you",
      "1,0:00:02.00,0:00:03.00,英,,See you next time",
    ];
    expect(read(`${head}${lines.map((line) => `Dialogue: ${line}\n`).join("")}`, "a.ass")).toEqual([
      [6, undefined, 1, 2, "大家好"],
      [7, undefined, 2, 3, "再见"],
    ]);
    const silent = ["1,0:00:01.00,0:00:02.00,中,,", "1,0:00:01.00,0:00:02.00,英,,"];
    expect(
      read(`${head}${[...silent, lines[1]].map((line) => `Dialogue: ${line}\n`).join("")}`, "a.ass"),
    ).toEqual([[8, undefined, 2, 3, "再见"]]);
  });

  it("reads TTML's times in every notation, and its agents", () => {
    const body = [
      'begin="00:00:01.500" end="00:00:02"',
      'begin="3.5s" dur="1s"',
      'begin="125f"',
      'begin="60000t"',
      'begin="00:00:07:12"',
    ]
      .map((times, index) => `<p ${times} ttm:agent="v${index % 2}">第${index}句<br/>完</p>`)
      .join("\n");
    const text = `<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="x" xmlns:ttp="y" ttp:frameRate="25" ttp:tickRate="10000"><head><metadata><ttm:agent xml:id="v0"><ttm:name>小雨</ttm:name></ttm:agent></metadata></head><body><div>\n${body}\n</div></body></tt>`;
    expect(read(text, "a.ttml")).toEqual([
      [3, "小雨", 1.5, 2, "第0句完"],
      [4, "v1", 3.5, 4.5, "第1句完"],
      [5, "小雨", 5, undefined, "第2句完"],
      [6, "v1", 6, undefined, "第3句完"],
      [7, "小雨", 7.48, undefined, "第4句完"],
    ]);
  });

  it("reads Apple's TTML on one line, with a number for a line and a time for each word", () => {
    const span = (text: string, begin: number) =>
      `<span podcasts:unit="word" begin="${begin}" end="${begin + 0.4}">${text}</span>`;
    const { cues } = parse(
      `<tt xmlns:podcasts="p" xmlns:ttm="m"><body><div><p begin="0.0" end="1.0" ttm:agent="SPEAKER_1"><span podcasts:unit="sentence">${span("Hello", 0)}${span("you", 0.5)}</span></p><p begin="1.0" end="2.0" ttm:agent="SPEAKER_2">${span("大家", 1)}${span("好", 1.5)}</p></div></body></tt>`,
      "a.ttml",
    );
    expect(cues).toMatchObject([
      {
        line: 1,
        speaker: "SPEAKER_1",
        text: "Hello you",
        words: [
          { text: "Hello", startTime: 0 },
          { text: "you", startTime: 0.5 },
        ],
      },
      {
        line: 2,
        speaker: "SPEAKER_2",
        text: "大家好",
        words: [
          { text: "大家", startTime: 1 },
          { text: "好", startTime: 1.5 },
        ],
      },
    ]);
  });

  it("reads YouTube's three formats", () => {
    expect(
      read(
        '<timedtext format="3"><body>\n<p t="1000" d="2000"><s>大家</s><s t="500">好</s></p>\n</body></timedtext>',
        "a.srv3",
      ),
    ).toEqual([[2, undefined, 1, 3, "大家好"]]);
    expect(read('<transcript><text start="1.5" dur="2">R&amp;amp;D 好</text></transcript>', "a.xml")).toEqual(
      [[1, undefined, 1.5, 3.5, "R&amp;D 好"]],
    );
    expect(read('<timedtext><text t="1500" d="2000">好</text></timedtext>', "a.xml")).toEqual([
      [1, undefined, 1.5, 3.5, "好"],
    ]);
  });

  it("survives attributes that objects have", () => {
    const attributes = ["hasOwnProperty", "__proto__", "constructor", "toString"]
      .flatMap((name) => [`${name}="1"`, name, `${name} = 1`])
      .join(" ");
    expect(read(`<tt ${attributes}><body><p ${attributes} begin="1s">好</p></body></tt>`, "a.ttml")).toEqual([
      [1, undefined, 1, undefined, "好"],
    ]);
  });

  it("reads Podcasting 2.0's HTML, and refuses a page that tells neither who nor when", () => {
    expect(
      read(
        "<cite>小雨:</cite>\n<time>0:01</time>\n<p>大家好 &amp; <b>欢迎</b></p>\n<cite>Kevin:</cite>\n<time>1:02</time>\n<p>**嗨** a_b &lt;c&gt;</p>",
        "a.html",
      ),
    ).toEqual([
      [3, "小雨", 1, undefined, "大家好 & 欢迎"],
      [6, "Kevin", 62, undefined, "**嗨** a_b <c>"],
    ]);
    expect(
      parse("<html><script>var a = '0:01';</script><p>好</p><p>的</p></html>", "a.html").problems,
    ).toMatchObject([{ severity: "error", kind: "format-not-read", values: { format: "html" } }]);
  });

  it.each([
    ['start,end,speaker,text\n1.5,3,小雨,"大家\n好, ""嗨"""\n3,4,Kevin,嗨\n', "a.csv"],
    [
      '开始时间\t结束时间\t说话人\t内容\n00:00:01.500\t00:00:03\t小雨\t大家 好, "嗨"\n00:00:03\t00:00:04\tKevin\t嗨\n',
      "a.tsv",
    ],
    ['start;end;speaker;text\n1500;3000;小雨;大家 好, "嗨"\n3000;4000;Kevin;嗨\n', "a.csv"],
  ])("reads the table %j by its head line", (text, fileName) => {
    expect(read(text, fileName)).toEqual([
      [2, "小雨", 1.5, 3, '大家 好, "嗨"'],
      [expect.any(Number), "Kevin", 3, 4, "嗨"],
    ]);
  });

  it("reads a table of Markdown", () => {
    expect(
      read(
        "| 时间 | 说话人 | 内容 |\n|---|---|---|\n| 00:00 | 小雨 | 大家\\|好 |\n| 00:15 | Kevin | 嗨 |",
        "a.md",
      ),
    ).toEqual([
      [3, "小雨", 0, undefined, "大家|好"],
      [4, "Kevin", 15, undefined, "嗨"],
    ]);
  });
});

/** A Word document whose body is given. */
const docx = (body: string) =>
  zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/document.xml": strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ),
  });
const run = (text: string, isBold = false) =>
  `<w:r><w:rPr>${isBold ? "<w:b/>" : ""}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, style = "") =>
  `<w:p><w:pPr>${style === "" ? "" : `<w:pStyle w:val="${style}"/>`}</w:pPr>${content}</w:p>`;

describe("Word documents", () => {
  it("are read by their paragraphs: bold names, headings left out, empty ones counted, signs as they are", () => {
    const body = [
      paragraph(run("第一期"), "Heading1"),
      paragraph(""),
      paragraph(run("小雨：", true) + run("大家好，*星* a_b_c &lt;c&gt;")),
      paragraph(run("Kevin", true) + run(" 00:12")),
      paragraph(`${run("嗨")}<w:del><w:r><w:delText>不</w:delText></w:r></w:del>${run("，你好")}`),
    ].join("");
    expect(read(docx(body), "a.docx")).toEqual([
      [3, "小雨", undefined, undefined, "大家好，*星* a_b_c <c>"],
      [5, "Kevin", 12, undefined, "嗨，你好"],
    ]);
  });

  it("are read by the head of their table", () => {
    const row = (...cells: string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join("")}</w:tr>`;
    const table = `<w:tbl>${row("时间", "说话人", "内容")}${row("00:05", "小雨", "大家好")}${row("00:15", "Kevin", "嗨")}</w:tbl>`;
    expect(read(docx(paragraph(run("转写")) + table), "a.docx")).toEqual([
      [5, "小雨", 5, undefined, "大家好"],
      [8, "Kevin", 15, undefined, "嗨"],
    ]);
  });

  it("that hold captions are read as captions", () => {
    const body = ["1", "00:00:01,000 --&gt; 00:00:02,000", "大家好"]
      .map((text) => paragraph(run(text)))
      .join("");
    expect(read(docx(body), "a.docx")).toEqual([[3, undefined, 1, 2, "大家好"]]);
  });

  it("that are broken are refused with what to do", () => {
    const whole = docx(paragraph(run("大家好")));
    expect(parse(whole.subarray(0, whole.length - 30), "a.docx").problems).toMatchObject([
      { severity: "error", kind: "document-unreadable" },
    ]);
  });
});
