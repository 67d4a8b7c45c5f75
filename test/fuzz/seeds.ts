import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { makeJsonSeeds } from "./json-seeds.ts";

/** A file that inputs are made from, and the files beside it. */
export interface SeedFile {
  readonly name: string;
  readonly text: string;
  /** By name; of an episode its corrections and chapters. */
  readonly beside: Readonly<Record<string, string>>;
}

/** What inputs are made from, by what reads it. */
export interface Seeds {
  readonly transcripts: readonly SeedFile[];
  /** Files that an owner writes, by name: `show.yaml`, `episode.md` … Each has at least one. */
  readonly written: Readonly<Record<WrittenName, readonly string[]>>;
  /** Show notes in Markdown and in HTML. */
  readonly notes: readonly string[];
  readonly queries: readonly string[];
  /** Parts of addresses, times, dates. */
  readonly addresses: readonly string[];
  readonly fileNames: readonly string[];
  /** RSS. */
  readonly feeds: readonly string[];
  /** The text of Word documents: `word/document.xml`. */
  readonly documents: readonly string[];
}

export const writtenNames = [
  "show.yaml",
  "people.yaml",
  "glossary.yaml",
  "variants.yaml",
  "episode.md",
  "corrections.yaml",
  "chapters.yaml",
  "chapters.json",
] as const;
export type WrittenName = (typeof writtenNames)[number];

const testDir = join(import.meta.dirname, "..");
const largestSeed = 2_000_000;
const transcriptEnding =
  /\.(?:txt|md|vtt|srt|json|lrc|sbv|ass|ssa|ttml|dfxp|xml|srv3|csv|tsv|html|docx|smi|sub)$/i;

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Files below the folders as texts; what is no UTF-8 keeps its bytes as far as a text can. */
function readFolder(folder: string): Map<string, string> {
  return new Map(
    listFiles(folder).flatMap((path) => {
      const isSeed = transcriptEnding.test(path) || /\.ya?ml$/.test(path);
      if (!isSeed || /expected\.json$/.test(path)) return [];
      const text = readFileSync(path);
      return text.length > largestSeed ? [] : [[path, text.toString("utf8")]];
    }),
  );
}

/** An hour's text and more: what a longer one takes says nothing of a hang. */
const LONGEST_TRANSCRIPT = 40_000;

/**
 * The tests' own transcripts and archives, and with them the files below `folder`, where one is given. The same for
 * the same files, so that an input is told by its seed and number.
 */
export function readSeeds(folder?: string): Seeds {
  const folders = [join(testDir, "golden"), join(testDir, "fixtures/archive")];
  const files = new Map(
    [...folders, ...(folder === undefined ? [] : [folder])].flatMap((own) => [...readFolder(own)]),
  );
  const written: Record<WrittenName, string[]> = {
    "show.yaml": [],
    "people.yaml": [],
    "glossary.yaml": [],
    "variants.yaml": ["- [英伟达, Nvidia]\n- [大模型, LLM, large language model]\n"],
    "episode.md": [fullEpisode],
    "corrections.yaml": [],
    "chapters.yaml": [],
    "chapters.json": [],
  };
  const transcripts: SeedFile[] = [];
  for (const [path, text] of files) {
    const name = basename(path);
    if (isWritten(name)) written[name].push(text);
    else if (transcriptEnding.test(name)) {
      const beside = [...files].filter(([other]) => dirname(other) === dirname(path));
      transcripts.push({
        name,
        text: text.slice(0, LONGEST_TRANSCRIPT),
        beside: Object.fromEntries(beside.map(([own, said]) => [basename(own), said])),
      });
    }
  }
  const feeds = transcripts.flatMap(({ text }) => (/<rss[\s>]/i.test(text) ? [text] : []));
  return {
    transcripts: [...transcripts, ...ownTranscripts],
    written,
    notes: [...ownNotes, ...written["episode.md"].map((text) => text.replace(/^---[\s\S]*?\n---\n/, ""))],
    queries,
    addresses,
    fileNames,
    feeds: [...feeds, ownFeed],
    documents: [ownDocument],
  };
}

function isWritten(name: string): name is WrittenName {
  return (writtenNames as readonly string[]).includes(name);
}

/** Every field that an episode may have. */
const fullEpisode = `---
title: 蒸馏之后：小模型的下一步
date: 2025-03-05
number: 12
season: 1
audio: https://audio.example/12.mp3
duration: "1:09:30"
people: [lin, { id: zhou, role: guest }, 王五]
speakers: { 发言人1: lin, 发言人2: 周远 }
language: zh-CN
topics: [蒸馏, 推理]
summary: 小模型如何学会大模型的推理。
links: { 小宇宙: https://pod.example/12 }
offset: -3.5
draft: false
---

## 时间轴

- 00:00 开场
- [12:30](#t=750) 什么是蒸馏

| 模型 | 参数 |
|---|---|
| R1 | 671B |

![图](https://pictures.example/a.png)
`;

