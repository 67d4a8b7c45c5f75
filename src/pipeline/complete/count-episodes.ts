import type { Passage } from "../../model/passage.ts";
import { scanTokens, type Token } from "../../text/normalise.ts";

/** Token sequences that say one thing: as the `forms` of a query's word. */
export type Forms = readonly (readonly Token[])[];

interface Node {
  /** Indexes of the names that are said where this node is reached. */
  readonly said: number[];
  next: Map<string, Node> | undefined;
}

/**
 * In how many episodes each name is said in one of its forms: the same places that a search finds, its tokens one
 * after another within a speaker's turn. All names are looked for in one pass over the texts.
 */
export function countEpisodes(
  episodes: Iterable<{ readonly passages: readonly Pick<Passage, "text" | "speaker">[] }>,
  names: readonly Forms[],
): number[] {
  const root = makeTree(names);
  const beginnings = listBeginnings(root);
  const counts = new Array<number>(names.length).fill(0);
  const lastEpisode = new Int32Array(names.length).fill(-1);
  let episode = 0;
  /** The token before, and its code: "" and 0 where a turn begins. */
  let last = "";
  let lastCode = 0;
  /** Where the tokens read so far may be the beginning of a name: at least two of them. */
  let begun: Node[] = [];
  let reached: Node[] = [];
  const count = (said: readonly number[]) => {
    for (const name of said) {
      if (lastEpisode[name] === episode) continue;
      lastEpisode[name] = episode;
      counts[name] = (counts[name] as number) + 1;
    }
  };
  const reach = (node: Node | undefined) => {
    if (node === undefined) return;
    count(node.said);
    if (node.next !== undefined) reached.push(node);
  };
  const visit = (token: string) => {
    for (let k = 0; k < begun.length; k++) reach(begun[k]?.next?.get(token));
    const code = codeOf(token);
    if (beginnings[hash(lastCode, code)] === 1) reach(root.next?.get(last)?.next?.get(token));
    if (beginnings[hash(code, 0)] === 1) count(root.next?.get(token)?.said ?? []);
    last = token;
    lastCode = code;
    if (begun.length === 0 && reached.length === 0) return;
    [begun, reached] = [reached, begun];
    reached.length = 0;
  };
  for (const { passages } of episodes) {
    let speaker: string | undefined;
    for (const [index, passage] of passages.entries()) {
      if (index === 0 || passage.speaker?.key !== speaker) {
        begun.length = 0;
        last = "";
        lastCode = 0;
      }
      speaker = passage.speaker?.key;
      scanTokens(passage.text, visit);
    }
    episode++;
  }
  return counts;
}

function makeTree(names: readonly Forms[]): Node {
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
