import sax from "sax";

/** An element that begins, with the names of its attributes as the file has them, in lower case. */
export interface Element {
  /** In lower case, with its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Called in the order of the file. Lines are 1-based. */
export interface MarkupReader {
  open(element: Element, line: number): void;
  close(name: string): void;
  /** `line` is that of the first character that is no space. */
  text(text: string, line: number): void;
}

const root = "<root>";

/**
 * Reads XML or HTML from beginning to end. Broken markup is read as far as it goes: what cannot be is text. Entities are
 * those of HTML; none of the document's own is resolved. Scripts and styles are left out.
 */
export function readMarkup(lines: readonly string[], reader: MarkupReader): void {
  // Behind its first element's end the parser would read nothing more: a page may be a piece of one.
  const source = `${root}${lines.join("\n")}`;
  const parser = sax.parser(false, { lowercase: true });
  const lineAt = makeLineFinder(lines);
  let textFrom = root.length;
  parser.onerror = () => {
    // Of a fault the parser has made text; it goes on behind it.
    (parser as { error: Error | null }).error = null;
  };
  // An attribute of this name would end sax 1.6, which asks its attributes by it.
  parser.onopentagstart = ({ attributes }) => {
    Object.defineProperty(attributes, "hasOwnProperty", {
      get: () => Object.prototype.hasOwnProperty,
      set: () => {},
    });
  };
  parser.onopentag = ({ name, attributes }) => {
    if (name === "root") return;
    reader.open(
      { name, attributes: new Map(Object.entries(attributes).map(([key, value]) => [key, String(value)])) },
      lineAt(parser.startTagPosition - 1),
    );
    textFrom = parser.position;
  };
  parser.onclosetag = (name) => {
    if (name === "root") return;
    reader.close(name);
    textFrom = parser.position;
  };
  const addText = (text: string): void => {
    const start = textFrom + (/\S/.exec(source.slice(textFrom, parser.position))?.index ?? 0);
    reader.text(text, lineAt(Math.min(start, source.length - 1)));
  };
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.onscript = () => {};
  parser.write(source).close();
}

/** The 1-based line of an offset, looked for from the line that was found last: offsets hardly ever go back. */
function makeLineFinder(lines: readonly string[]): (offset: number) => number {
  const starts: number[] = [];
  let start = root.length;
  for (const line of lines) {
    starts.push(start);
    start += line.length + 1;
  }
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(1, low);
  };
}