/** Kinds of transcripts that the folders do not hold. */
const ownTranscripts: readonly SeedFile[] = Object.entries({
  "transcript.txt":
    "发言人1 00:03\n大家好，今天聊聊蒸馏。\n\n发言人2 00:12\n好的，先说 MoE。\n\n[00:01:02] 林晚：嗯。\n\n林晚（00:02:10）\n再见。\n",
  "transcript.md":
    "# 第一期\n\n**林晚:** 大家好。\n\n**周远** `00:05`\n\n你好，[链接](https://a.example)。\n\n## 00:12 蒸馏\n\n>> Ryu: hello **world**\n",
  "transcript.json":
    '{"version":"1.0.0","segments":[{"speaker":"林晚","startTime":0.5,"endTime":2,"body":"大家好"},{"speaker":"周远","startTime":2,"endTime":4.25,"body":"你好，MoE"}]}',
  "transcript.srt":
    "1\n00:00:01,000 --> 00:00:02,500\n{\\an8}<i>大家好</i>\n\n2\n00:00:02,500 --> 00:00:04,000\n- 你好\n- 好的\n\n",
  "transcript.vtt":
    "WEBVTT - 一\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE\n注\n\n1\n00:01.000 --> 00:04.000 align:start\n<v 林晚>大家<00:02.000>好</v>\n\n2\n00:04.000 --> 00:08.000\n<c.yellow>R&amp;D</c> <ruby>漢<rt>hàn</rt></ruby>\n",
  "transcript.lrc":
    "[ti:一]\n[offset:500]\n[00:01.00]大家好\n[00:03.20][00:09.00]<00:03.20>欢迎 <00:04.00>收听\n",
  "transcript.sbv": "0:00:00.599,0:00:04.160\n林晚：大家好\n\n0:00:04.160,0:00:06.770\n欢迎收听\n",
  "transcript.ass":
    "[Script Info]\nTitle: 一\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, Text\nDialogue: 0,0:00:01.00,0:00:02.00,中,林晚,0,{\\an8}大家好\\N啊\nDialogue: 0,0:00:01.00,0:00:02.00,英,,0,Hello to you\n",
  "transcript.ttml":
    '<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="m" xmlns:ttp="p" ttp:frameRate="25"><head><ttm:agent xml:id="a"><ttm:name>林晚</ttm:name></ttm:agent></head><body><div begin="1s"><p begin="00:00:01.5" end="3s" ttm:agent="a">大家<br/><span begin="2s">好</span> &amp;</p><p begin="75f" dur="1s">欢迎</p></div></body></tt>',
  "transcript.srv3":
    '<timedtext format="3"><body><p t="1000" d="2000"><s>大家</s><s t="500">好</s></p><p t="3000" d="900">欢迎</p></body></timedtext>',
  "transcript.html":
    "<cite>林晚:</cite>\n<time>0:01</time>\n<p>大家好</p>\n<cite>周远:</cite>\n<time>0:09</time>\n<p>你好 <b>MoE</b></p>\n<script>1</script>\n",
  "transcript.csv": 'start,end,speaker,text\n0,1.5,林晚,"大家,好"\n1.5,3,周远,"嗨 ""嗨"""\n',
  "whisper.json":
    '{"segments":[{"start":0.5,"end":2,"text":" 大家好","words":[{"word":"大家","start":0.5,"end":1},{"word":"好","start":1,"end":2}]},\n{"start":2,"end":3,"text":"嗨","speaker":"SPEAKER_00"}]}',
  "funasr.json":
    '[{"key":"a","text":"<|zh|>大家好，嗨","timestamp":[[0,100],[100,200],[200,300],[300,900]]},{"text":"好","sentence_info":[]}]',
  "words.json":
    '{"results":{"items":[{"type":"pronunciation","start_time":"1.0","end_time":"1.5","alternatives":[{"content":"大家"}]},{"type":"punctuation","alternatives":[{"content":"。"}]},{"type":"pronunciation","start_time":"2","end_time":"3","alternatives":[{"content":"hi"}]}],"speaker_labels":{"segments":[{"start_time":"0","end_time":"2","speaker_label":"spk_0"}]}}}',
  "draft.json":
    '{"materials":{"texts":[{"id":"a","type":"subtitle","content":"<size=5>[大家好]</size>"}]},"tracks":[{"type":"text","segments":[{"material_id":"a","target_timerange":{"start":100000,"duration":900000}}]}]}',
  "forms.txt":
    "深度聊\n2025年03月05日 10:30\n文字记录：\n\n王小明 00:00:05 大家好 [00:00:09] 再说\n[SPEAKER_00]: 好\n【林晚】 00:12\n[音乐] 嗨\n>> KEVIN: hi\n0:44今天\n问：难吗？\n答：不难。\n谢谢观看\n谢谢观看\n谢谢观看\nTranscribed by https://otter.ai\n",
  "forms.md":
    "## 00:00 开场\n| 时间 | 说话人 | 内容 |\n|---|---|---|\n| 00:00 | 林晚 | 大家好 |\n\n### Kevin (00:20)\n嗨\n**周远** `00:25`\n好\u200b\u200c\n",
})
  .concat(makeJsonSeeds().map((text) => ["transcript.json", text]))
  .map(([name, text]) => ({ name, text, beside: {} }));

