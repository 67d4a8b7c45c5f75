import { describe, expect, it } from "vitest";
import { parseTranscript } from "../../../../src/pipeline/parse/parse-transcript.ts";
import { wordProblems } from "../../../word-problems.ts";
import { parseString } from "./parse-string.ts";

const srt = "1\n00:00:01,000 --> 00:00:02,000\n大家好";

describe("detectFormat", () => {
  it.each([
    ["transcript.txt", srt],
    ["transcript.vtt", `WEBVTT\n\n${srt}`],
    ["transcript.txt", `WEBVTT\n\n${srt}`],
    ["transcript.json", srt],
    ["transcript", srt],
    ["transcript.txt", '{"segments": [{"startTime": 1, "endTime": 2, "body": "大家好"}]}'],
  ])("reads %s by its content", (fileName, text) => {
    expect(parseString(fileName, text).cues).toEqual([
      expect.objectContaining({ startTime: 1, endTime: 2, text: "大家好" }),
    ]);
  });

  it.each([
    ["whisper-json", "transcript.txt", '{"segments": [{"start": 0, "end": 1, "text": "好"}]}'],
    ["tingwu-json", "a.json", '{"transcription": [{"time": "00:00:03", "text": "好"}]}'],
    ["bilibili-json", "a.json", '{"body": [{"from": 0, "to": 1, "content": "好"}]}'],
    ["ass", "transcript.srt", "[Script Info]\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,好"],
    ["lrc", "transcript.txt", "[ti:歌]\n[00:08.62]词"],
    ["lrc", "transcript.lrc", "[00:08.62]词"],
    ["ttml", "transcript.txt", '<?xml version="1.0"?>\n<tt><body><p begin="1s">好</p></body></tt>'],
    ["sbv", "transcript.txt", "0:00:00.378,0:00:11.378\n好"],
    ["table", "transcript.txt", "start\tend\ttext\n0\t1000\t好"],
    ["podcast-html", "transcript.txt", "<cite>甲:</cite><time>0:01</time><p>好</p>"],
  ])("tells %s by its content, whatever the name %s says", (kind, fileName, text) => {
    expect(parseTranscript(new TextEncoder().encode(text), fileName)).toMatchObject({
      kind,
      encoding: "utf-8",
    });
  });

  it("reads plain text that begins like a list of JSON", () => {
    expect(parseString("transcript.txt", "[00:12] 天一: 好").cues).toHaveLength(1);
  });

  it.each([
    ["Deepgram", "transcript.json", '{"metadata": {}, "results": {"channels": []}}'],
    ["AssemblyAI", "transcript.json", '{"acoustic_model": "x", "words": []}'],
    ["Amazon Transcribe", "transcript.json", '{"jobName": "x", "results": {"transcripts": []}}'],
    ["chapters", "transcript.json", '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "开场"}]}'],
    ["Podcasting 2.0", "transcript.json", '["好"]'],
    ["SubViewer", "transcript.srt", "00:02:17.40,00:02:20.40\n好"],
    ["MicroDVD", "transcript.txt", "{3294}{3366}好"],
    ["Spruce STL", "transcript.txt", "00:02:17:10 , 00:02:20:10 , 好"],
    ["SAMI", "transcript.txt", "<SAMI><BODY></BODY></SAMI>"],
    ["SCC", "transcript.txt", "Scenarist_SCC V1.0\n"],
    ["RTF", "transcript.srt", "{\\rtf1\\ansi 00:00:01,000 --> 00:00:02,000}"],
    ["HTML", "transcript.txt", "<!DOCTYPE html><p>好"],
    ["HTML", "transcript.html", "<p>好"],
    ["CSV", "transcript.csv", "好,你"],
  ])("refuses %s, naming it, whatever the name %s says", (kind, fileName, text) => {
    const { cues, problems } = parseString(fileName, text);
    expect(cues).toEqual([]);
    expect(problems).toEqual([{ severity: "error", message: expect.stringContaining(kind) }]);
  });

  it.each([
    ["a zip archive", [0x50, 0x4b, 3, 4, 0, 0]],
    ["a PDF document", [...new TextEncoder().encode("%PDF-1.7")]],
    ["an EBU STL subtitle file", [...new TextEncoder().encode("850STL30.01")]],
    ["an MP3 audio file", [...new TextEncoder().encode("ID3"), 4, 0]],
  ])("refuses %s named transcript.txt", (kind, bytes) => {
    const [problem] = wordProblems(parseTranscript(Uint8Array.from(bytes), "transcript.txt").problems);
    expect(problem).toEqual({
      severity: "error",
      message: `This is ${kind}, a kind that is not read yet. Export the transcript as WebVTT (.vtt), SRT (.srt) or plain text (.txt).`,
    });
  });

  it.each([
    ["transcript.srt", "只有文字"],
    ["transcript.vtt", "没有时间"],
    ["transcript.docm", "好"],
    ["transcript", "好"],
  ])("refuses %s with %j, saying what to do", (fileName, text) => {
    const { cues, problems } = parseString(fileName, text);
    expect(cues).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ severity: "error" })]);
  });

  it.each(["", "\ufeff", " \n\n\t\n"])("refuses the empty file %j", (text) => {
    expect(parseString("transcript.txt", text).problems).toEqual([
      { severity: "error", message: "The file is empty. Export the transcript again, or remove the file." },
    ]);
  });

  it("refuses a WebVTT file in which nothing is said", () => {
    expect(parseString("transcript.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>").problems).toEqual([
      {
        severity: "error",
        message: "The file holds no words. Export the transcript again, or remove the file.",
      },
    ]);
  });
});
