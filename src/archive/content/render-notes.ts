import rehypeRaw from "rehype-raw";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import { markdownToHtml } from "satteri";
import { unified } from "unified";

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

const schema = {
  ...defaultSchema,
  protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto"], src: ["http", "https"] },
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

/**
 * Show notes in Markdown (GitHub's flavour) -> HTML that can do no harm: no scripts, handlers, frames or
 * `javascript:` addresses; headings from h3 down; links with `rel="nofollow noopener"`. Throws a RangeError
 * where things are nested too deep. Notes are strangers' text: a library that reads them in more than about linear
 * time would hold up the build.
 */
export function renderNotes(markdown: string): string {
  const { html } = markdownToHtml(markdown);
  const tree = processor.runSync({ type: "root", children: [{ type: "raw", value: html }] });
  return processor.stringify(tree).trim();
}
