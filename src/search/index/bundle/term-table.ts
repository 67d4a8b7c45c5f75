/** A slot holds a term's hash and 1 + its number; 0 where it is free. */
const SLOT = 2;
const FIRST_SLOTS = 1 << 12;

/**
 * Terms, each with a number from 0 in the order of their first appearance. An index asks for ten million of them, of a
 * million, each a text that nobody has seen before: numbers beside one another answer sooner than a `Map` does.
 */
export class TermTable {
  readonly terms: string[] = [];
  #slots = new Uint32Array(FIRST_SLOTS * SLOT);

  /** The number of a term, which it gets where it has none. */
  numberOf(term: string): number {
    const hash = hashOf(term);
    const slots = this.#slots;
    const last = slots.length / SLOT - 1;
    let slot = hash & last;
    for (;;) {
      const known = slots[slot * SLOT + 1] as number;
      if (known === 0) break;
      if (slots[slot * SLOT] === hash && this.terms[known - 1] === term) return known - 1;
      slot = (slot + 1) & last;
    }
    slots[slot * SLOT] = hash;
    slots[slot * SLOT + 1] = this.terms.push(term);
    // Over half full the way to a free slot gets long.
    if (this.terms.length * 2 > last) this.#spread();
    return this.terms.length - 1;
  }

  #spread(): void {
    const old = this.#slots;
    const slots = new Uint32Array(old.length * 2);
    const last = slots.length / SLOT - 1;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 1] === 0) continue;
      let slot = (old[from] as number) & last;
      while (slots[slot * SLOT + 1] !== 0) slot = (slot + 1) & last;
      slots[slot * SLOT] = old[from] as number;
      slots[slot * SLOT + 1] = old[from + 1] as number;
    }
    this.#slots = slots;
  }
}

/** FNV-1a over code units, its bits mixed as MurmurHash3 ends: unsigned, 32 bits. */
function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < term.length; k++) hash = Math.imul(hash ^ term.charCodeAt(k), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
