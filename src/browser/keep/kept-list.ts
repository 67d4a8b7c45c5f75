import { makePageAddress } from "../../model/site-address.ts";
import type { Wording } from "../../wording/interface-words.ts";
import { keepWords, wordRead } from "../../wording/keep-words.ts";
import { readingWords, wordSaved } from "../../wording/reading-words.ts";
import { saveFile } from "../export/save-file.ts";
import { writeWording } from "../interface/write-wording.ts";
import { copyText } from "../quote/read-selection.ts";
import { readKeptMarkdown, writeKeptMarkdown } from "./kept-markdown.ts";
import { groupByEpisode, type KeptPassage, KeptPassages } from "./kept-passages.ts";

/** Bytes of a file that is read in (chosen): what a browser keeps for a site. */
const largestFile = 5_000_000;

/**
 * `<kept-list data-page data-base data-show>`: lists the passages that this browser keeps, an episode a section, each
 * with its link, the reader's note and a way to let it go; out as Markdown, and in again. Holds `[data-kept-rows]`,
 * `[data-none]`, `button[data-action]`s, `input[type=file]`, a `[data-status]` and templates for a section and a row.
 */
export class KeptList extends HTMLElement {
  #lifetime = new AbortController();

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.addEventListener("click", ({ target }) => void this.#act(target), { signal });
    this.#file.addEventListener("change", () => void this.#readFile(), { signal });
    addEventListener("storage", () => this.#show(), { signal });
    this.#show();
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
  }

  get #kept(): KeptPassages {
    return new KeptPassages(this.dataset["page"] ?? "");
  }

  get #file(): HTMLInputElement {
    return this.#part("input[type=file]") as HTMLInputElement;
  }

  #part(selector: string): HTMLElement {
    return this.querySelector(selector) as HTMLElement;
  }

  #show(): void {
    const groups = groupByEpisode(this.#kept.read());
    this.#part("[data-none]").hidden = groups.length > 0;
    for (const button of this.querySelectorAll<HTMLElement>("[data-out]"))
      button.hidden = groups.length === 0;
    this.#part("[data-kept-rows]").replaceChildren(...groups.map((group) => this.#makeSection(group)));
  }

  #makeSection(group: readonly KeptPassage[]): DocumentFragment {
    const section = this.#copy("section");
    const [{ slug, title } = { slug: "", title: "" }] = group;
    const link = section.querySelector("a") as HTMLAnchorElement;
    link.href = this.#locate(slug);
    link.textContent = title;
    section.querySelector("ul")?.append(...group.map((passage) => this.#makeRow(passage)));
    return section;
  }

  #makeRow(passage: KeptPassage): DocumentFragment {
    const row = this.#copy("row");
    const { slug, anchor, time, speaker, texts, note } = passage;
    const link = row.querySelector("a") as HTMLAnchorElement;
    link.href = `${this.#locate(slug)}#${anchor}`;
    link.textContent = time;
    (row.querySelector("[data-who]") as HTMLElement).textContent = speaker;
    const paragraphs = texts.map((text) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = text;
      return paragraph;
    });
    row.querySelector("blockquote")?.append(...paragraphs);
    const field = row.querySelector("textarea") as HTMLTextAreaElement;
    field.value = note;
    field.addEventListener("input", () => {
      if (!this.#kept.annotate(passage, field.value.trim())) this.#tell(keepWords.refused);
    });
    row.querySelector("[data-remove]")?.addEventListener("click", () => {
      this.#kept.remove(passage);
      this.#show();
      this.#tell(keepWords.letGo);
      // The button that had the focus is gone.
      this.#part("[data-status]").focus();
    });
    return row;
  }

  #copy(name: "section" | "row"): DocumentFragment {
    const template = this.#part(`template[data-${name}]`) as HTMLTemplateElement;
    return template.content.cloneNode(true) as DocumentFragment;
  }

  #locate(slug: string): string {
    return makePageAddress(this.dataset["base"] ?? "/", "episodes", slug);
  }

  async #act(target: EventTarget | null): Promise<void> {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-action]") : null;
    const { action } = button?.dataset ?? {};
    if (action === "read") return this.#file.click();
    if (action === undefined) return;
    const show = this.dataset["show"] ?? "";
    const content = writeKeptMarkdown(
      this.#kept.read(),
      show,
      (slug) => location.origin + this.#locate(slug),
    );
    if (action === "copy")
      return this.#tell((await copyText(content)) ? readingWords.copied : readingWords.copyFailed);
    const name = "kept.md";
    saveFile({ name, type: "text/markdown", content });
    this.#tell(wordSaved(name));
  }

  async #readFile(): Promise<void> {
    const [file] = this.#file.files ?? [];
    if (file === undefined) return;
    const passages = file.size > largestFile ? [] : readKeptMarkdown(await file.text());
    // The same file again is a change as well.
    this.#file.value = "";
    if (passages.length === 0) return this.#tell(keepWords.nothingRead);
    const count = this.#kept.add(passages);
    this.#show();
    this.#tell(count === undefined ? keepWords.refused : wordRead(count));
  }

  #tell(wording: Wording): void {
    this.#part("[data-status]").replaceChildren(writeWording(wording));
  }
}
