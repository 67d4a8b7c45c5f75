import rehypeRaw from "rehype-raw";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import { markdownToHtml } from "satteri";
import { unified } from "unified";
import { FaultError } from "../../model/report.ts";
import { type NotesPlace, readOwnLink, writeOwnLink } from "./own-links.ts";

/** What of a HAST tree is read here. */
interface TreeNode {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: TreeNode[];
}

const highestHeading = 3;

function listElements(tree: TreeNode): TreeNode[] {
  const elements: TreeNode[] = [];
  const waiting = [tree];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === "element") elements.push(node);
    for (const child of node.children ?? []) waiting.push(child);
  }
  return elements;
}

/** The page has an h1 and h2 of its own: the highest heading of the notes becomes h3, the others keep their distance. */
function demoteHeadings() {
  return (tree: TreeNode) => {
    const headings = listElements(tree).filter(({ tagName }) => /^h[1-6]$/.test(tagName ?? ""));
    const highest = Math.min(...headings.map(({ tagName }) => Number(tagName?.slice(1))));
    for (const heading of headings) {
      const level = Number(heading.tagName?.slice(1)) - highest + highestHeading;
      heading.tagName = `h${Math.min(level, 6)}`;
    }
  };
}

function guardLinks() {
  return (tree: TreeNode) => {
    for (const { tagName, properties } of listElements(tree)) {
      if (properties === undefined) continue;
      if (tagName === "a" && properties["href"] !== undefined) properties["rel"] = ["nofollow", "noopener"];
      if (tagName === "img") {
        properties["alt"] ??= "";
        Object.assign(properties, { loading: "lazy", referrerPolicy: "no-referrer" });
      }
    }
  };
}

/**
 * Where a picture stands: its address where that is one of https, "here" where it is a path of the site, undefined where
 * it is neither. As a browser reads it, to which `//`, `\\` and a tab between the letters of a scheme are all the same.
 */
function locatePicture(src: unknown): URL | "here" | undefined {
  const [own, secure] = ["http://here.invalid/", "https://here.invalid/"].map((base) =>
    typeof src === "string" && URL.canParse(src, base) ? new URL(src, base) : undefined,
  );
  if (own?.origin === "http://here.invalid" && secure?.origin === "https://here.invalid") return "here";
  return secure?.protocol === "https:" && secure.host !== "here.invalid" ? secure : undefined;
}

/** Takes pictures away that are not to be shown, and gives `drop` the addresses of those that no show allows. */
function guardPictures(tree: TreeNode, remotePictures: boolean, drop: (address: string) => void): void {
  for (const parent of [tree, ...listElements(tree)]) {
    const isShown = ({ tagName, properties = {} }: TreeNode) => {
      if (tagName !== "img") return true;
      const place = locatePicture(properties["src"]);
      if (place === undefined) drop(String(properties["src"] ?? ""));
      else if (place !== "here") properties["src"] = place.href;
      return place === "here" || (place !== undefined && remotePictures);
    };
    if (parent.children !== undefined) parent.children = parent.children.filter(isShown);
  }
}

/**
 * Has links and pictures of the site lead below its base path, wherever it stands. A picture that is named from the
 * page stays as it is.
 */
function placeLinks(tree: TreeNode, place: NotesPlace): void {
  for (const { tagName, properties = {} } of listElements(tree)) {
    const key = { a: "href", img: "src" }[tagName ?? ""];
    const address = key === undefined ? undefined : properties[key];
    if (key === undefined || typeof address !== "string" || (key === "src" && !address.startsWith("/")))
      continue;
    const own = readOwnLink(address, place);
    if (own === undefined) continue;
    properties[key] = writeOwnLink(own, place.base);
    delete properties["rel"];
  }
}

const schema = {
  ...defaultSchema,
  // A picture's sources may be of any kind and place.
  tagNames: defaultSchema.tagNames?.filter((name) => name !== "picture" && name !== "source") ?? [],
  // Pictures are looked at afterwards.
  protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto"], src: null },
};

const processor = unified()
  .use(rehypeRaw)
  .use(rehypeSanitize, schema)
  .use(demoteHeadings)
  .use(guardLinks)
  .use(rehypeStringify)
  .freeze();

/** Characters of the longest notes that are rendered: podcast directories take 4,000 (chosen). */
export const LONGEST_NOTES = 50_000;

/** Characters of the longest HTML that notes may become (chosen: eight for each that is written). */
const LONGEST_HTML = 400_000;

/** Tags that an HTML parser opens anew in each block until they are closed, but for `a`, which closes the one before. */
const formattingTag = /<(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?:[\s/][^>]*)?>/gi;

/** Of equal formatting tags a parser opens three anew at most: of the names above, so many together. */
const mostReopened = 39;

/** Elements that may come of notes at most (chosen: half a second). */
const mostElements = 100_000;

function fail(): never {
  throw new FaultError({ kind: "notes-grow", values: { longest: LONGEST_HTML } });
}

/**
 * The HTML of notes before anything is taken out. Throws a fault where far more would come out than went in: a table's
 * rows are filled up to its widest, and each block opens anew what was not closed.
 */
function writeHtml(markdown: string): string {
  const lines = markdown.split("\n");
  const widest = Math.max(...lines.map((line) => line.split("|").length));
  // Before the library, which would make gigabytes of it.
  if (widest * lines.length > 10 * LONGEST_HTML) fail();
  const { html } = markdownToHtml(markdown);
  if (html.length > LONGEST_HTML) fail();
  const reopened = Math.min(mostReopened, markdown.match(formattingTag)?.length ?? 0);
  if ((html.split("<").length - 1) * (1 + reopened) > mostElements) fail();
  // Without attributes many of them are equal.
  return reopened === 0 ? html : html.replace(formattingTag, "<$1>");
}

/**
 * Show notes in Markdown (GitHub's flavour) -> HTML that can do no harm: no scripts, handlers, frames or
 * `javascript:` addresses; headings from h3 down; links with `rel="nofollow noopener"`, but those to the site itself lead
 * below its base path; pictures of the site and, where `remotePictures` allows them, of https addresses. `dropped` holds the addresses of pictures that are neither. Throws a
 * RangeError where things are nested too deep, and a FaultError where too much would come out. Notes are strangers'
 * text: a library that reads them in more than about linear time would hold up the build.
 */
export function renderNotes(
  markdown: string,
  { remotePictures = true, place }: { readonly remotePictures?: boolean; readonly place?: NotesPlace } = {},
): { readonly html: string; readonly dropped: readonly string[] } {
  const value = writeHtml(markdown);
  const dropped = new Set<string>();
  const tree = processor.runSync({ type: "root", children: [{ type: "raw", value }] });
  guardPictures(tree, remotePictures, (address) => dropped.add(address));
  if (place !== undefined) placeLinks(tree, place);
  return { html: processor.stringify(tree).trim(), dropped: [...dropped] };
}
