import type { ByKind } from "../../model/problem.ts";
import type { ForeignFormat, TranscriptProblems, WrittenValue } from "../../model/problem-values.ts";
import type { CutReason, TextEncoding } from "../../model/transcript-facts.ts";
import type { Wording } from "../interface-words.ts";

const exportIt: Wording = {
  zh: "请把文字稿导出成WebVTT（.vtt）、SRT（.srt）或纯文本（.txt）。",
  en: "Export the transcript as WebVTT (.vtt), SRT (.srt) or plain text (.txt).",
};

/** What a file is, in English with its article. */
const formats: Readonly<Record<ForeignFormat, Wording>> = {
  "ebu-stl": { zh: "EBU STL字幕", en: "an EBU STL subtitle file" },
  "spruce-stl": { zh: "Spruce STL字幕", en: "a Spruce STL subtitle file" },
  stl: { zh: "STL字幕", en: "an STL subtitle file" },
  microdvd: { zh: "MicroDVD（SUB）字幕", en: "a MicroDVD (SUB) subtitle file" },
  sub: { zh: "SUB字幕", en: "a SUB subtitle file" },
  subviewer: { zh: "SubViewer（SUB）字幕", en: "a SubViewer (SUB) subtitle file" },
  sami: { zh: "SAMI（SMI）字幕", en: "a SAMI (SMI) subtitle file" },
  scc: { zh: "Scenarist隐藏字幕（SCC）", en: "a Scenarist closed caption (SCC) file" },
  ttml: { zh: "TTML字幕", en: "a TTML subtitle file" },
  dfxp: { zh: "TTML（DFXP）字幕", en: "a TTML (DFXP) subtitle file" },
  transcriber: { zh: "Transcriber的标注文件（.trs）", en: "a Transcriber file (.trs)" },
  "youtube-timed-text": { zh: "YouTube的timed text字幕", en: "a YouTube timed text file" },
  doc: { zh: "Word文档", en: "a Word document" },
  office: { zh: "旧版Word（.doc）或别的Office文档", en: "an old Word (.doc) or other Office document" },
  odt: { zh: "OpenDocument文档（.odt）", en: "an OpenDocument text (.odt)" },
  pdf: { zh: "PDF文档", en: "a PDF document" },
  rtf: { zh: "富文本（RTF）文档", en: "a rich text (RTF) document" },
  html: {
    zh: "HTML网页，看不出里面谁在什么时候说话",
    en: "an HTML page that does not tell who speaks or when in a way that is known",
  },
  xml: { zh: "XML文件", en: "an XML file" },
  rss: { zh: "RSS订阅源", en: "an RSS feed" },
  csv: {
    zh: "没有表头的表格（CSV）（第一行要写明哪一列是时间、说话人和内容）",
    en: "a table (CSV) without a head line that says which column is the time, the speaker and the text",
  },
  tsv: {
    zh: "没有表头的表格（TSV）（第一行要写明哪一列是时间、说话人和内容）",
    en: "a table (TSV) without a head line that says which column is the time, the speaker and the text",
  },
  xlsx: { zh: "Excel工作簿（.xlsx）", en: "an Excel workbook (.xlsx)" },
  "json-lines": { zh: "一行一个JSON的文件", en: "a file of JSON lines" },
  zip: { zh: "zip压缩包", en: "a zip archive" },
  gzip: { zh: "gzip压缩包", en: "a gzip archive" },
  mp3: { zh: "MP3音频", en: "an MP3 audio file" },
  ogg: { zh: "Ogg音频", en: "an Ogg audio file" },
  flac: { zh: "FLAC音频", en: "a FLAC audio file" },
  wave: { zh: "WAVE音频", en: "a WAVE audio file" },
  mp4: { zh: "MP4音频或视频", en: "an MP4 audio or video file" },
  matroska: { zh: "Matroska或WebM文件", en: "a Matroska or WebM file" },
  png: { zh: "PNG图片", en: "a PNG image" },
  jpeg: { zh: "JPEG图片", en: "a JPEG image" },
  "tongyi-tingwu-json": { zh: "通义听悟的JSON", en: "通义听悟 (Tongyi Tingwu) JSON" },
  "deepgram-json": { zh: "Deepgram的JSON", en: "Deepgram JSON" },
  "assemblyai-json": { zh: "AssemblyAI的JSON", en: "AssemblyAI JSON" },
  "amazon-transcribe-json": { zh: "Amazon Transcribe的JSON", en: "Amazon Transcribe JSON" },
  "azure-speech-json": { zh: "Azure Speech的JSON", en: "Azure Speech JSON" },
  "rev-json": { zh: "Rev的JSON", en: "Rev JSON" },
  "youtube-json": { zh: "YouTube的timed text JSON", en: "YouTube timed text JSON" },
  "funasr-json": { zh: "FunASR的JSON", en: "FunASR JSON" },
};

