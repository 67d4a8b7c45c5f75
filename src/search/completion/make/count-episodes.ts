import type { Token } from "../../../text/normalise.ts";

/** Token sequences that say one thing: as the `forms` of a query's word. */
export type NameForms = readonly (readonly Token[])[];

interface Node {
  /** Indexes of the names that are said where this node is reached. */
  readonly said: number[];
  next: Map<string, Node> | undefined;
}

/** What an episode says: the token at each place. */
export interface SaidTokens {
  /** Each once, folded. */
  readonly terms: readonly string[];
  /** For each place: 1 + the index of its token in `terms`; 0 where a turn ends. */
  readonly termAt: Uint32Array;
}

/**
 * In how many episodes each name is said in one of its forms: the same places that a search finds, its tokens one
 * after another within a speaker's turn. All names are looked for in one pass over the episodes.
 */
export function countEpisodes(episodes: Iterable<SaidTokens>, names: readonly NameForms[]): number[] {
  const root = makeTree(names);
  const beginnings = listBeginnings(root);
  const counts = new Array<number>(names.length).fill(0);
  for (const episode of episodes)
    for (const name of findSaid(episode, root, beginnings)) counts[name] = (counts[name] as number) + 1;
  return counts;
}

/** Indexes of the names that an episode says. */
function findSaid({ terms, termAt }: SaidTokens, root: Node, beginnings: Uint8Array): Set<number> {
  const found = new Set<number>();
  // Of 1 + the index of a token, as in `termAt`; 0 where a turn ends, which begins nothing.
  const codes = new Int32Array(terms.length + 1);
  for (const [index, token] of terms.entries()) codes[index + 1] = codeOf(token);
  /** Where the tokens read so far may be the beginning of a name: at least two of them. */
  let begun: Node[] = [];
  let reached: Node[] = [];
  const reach = (node: Node | undefined) => {
    if (node === undefined) return;
    for (const name of node.said) found.add(name);
    if (node.next !== undefined) reached.push(node);
  };
  let last = 0;
  // By index: this is where a build reads every token of an archive.
  for (let place = 0; place < termAt.length; place++) {
    const own = termAt[place] as number;
    const code = codes[own] as number;
    if (own > 0) {
      const token = terms[own - 1] as string;
      for (let k = 0; k < begun.length; k++) reach(begun[k]?.next?.get(token));
      if (last > 0 && beginnings[hash(codes[last] as number, code)] === 1)
        reach(root.next?.get(terms[last - 1] as string)?.next?.get(token));
      if (beginnings[hash(code, 0)] === 1)
        for (const name of root.next?.get(token)?.said ?? []) found.add(name);
    }
    last = own;
    if (begun.length === 0 && reached.length === 0) continue;
    [begun, reached] = [reached, begun];
    reached.length = 0;
  }
  return found;
}

function makeTree(names: readonly NameForms[]): Node {
  const root: Node = { said: [], next: new Map() };
  for (const [name, forms] of names.entries()) {
    for (const form of forms) {
      let node = root;
      for (const { text } of form) {
        node.next ??= new Map();
        const next: Node = node.next.get(text) ?? { said: [], next: undefined };
        node.next.set(text, next);
        node = next;
      }
      if (node !== root) node.said.push(name);
    }
  }
  return root;
}

/**
 * A table by hash that says of most pairs of tokens that no name begins so, and of most single tokens that they
 * are no name: a build asks for every place of an archive, and looking into the tree costs four times as much
 * (measured).
 */
function listBeginnings(root: Node): Uint8Array {
  const table = new Uint8Array(HASH_SIZE);
  for (const [first, node] of root.next ?? []) {
    if (node.said.length > 0) table[hash(codeOf(first), 0)] = 1;
    for (const second of node.next?.keys() ?? []) table[hash(codeOf(first), codeOf(second))] = 1;
  }
  return table;
}

const HASH_SIZE = 1 << 18;

function codeOf(token: string): number {
  return token.charCodeAt(0) + token.length * 77;
}

function hash(first: number, second: number): number {
  return (first * 613 + second * 31) & (HASH_SIZE - 1);
}
