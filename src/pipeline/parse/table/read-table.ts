/** A row of a table, and the line of the file on which it begins. */
export interface TableRow {
  readonly cells: readonly string[];
  /** 1-based. */
  readonly line: number;
}

/** Reads CSV as RFC 4180 has it, with any one-character separator: quotes hold separators, line ends and doubled quotes. */
export function readTable(lines: readonly string[], separator: string): TableRow[] {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let start = 1;
  let isQuoted = false;
  for (const [index, line] of lines.entries()) {
    if (isQuoted) cell += " ";
    else [cells, start] = [[], index + 1];
    for (let at = 0; at < line.length; at += 1) {
      const character = line[at] as string;
      if (isQuoted && character === '"' && line[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
      else if (isQuoted && character === '"') isQuoted = false;
      else if (isQuoted) {
        const end = line.indexOf('"', at);
        cell += line.slice(at, end === -1 ? line.length : end);
        at = (end === -1 ? line.length : end) - 1;
      } else if (character === '"' && cell.trim() === "") [isQuoted, cell] = [true, ""];
      else if (character === separator) {
        cells.push(cell);
        cell = "";
      } else cell += character;
    }
    if (isQuoted) continue;
    cells.push(cell);
    cell = "";
    if (cells.some((own) => own.trim() !== "")) rows.push({ cells, line: start });
  }
  // A quote that nothing closes: its text is kept.
  if (isQuoted && cell.trim() !== "") rows.push({ cells: [...cells, cell], line: start });
  return rows;
}

/** Reads a table of Markdown: cells between bars, `\|` for one inside. The line below its head is left out. */
export function readMarkdownTable(lines: readonly string[]): TableRow[] {
  return lines.flatMap((line, index) => {
    const text = line.trim();
    if (!text.startsWith("|") || /^[\s|:-]+$/.test(text)) return [];
    const cells = text.replace(/^\||(?<!\\)\|$/g, "").split(/(?<!\\)\|/);
    return [{ cells: cells.map((cell) => cell.replaceAll("\\|", "|").trim()), line: index + 1 }];
  });
}

/** What a table of speech may have in a column. */
export type Column = "start" | "end" | "speaker" | "text";

const names: Readonly<Record<Column, RegExp>> = {
  start:
    /^(?:start|begin|from|in|time|timestamp|timecode|start[ _]?time|begin[ _]?time|start ?\(?(?:s|ms|sec|seconds)\)?|开始|开始时间|起始时间?|時間|时间|时间戳|時間戳|起点|入点|開始|開始時間|beginn|anfang|début|inicio)$/i,
  end: /^(?:end|to|out|stop|end[ _]?time|finish|end ?\(?(?:s|ms|sec|seconds)\)?|结束|结束时间|終了|终止时间|終點|出点|終了時間|ende|fin|final)$/i,
  speaker:
    /^(?:speaker|speaker[ _]?(?:name|id|label)|name|who|role|说话人|說話人|发言人|發言人|讲话人|姓名|角色|人物|嘉宾|講者|讲者|話者|sprecher(?:in)?|locuteur|intervenant|hablante|orador)$/i,
  text: /^(?:text|body|content|transcript|sentence|utterance|words|speech|dialogue|caption|subtitle|内容|內容|文本|文字|发言|发言内容|發言內容|字幕|台词|原文|对话|正文|转写|转写内容|テキスト|texte|texto)$/i,
};

/** Which column holds what, by a head line; undefined where no column is named for the text and another for a time or a speaker. */
export function readHead(cells: readonly string[]): ReadonlyMap<Column, number> | undefined {
  const columns = new Map<Column, number>();
  for (const [index, cell] of cells.entries()) {
    const column = (Object.keys(names) as Column[]).find((own) => names[own].test(cell.trim().slice(0, 40)));
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  }
  return columns.has("text") && columns.size >= 2 ? columns : undefined;
}