/** A value of a record, as its file writes it. */
function wordRecordValue(value: WrittenValue): Wording {
  if ("text" in value) return { zh: value.text, en: value.text };
  return value.shape === "group" ? { zh: "对象", en: "An object" } : { zh: "列表", en: "A list" };
}

function wordRecordTime(field: string, meaning: string, value: WrittenValue): Wording {
  const { zh, en } = wordRecordValue(value);
  return {
    zh: `“${field}”不能是${zh}，所以这一项没有${meaning}。请写秒数。`,
    en: `${en} is no valid “${field}”, so the record is read without it. Write the time in seconds.`,
  };
}

const encodingNames: Readonly<Record<TextEncoding, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  gb18030: "GBK (GB 18030)",
  big5: "Big5",
};

/** Why a piece of a file is no speech, after that piece. */
export const cutReasons: Readonly<Record<CutReason, Wording>> = {
  head: { zh: "是文件开头的说明", en: "is part of the head of the document" },
  "engine-tag": { zh: "是识别工具的标记", en: "is a tag of a speech recogniser" },
  "hidden-characters": { zh: "是看不见的字符", en: "is made of characters that nobody sees" },
  "tool-credit": {
    zh: "是工具的署名，或者识别工具在没人说话时常写的话",
    en: "is a tool's credit, or what recognisers write over silence",
  },
  repetition: {
    zh: "和前面几句一模一样，是识别工具在重复",
    en: "repeats the cues before it, as a recogniser does that loops",
  },
  "sound-tag": { zh: "是声音的说明", en: "describes a sound" },
  "other-language": { zh: "是双语字幕的第二种语言", en: "is the second language of bilingual captions" },
};

