import type { Term } from "../../model/archive.ts";
import { foldCase } from "./flat-text.ts";

/** What a recogniser's form stands for. */
export interface HeardEntry {
  readonly term: Term;
  readonly near?: readonly string[];
}

/** A node of the tree of all forms, read character by character in lower case. */
export interface FormNode {
  readonly children: Map<number, FormNode>;
  /** The terms for which the form that ends here is heard. */
  readonly heard: HeardEntry[];
  /** The right spellings (`term` and `also`) that end here, as the glossary writes them. */
  readonly right: string[];
}

const compiled = new WeakMap<readonly Term[], FormNode>();

/** The tree of a glossary's forms; made once for an array of terms. */
export function compileGlossary(terms: readonly Term[]): FormNode {
  const known = compiled.get(terms);
  if (known !== undefined) return known;
  const root = makeNode();
  for (const term of terms) {
    for (const { form, near } of term.heard) {
      addForm(root, form)?.heard.push(near === undefined ? { term } : { term, near });
    }
    for (const form of [term.term, ...term.also]) addForm(root, form)?.right.push(form.trim());
  }
  compiled.set(terms, root);
  return root;
}

function addForm(root: FormNode, form: string): FormNode | undefined {
  const folded = foldCase(form.trim()).replace(/ +/g, " ");
  if (folded === "") return undefined;
  let node = root;
  for (let index = 0; index < folded.length; index += 1) {
    const code = folded.charCodeAt(index);
    const next = node.children.get(code) ?? makeNode();
    node.children.set(code, next);
    node = next;
  }
  return node;
}

function makeNode(): FormNode {
  return { children: new Map(), heard: [], right: [] };
}
