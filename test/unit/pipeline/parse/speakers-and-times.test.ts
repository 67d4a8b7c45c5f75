import { describe, expect, it } from "vitest";
import { parseTranscript } from "../../../../src/pipeline/parse/parse-transcript.ts";

const parse = (text: string, fileName = "transcript.txt") =>
  parseTranscript(new TextEncoder().encode(text), fileName);

/** [speaker, start, text] of each cue. */
const read = (text: string, fileName?: string) =>
  parse(text, fileName).cues.map((cue) => [cue.speaker, cue.startTime, cue.text]);

describe("speakers and times in documents", () => {
  it.each([
    ["王小明 00:00:05 大家好。\n李雷 00:01:10 好的。\n王小明 01:02:00 我同意。", 5, 70, 3720],
    ["[00:00:05] 王小明 大家好。\n[00:01:10] 李雷 好的。\n[01:02:00] 王小明 我同意。", 5, 70, 3720],
    ["王小明 00:00:05：大家好。\n李雷 00:01:10：好的。\n王小明 01:02:00：我同意。", 5, 70, 3720],
    ["00:00:05 王小明\n大家好。\n\n00:01:10 李雷\n好的。\n\n01:02:00 王小明\n我同意。", 5, 70, 3720],
    ["【王小明】 00:05\n大家好。\n【李雷】 01:10\n好的。\n【王小明】 1:02:00\n我同意。", 5, 70, 3720],
  ])("reads %j", (text, ...starts) => {
    expect(read(text)).toEqual([
      ["王小明", starts[0], "大家好。"],
      ["李雷", starts[1], "好的。"],
      ["王小明", starts[2], "我同意。"],
    ]);
  });

  it.each([
    ["（小雨）大家好。\n（Kevin）谢谢。\n（小雨）开始。"],
    ["<小雨> 大家好。\n<Kevin> 谢谢。\n<小雨> 开始。"],
    ["「小雨」大家好。\n「Kevin」谢谢。\n「小雨」开始。"],
    ["1. 小雨：大家好。\n2. Kevin：谢谢。\n3. 小雨：开始。"],
    ["🎙️ 小雨：大家好。\n🎧 Kevin：谢谢。\n🎙️ 小雨：开始。"],
    ["_小雨:_ 大家好。\n\n*Kevin:* 谢谢。\n\n_小雨:_ 开始。", "a.md"],
    [
      "1\n00:00:00,000 --> 00:00:02,000\n- 小雨：大家好。\n- Kevin：谢谢。\n\n2\n00:00:02,000 --> 00:00:04,000\n小雨：开始。",
      "a.srt",
    ],
  ])("reads the labels of %j", (text, fileName = "a.txt") => {
    expect(read(text, fileName).map(([speaker, , said]) => [speaker, said])).toEqual([
      ["小雨", "大家好。"],
      ["Kevin", "谢谢。"],
      ["小雨", "开始。"],
    ]);
  });

  it.each([
    ["[00:00:03.250] - 小雨\n大家好。\n\n[00:01:20.100] - Kevin\n谢谢。\n\n[01:02:03] - 小雨\n开始。"],
    ["小雨 | 00:00:03 | 大家好。\nKevin | 00:01:20 | 谢谢。\n小雨 | 01:02:03 | 开始。"],
    ["00:00:03\t小雨\t大家好。\n00:01:20\tKevin\t谢谢。\n01:02:03\t小雨\t开始。"],
    ["小雨 0分3秒\n大家好。\n\nKevin 1分20秒\n谢谢。\n\n小雨 1小时2分3秒\n开始。"],
    ["【0分03秒】小雨：大家好。\n【1分20秒】Kevin：谢谢。\n【1小时2分3秒】小雨：开始。"],
    [
      "[00:00:03:05 - 00:01:19:12]\n小雨：大家好。\n\n[00:01:20:01 - 00:02:00:00]\nKevin：谢谢。\n\n[01:02:03:24 - 01:02:09:00]\n小雨：开始。",
    ],
    [
      "开始时间,说话人,内容\n00:00:03:05,小雨,大家好。\n00:01:20:00,Kevin,谢谢。\n01:02:03:24,小雨,开始。",
      "a.csv",
    ],
  ])("reads the labels and times of %j", (text, fileName = "a.txt") => {
    const cues = read(text, fileName).map(([speaker, start, said]) => [
      speaker,
      Math.floor(Number(start)),
      said,
    ]);
    expect(cues).toEqual([
      ["小雨", 3, "大家好。"],
      ["Kevin", 80, "谢谢。"],
      ["小雨", 3723, "开始。"],
    ]);
  });

  it("takes no bracket, number or length in the middle of talk for a speaker or a time", () => {
    const talk = [
      "（注）这里我们说得快。",
      "他用了1分20秒跑完全程。",
      "3. 最后说说数据。",
      "「蒸馏」是什么意思呢？",
      "*重点* 在后面。",
      "嗯。",
    ];
    expect(read(talk.join("\n"))).toEqual(talk.map((text) => [undefined, undefined, text]));
  });

  it("cuts the head and foot of a meeting's notes", () => {
    const { cues, cut } = parse(
      "周会 (2025-03-05 10:00 GMT+8) - Transcript\nAttendees\nKevin, Maria\nTranscript\nKevin: Hello everyone.\nMaria: Thank you.\n00:05:00\nKevin: Go on.\nTranscription ended after 00:10:00\n",
    );
    expect(cues.map(({ speaker, startTime }) => [speaker, startTime])).toEqual([
      ["Kevin", undefined],
      ["Maria", undefined],
      ["Kevin", 300],
    ]);
    expect(cut.map(({ line }) => line)).toEqual([1, 2, 3, 4, 9]);
  });

  it("reads a time of hours that stands glued to the words", () => {
    expect(read("说话人 1 00:00:00在外围。\n说话人 2 00:09:44嗯，其实。")).toEqual([
      ["说话人 1", 0, "在外围。"],
      ["说话人 2", 584, "嗯，其实。"],
    ]);
    expect(read("0:04今天\n1:02首先")).toEqual([
      [undefined, 4, "今天"],
      [undefined, 62, "首先"],
    ]);
  });

  it("reads speakers as headings and in bold with a time as code", () => {
    expect(read("### 发言人1 00:00\n大家好\n### 小雨 00:10\n我\n### Kevin (00:20)\n嗨", "a.md")).toEqual([
      ["发言人1", 0, "大家好"],
      ["小雨", 10, "我"],
      ["Kevin", 20, "嗨"],
    ]);
    expect(read("**小雨** `00:00`\n\n大家好\n\n**Kevin** `00:12`\n\n嗨", "a.md")).toEqual([
      ["小雨", 0, "大家好"],
      ["Kevin", 12, "嗨"],
    ]);
  });

  it("takes a heading with a time for a chapter, and its time for that of the words below", () => {
    const { cues, chapters } = parse("## 00:00 开场\n大家好\n\n## 01:30 蒸馏\n先说蒸馏", "a.md");
    expect(chapters).toEqual([
      { title: "开场", start: 0, line: 1, sourceLine: 1 },
      { title: "蒸馏", start: 90, line: 4, sourceLine: 4 },
    ]);
    expect(cues.map(({ startTime }) => startTime)).toEqual([0, 90]);
  });

  it("gives questions to who asks", () => {
    expect(
      read("问：什么是蒸馏？\n答：用大模型教小模型。\n问：难吗？\n答：不难。").map(([speaker]) => speaker),
    ).toEqual(["问", "答", "问", "答"]);
  });

  it("hears the audience once among the hosts, and takes no sentence with a colon for a speaker", () => {
    expect(
      read(
        "主持人：大家好。\n嘉宾：你好。\n观众：我想问一下。\n嘉宾：我的结论是：可以。\n主持人：谢谢。",
      ).map(([speaker]) => speaker),
    ).toEqual(["主持人", "嘉宾", "观众", "嘉宾", "主持人"]);
    expect(read("小雨：大家好\nKevin：嗨\n总的来说：很好\n小雨：对\nKevin：是")[2]).toEqual([
      "Kevin",
      undefined,
      "总的来说：很好",
    ]);
  });

  it("warns where a label stands on thin evidence", () => {
    const { problems } = parse(`${"林晚：今天好。\n周远：好。\n".repeat(4)}大家看：好。\n`);
    expect(problems).toEqual([
      { severity: "warning", line: 9, kind: "label-doubtful", values: { label: "大家看" } },
    ]);
  });

  it("begins a new cue at a time inside a line that fits between its neighbours, and leaves one that is spoken of", () => {
    expect(
      read("[00:18:00] 小雨：好的。[00:18:12] 我们继续，见 [00:02:00] 那里\n[00:19:00] Kevin：嗯"),
    ).toEqual([
      ["小雨", 1080, "好的。"],
      ["小雨", 1092, "我们继续，见 [00:02:00] 那里"],
      ["Kevin", 1140, "嗯"],
    ]);
  });

  it.each([
    [
      "飞书",
      "2026年6月15日 下午 11:32|1小时 8分钟\n\n关键词:\n微服务、缓存\n\n文字记录:\n说话人 1 00:02\n喂\n\n王小明 01:08:00\n拜拜。",
      4,
    ],
    ["听悟", "深度聊\n2025年03月05日 10:30\n\n发言人1 00:02\n喂\n\n王小明 01:08:00\n拜拜。", 2],
    ["腾讯会议", "腾讯会议 转写\n发言人1 00:02\n喂\n\n王小明 01:08:00\n拜拜。", 1],
  ])("keeps the head of %s apart", (_, text, heads) => {
    const { cues, cut } = parse(text);
    expect(cues.map((cue) => [cue.startTime, cue.text])).toEqual([
      [2, "喂"],
      [4080, "拜拜。"],
    ]);
    expect(cut.map(({ reason }) => reason)).toEqual(Array(heads).fill("head"));
  });

  it("reads Otter's names once each, and not its signature", () => {
    const { cues, cut } = parse(
      "Sidney  0:07  \nHello.\n\nAli Spittel  0:12  \nI'm Ali.\n\nTranscribed by https://otter.ai\n",
    );
    expect(cues.map(({ speaker, startTime }) => [speaker, startTime])).toEqual([
      ["Sidney", 7],
      ["Ali Spittel", 12],
    ]);
    expect(cut).toEqual([{ reason: "tool-credit", line: 7, text: "Transcribed by https://otter.ai" }]);
  });

  it("cuts no head from a text without turns, whatever its lines look like", () => {
    expect(parse("深度聊\n第一期\n大家好\n再见").cut).toEqual([]);
  });
});