/** The sentences about transcripts that cannot be read, or not wholly. */
export const transcriptProblems: ByKind<TranscriptProblems, Wording> = {
  "bytes-not-utf8": ({ bytes, readings }) => ({
    zh: `字节${bytes}不是UTF-8编码。${readings.map(({ encoding, text }) => `按${encodingNames[encoding]}读是“${text}”。`).join("")}${readings.length > 0 ? "字太少，或者不像常见的中文，判断不了是哪一种。" : ""}请用编辑器按正确的编码打开，把文件另存为UTF-8。`,
    en: `The bytes ${bytes} are not valid UTF-8.${readings.map(({ encoding, text }) => ` Read as ${encodingNames[encoding]} they say “${text}”.`).join("")}${readings.length > 0 ? " There is too little text to tell, or it looks like no Chinese." : ""} Open the file in an editor with the right encoding, and save it as UTF-8.`,
  }),
  "encoding-told": ({ encoding }) => ({
    zh: `文件的编码是${encodingNames[encoding]}，是从内容看出来的。要是文字不对，请把文件另存为UTF-8。`,
    en: `The file was read as ${encodingNames[encoding]}, which its content tells. If the words are wrong, save the file as UTF-8.`,
  }),
  "text-cut": ({ reason, text }) => {
    const canBeSaid = reason !== "hidden-characters" && reason !== "engine-tag";
    const keep = "keep: [{ line: …, heard: … }]";
    return {
      zh: `“${text}”${cutReasons[reason].zh}，没有当成说的话。没看错的话，什么也不用做${canBeSaid ? `；真有人这么说，请在corrections.yaml里写上行号和这些字：${keep}` : ""}。`,
      en: `“${text}” ${cutReasons[reason].en}, and is not read as speech. If that is right, there is nothing to do${canBeSaid ? `; if somebody says it, write its line and words into corrections.yaml: ${keep}` : ""}.`,
    };
  },
  "label-doubtful": ({ label }) => ({
    zh: `“${label}”当成了说话人，可是根据不多。如果不是，请用corrections.yaml里的turns写明这里是谁在说。`,
    en: `“${label}” is taken for a speaker on little evidence. If it is none, say who speaks here by a turn in corrections.yaml.`,
  }),
  "file-is-binary": {
    zh: `文件里有大量空字节，不像是文字。${exportIt.zh}`,
    en: `The file holds so many null bytes that it is no text. ${exportIt.en}`,
  },
  "line-has-null-characters": {
    zh: "这一行里有空字符，读的时候去掉了。请看看那里有没有少字。",
    en: "The line holds null characters, which are left out. Check that no text is missing there.",
  },
  "line-has-lost-character": {
    zh: "这一行里有字符U+FFFD（\ufffd），说明文件到这里之前就丢了字。请把字改正，或者重新导出文字稿。",
    en: "The line holds the character U+FFFD (\ufffd): a character was lost before the file came here. Correct the word, or export the transcript again.",
  },
  "transcript-empty": {
    zh: "文件是空的。请重新导出文字稿，或者删掉这个文件。",
    en: "The file is empty. Export the transcript again, or remove the file.",
  },
  "transcript-without-words": {
    zh: "文件里一句话也没有。请重新导出文字稿，或者删掉这个文件。",
    en: "The file holds no words. Export the transcript again, or remove the file.",
  },
  "transcript-almost-empty": ({ text }) => ({
    zh: `整份文字稿只有“${text}”，一秒钟就说完了。请放进完整的文字稿；如果这一期真的只有这么短，就不用管它。`,
    en: `The whole transcript is “${text}”, which takes less than a second to say. Put the full transcript here, or leave it if the episode is as short as that.`,
  }),
  "document-unreadable": {
    zh: "这个Word文档（.docx）打不开，可能没有存完整。请在Word里打开，另存一份。",
    en: "This Word document (.docx) cannot be opened; it may not have been saved whole. Open it in Word and save it again.",
  },
  "format-not-read": ({ format }) => ({
    zh: `这是${formats[format].zh}，这种文件还不能读。${exportIt.zh}`,
    en: `This is ${formats[format].en}, a kind that is not read yet. ${exportIt.en}`,
  }),
  "ending-says-no-format": ({ ending, endings }) => {
    const all = endings.map((own) => `.${own}`);
    const name = {
      zh: ending === undefined ? "文件名没有扩展名" : `文件名以.${ending}结尾`,
      en: ending === undefined ? "has no ending" : `ends in .${ending}`,
    };
    return {
      zh: `${name.zh}，看不出是哪种文字稿。请按实际的内容改成${all.slice(0, -1).join("、")}或${all.at(-1)}。`,
      en: `The file's name ${name.en}, which says no kind of transcript that is read. Name it ${all.slice(0, -1).join(", ")} or ${all.at(-1)}, whichever it is.`,
    };
  },
  "file-without-times": ({ ending }) => ({
    zh: `文件名以.${ending}结尾，可是没有一行写着时间（00:01:02.000 --> 00:01:05.000）。如果是纯文本，请把结尾改成.txt；不然请重新导出。`,
    en: `The file's name ends in .${ending}, but no line of it has times (00:01:02.000 --> 00:01:05.000). Give it the ending .txt if it is plain text, or export it again.`,
  }),
  "chapters-as-transcript": {
    zh: "这是这一期的章节，不是文字稿。请把文件改名为chapters.json，再放进文字稿。",
    en: "These are the episode's chapters, not its transcript. Name the file chapters.json, and add the transcript.",
  },
  "json-not-a-transcript": ({ keys }) => ({
    zh: `这个JSON${keys.length === 0 ? "" : `（里面是${keys.join("、")}）`}不是认识的文字稿：没有哪个列表的每一项都有文字和时间。${exportIt.zh}`,
    en: `This JSON${keys.length === 0 ? "" : ` (it holds ${keys.join(", ")})`} is no transcript that is known: no list of it has texts with their times, as Podcasting 2.0 and recognisers write them. ${exportIt.en}`,
  }),
  "transcript-json-broken": ({ reason }) => ({
    zh: `文件不合JSON的写法，可能是中途断了。请重新导出。（程序原话：${reason}）`,
    en: `The file is no valid JSON (${reason}). Export it again; it may have been cut off.`,
  }),
  "record-without-body": ({ field }) => ({
    zh: `这一项的“${field}”里没有文字，所以没有读。请补上文字，或者删掉这一项。`,
    en: `The record has no text in “${field}”, so it is left out. Add the text, or delete the record.`,
  }),
  "record-start-invalid": ({ field, value }) => wordRecordTime(field, "开始时间", value),
  "record-end-invalid": ({ field, value }) => wordRecordTime(field, "结束时间", value),
  "record-speaker-invalid": ({ field, value }) => {
    const { zh, en } = wordRecordValue(value);
    return {
      zh: `“${field}”不能是${zh}，所以这一项没有说话人。请用文字写上说话人的名字。`,
      en: `${en} is no valid “${field}”, so the record is read without it. Write the speaker's name as text.`,
    };
  },
  "webvtt-header-missing": {
    zh: "WebVTT文件应该以WEBVTT开头，这个文件没有，不过照样读了。请在最上面单独加一行WEBVTT。",
    en: "The file does not begin with WEBVTT, as a WebVTT file must; it is read all the same. Put WEBVTT on a line of its own at the top.",
  },
  "tag-unclosed": ({ tag }) => ({
    zh: `“${tag}”这个标记少了“>”，所以当成文字来读。请补上“>”；如果“<”就是文字，请写成“&lt;”。`,
    en: `The tag “${tag}” has no “>”, so it is read as text. Close the tag, or write “&lt;” for “<”.`,
  }),
  "text-without-times": ({ text }) => ({
    zh: `“${text}”上面缺少写时间的一行，所以它没有时间。请补上时间，或者去掉它上面的空行。`,
    en: `The text “${text}” has no line with its times above it, so it is read without a time. Add the times, or remove the blank line above it.`,
  }),
  "cue-start-unreadable": ({ text, isEndReadable }) => ({
    zh: `${isEndReadable ? `“${text}”的开始时间读不出来` : `“${text}”读不出两个时间`}，所以下面的话没有时间。请把这一行写成00:01:02.000 --> 00:01:05.000这样。`,
    en: `${isEndReadable ? `The start of “${text}” is no time` : `“${text}” cannot be read as two times`}, so its text is read without a time. Write the line as 00:01:02.000 --> 00:01:05.000.`,
  }),
  "cue-end-unreadable": ({ text }) => ({
    zh: `“${text}”的结束时间读不出来，所以只用开始时间。请写成00:01:02.000这样。`,
    en: `The end of “${text}” is no time, so only the start is used. Write it as 00:01:02.000.`,
  }),
  "cue-starts-before-recording": ({ start }) => ({
    zh: `这一条从${start}开始，比录音的开头还早，所以按0来读。请把整个文件的时间往后移。`,
    en: `The cue starts before the recording does (${start}), so it is read as starting at 0. Shift the times of the file.`,
  }),
  "times-of-day": ({ start, offset }) => ({
    zh: `时间从${start}才开始，前面空着的比说的还长，像是几点几分，不是录音里的时间。要是这样，请在episode.md里写“offset: ${offset}”。`,
    en: `The times begin at ${start}, after more silence than there is speech: they look like the time of day. If they are, write "offset: ${offset}" into episode.md.`,
  }),
  "cue-starts-too-late": ({ start }) => ({
    zh: `这一条从${start}开始，已经过了100小时。请看看小时写得对不对。`,
    en: `The cue starts at ${start}, after more than 100 hours. Check the hours.`,
  }),
  "cue-starts-before-previous": ({ start, previous }) => ({
    zh: `这一条的开始时间（${start}）比上一条的（${previous}）还早。请改正时间，或者把它移到该在的地方。`,
    en: `The cue starts (${start}) before the one above it (${previous}). Correct the time, or move the cue to its place.`,
  }),
  "cue-ends-before-start": ({ end, start }) => ({
    zh: `这一条的结束时间（${end}）比开始时间（${start}）还早，所以只用开始时间。请把两个时间对调，或者删掉这一条。`,
    en: `The cue ends (${end}) before it starts (${start}), so only its start is used. Swap the two times, or delete the cue.`,
  }),
  "times-without-times": {
    zh: "这个文件是用来给文字稿提供时间的，可它自己没有时间。请换成带时间的识别结果（比如SRT），或者移走。",
    en: "This file is here to give the transcript its times, and has none. Put a recognition with times (SRT, say) in its place, or take it away.",
  },
  "times-of-other-words": ({ percent }) => ({
    zh: `文字稿的字词只有${percent}%在这个文件里对得上，不到一半，所以没有用它的时间，页面上的时间还是估计的。请看看它是不是同一期的录音识别出来的。`,
    en: `Only ${percent}% of the transcript's words stand in this file, less than half, so its times are not used and those on the page stay estimated. Look whether it is a recognition of the same recording.`,
  }),
  "punctuated-of-other-words": ({ percent }) => ({
    zh: `这里的字词只有${percent}%在文字稿里对得上，不到一半，所以没有用它的标点。请看看它是不是这一期的。`,
    en: `Only ${percent}% of the words here stand in the transcript, less than half, so its punctuation is not used. Look whether it belongs to this episode.`,
  }),
  "punctuated-lacks": ({ words, line, last }) => ({
    zh: `这里没有文字稿的${line === last ? `第${line}行里` : `第${line}到${last}行里`}的${words}个字词，所以它们没有加标点。请把这一部分也加上标点，写进来。`,
    en: `${words} words of the transcript's ${line === last ? `line ${line}` : `lines ${line} to ${last}`} are not here, so they get no punctuation. Punctuate that part too, and put it in.`,
  }),
  "punctuated-differs": ({ text, copy, line }) => ({
    zh: `文字稿第${line}行这里是${text === "" ? "没有字的" : `“${text}”`}，而这里${copy === "" ? "少了它" : `写着“${copy}”`}；页面上照文字稿写。请改成一样的；如果是文字稿错了，请写进corrections.yaml。`,
    en: `The transcript has ${text === "" ? "nothing" : `“${text}”`} here (line ${line}), and this file ${copy === "" ? "lacks it" : `has “${copy}”`}; the page has it as the transcript does. Make them the same; if the transcript is wrong, put it into corrections.yaml.`,
  }),
};
