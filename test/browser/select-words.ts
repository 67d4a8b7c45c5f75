import type { Page } from "playwright-core";

/** Selects from some words of one passage to the end of some words of another, as a reader does. */
export async function selectWords(page: Page, from: [id: string, words: string], to = from): Promise<void> {
  await page.evaluate(
    ([first, last]) => {
      const find = ([id, words]: [string, string]) => {
        const text = document.getElementById(id)?.closest("[data-passage]")?.querySelector(".text");
        const walker = document.createTreeWalker(text as Node, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = (node as Text).data.indexOf(words);
          if (at !== -1) return { node, at, end: at + words.length };
        }
        throw new Error(`${id} does not say ${words}`);
      };
      const [start, end] = [find(first), find(last)];
      getSelection()?.setBaseAndExtent(start.node, start.at, end.node, end.end);
    },
    [from, to] as const,
  );
}