describe("speakers in captions", () => {
  const srt = (...texts: string[]) =>
    texts
      .map((text, index) => `${index + 1}\n00:00:0${index},000 --> 00:00:0${index + 1},000\n${text}\n`)
      .join("\n");

  it.each([
    ["[SPEAKER_00]: 大家好", "[SPEAKER_01]: 谢谢", "[SPEAKER_00]: 好的"],
    ["SPEAKER_00: 大家好", "SPEAKER_01: 谢谢", "SPEAKER_00: 好的"],
    ["【SPEAKER_00】大家好", "【SPEAKER_01】谢谢", "【SPEAKER_00】好的"],
    [">> SPEAKER_00: 大家好", ">> SPEAKER_01: 谢谢", ">> SPEAKER_00: 好的"],
  ])("reads %j", (...texts) => {
    expect(read(srt(...texts), "a.srt")).toEqual([
      ["SPEAKER_00", 0, "大家好"],
      ["SPEAKER_01", 1, "谢谢"],
      ["SPEAKER_00", 2, "好的"],
    ]);
  });

  it("ends a turn at >> without a name", () => {
    expect(read(srt(">> KEVIN: Hi.", "So.", ">> And you?"), "a.srt")).toEqual([
      ["KEVIN", 0, "Hi."],
      ["KEVIN", 1, "So."],
      [undefined, 2, "And you?"],
    ]);
  });

  it("reads FunClip's speakers beside the numbers", () => {
    const text =
      "0  spk0\n00:00:00,430 --> 00:00:02,670\n欢迎\n\n1  spk1\n00:00:02,670 --> 00:00:05,195\n谢谢\n";
    expect(read(text, "a.srt")).toEqual([
      ["spk0", 0.43, "欢迎"],
      ["spk1", 2.67, "谢谢"],
    ]);
  });

  it("takes no name in brackets for a speaker where few captions have one", () => {
    const texts = [
      "[Alba] En 1928,",
      "las mujeres",
      "eran",
      "algo",
      "así",
      "como",
      "[Alba] adornos",
      "que",
      "se",
    ];
    expect(read(srt(...texts), "a.srt").every(([speaker]) => speaker === undefined)).toBe(true);
  });
});