/** All that an import reads of a feed. */
const ownFeed = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>小样</title><link>https://show.example/</link><language>zh-cn</language><itunes:author>林晚</itunes:author><description><![CDATA[<p>聊 &amp; 听</p>]]></description><itunes:image href="https://show.example/a.jpg"/><itunes:category text="Technology"/><podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>
<item><title>第12期 蒸馏 &amp; 推理</title><guid isPermaLink="false">a-12</guid><pubDate>Wed, 05 Mar 2025 08:00:00 +0800</pubDate><itunes:episode>12</itunes:episode><itunes:season>2</itunes:season><itunes:duration>01:09:30</itunes:duration><itunes:image href="https://show.example/12.png"/><enclosure url="https://cdn.example/a8f3c1d2.mp3?x=1&amp;y=2" length="1234567" type="audio/mpeg"/><link>https://show.example/12</link><description><![CDATA[<p>嘉宾：<b>周远</b></p><ul><li>00:00 开场</li></ul>]]></description><podcast:person role="guest" href="https://zhou.example/">周远</podcast:person><podcast:chapters url="https://show.example/12.json" type="application/json+chapters"/><podcast:transcript url="https://show.example/12.vtt" type="text/vtt" language="zh"/></item>
<item><title>嘉宾对谈</title><guid>https://show.example/13</guid><pubDate>2025-03-12</pubDate><itunes:duration>4000</itunes:duration><enclosure url="https://cdn.example/13.m4a" length="0" type="audio/x-m4a"/><content:encoded>00:00 开场\n01:20 正题</content:encoded></item>
<item><title>S2E03 访谈</title><pubDate>Wed, 19 Mar 2025 08:00:00 GMT</pubDate><enclosure url="https://show.example/page.html" type="text/html"/></item>
</channel></rss>
`;

/** Headings, bold names, times, a table, breaks, a link, and what was deleted. */
const ownDocument =
  '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>第12期</w:t></w:r></w:p>\n<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">林晚 00:05</w:t></w:r></w:p><w:p><w:r><w:t>大家好</w:t><w:br/><w:t>欢迎 &amp; 收听</w:t></w:r><w:del><w:r><w:delText>删了</w:delText></w:r></w:del></w:p>\n<w:p><w:hyperlink><w:r><w:t>周远：</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>谢谢</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>00:12</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>林晚</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>再见</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>';

const ownNotes: readonly string[] = [
  "# 标题\n\n第一段 **粗** _斜_ `码` ~~删~~。\n\n> 引文\n\n1. 一\n2. 二\n   - 三\n\n- [ ] 待办\n- [x] 完成\n\n```js\nalert(1)\n```\n\nhttps://a.example www.b.example[^1]\n\n[^1]: 注\n",
  '<p>本期节目<b>嘉宾</b>：<a href="https://a.example/x?a=1&amp;b=2" target="_blank" style="color:red">周远</a></p><ul><li>00:00 开场</li></ul><figure><img data-raw-src="https://i.example/a.jpg" src="https://i.example/a.jpg" /></figure><br/>',
  "<table><thead><tr><th>模型</th></tr></thead><tbody><tr><td>R1</td></tr></tbody></table>\n\n<details><summary>更多</summary>\n\n正文\n\n</details>\n",
];

const queries: readonly string[] =
  '蒸馏|知识蒸馏|"知识 蒸馏" 模型|蒸馏 -整理|speaker:林晚 蒸馏|speaker:"林 晚"|topic:推理 after:2025-03|before:2025年3月 year:2024|timing:cue|说话人：周远|zheng liu|zhengliu|DeepSeek R1|c++ .net|为什么小模型会推理？|what is distillation|第 12 期|百分之三十|30% 2025年|R&D|“引 号”|強化學習|-"不 要"|speaker:|嗯'.split(
    "|",
  );

const addresses: readonly string[] =
  "#t=754|#t=754,790|#t=12:34|#t=1:02:03|#p12|#p12.2|t=754.2|#t=npt:10,20|#t=754:~:text=蒸馏|#t=,20|?q=蒸馏&speaker=lin&after=2025-01&sort=newest&aliases=off&sound=off|?q=%E8%92%B8|12:30|00:12:30,500|2025-03-05|2025年3月|https://github.com/a/b/tree/main/content|https://gitlab.com/a/b|https://codeberg.org/a/b/src/branch/main".split(
    "|",
  );

const fileNames: readonly string[] =
  "transcript.vtt|transcript.TXT|ep12.mp3.srt|cover.jpg|chapters.json|corrections.yml|episode.md|show.yaml|转写 第1期.txt|a b.docx|transcript|.transcript.txt|transcript..srt|Ünïcode.md".split(
    "|",
  );
