/** An element of XML: its content is text, or elements. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly content: string | readonly XmlElement[];
}

type Attributes = XmlElement["attributes"];

/** An element with text or elements in it. */
export function makeElement(
  name: string,
  content: string | number | boolean | readonly XmlElement[] = "",
  attributes: Attributes = {},
): XmlElement {
  return { name, attributes, content: typeof content === "object" ? content : String(content) };
}

/** The same, or nothing where there is no content. */
export function makeOptional(name: string, content: string | number | boolean | undefined): XmlElement[] {
  return content === undefined || content === "" ? [] : [makeElement(name, content)];
}

/**
 * An XML document (https://www.w3.org/TR/xml/). Texts and values of attributes may hold anything: what means something
 * in XML is escaped, and characters that XML forbids are left out.
 */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, "")}\n`;
}

function writeElement({ name, attributes, content }: XmlElement, indent: string): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(String(value)).replace(/[\t\n]/g, " ")}"`],
  );
  const start = `${indent}<${name}${written.join("")}`;
  if (content.length === 0) return `${start}/>`;
  if (typeof content === "string") return `${start}>${escapeXml(content)}</${name}>`;
  const inner = content.map((element) => writeElement(element, `${indent}  `));
  return [`${start}>`, ...inner, `${indent}</${name}>`].join("\n");
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // As it stands it would be read as a line feed.
  "\r": "&#13;",
};

/** What XML 1.0 allows nowhere, not even as a reference (`Char`), lone surrogates among it. */
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/gu;

function escapeXml(text: string): string {
  return text.replace(forbidden, "").replace(/[&<>"\r]/g, (character) => references[character] ?? "");
}
