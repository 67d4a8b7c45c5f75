import { makePageAddress } from "../../model/site-address.ts";
import type { Wording } from "../../wording/interface-words.ts";
import {
  formatSize,
  keepFaultWords,
  offlineWords,
  wordChanged,
  wordEvicted,
  wordKeeping,
  wordTotal,
} from "../../wording/offline-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import { KeepError, type KeepNews } from "./keep-job.ts";
import { KeptEpisodes } from "./kept-episodes.ts";
import type { StoredSet } from "./kept-sets.ts";
import { makeButton, makeLine } from "./make-parts.ts";
import type { NotedEpisode } from "./noted-episodes.ts";

/** What `<kept-episode-list>` shows: the episodes that this browser keeps, has cleared, or keeps an older version of. */
export class KeptListView {
  readonly #host: HTMLElement;
  readonly #lifetime: AbortSignal;

  private constructor(host: HTMLElement, lifetime: AbortSignal) {
    this.#host = host;
    this.#lifetime = lifetime;
  }

  static async open(host: HTMLElement, lifetime: AbortSignal): Promise<void> {
    await new KeptListView(host, lifetime).#begin();
  }

  get #root(): string {
    return this.#host.dataset["root"] ?? "/";
  }

  get #kept(): KeptEpisodes {
    return new KeptEpisodes(this.#root);
  }

  #part(selector: string): HTMLElement {
    return this.#host.querySelector(selector) as HTMLElement;
  }

  async #begin(): Promise<void> {
    if (!KeptEpisodes.isPossible) return this.#tell(offlineWords.listRefused);
    const sets = await this.#show();
    this.#tellAway(sets.length);
    if (sets.length === 0 || !navigator.onLine) return;
    const news = await this.#kept.compare().catch(() => undefined);
    if (news !== undefined && !this.#lifetime.aborted) this.#showNews(news);
  }

  async #show(): Promise<readonly StoredSet[]> {
    try {
      const [sets, lost] = await Promise.all([this.#kept.list(), this.#kept.listLost()]);
      this.#part("[data-kept-none]").hidden = sets.length + lost.length > 0;
      this.#part("[data-rows]").replaceChildren(...sets.map((set) => this.#makeRow(set)));
      this.#part("[data-lost]").replaceChildren(...this.#makeLost(lost));
      const bytes = sets.reduce((sum, set) => sum + set.bytes, 0);
      this.#part("[data-total]").replaceChildren(
        ...(sets.length > 1 ? [makeLine(wordTotal(sets.length, bytes))] : []),
      );
      return sets;
    } catch {
      this.#tell(offlineWords.listRefused);
      return [];
    }
  }

  #makeRow({ slug = "", title = "", audio, bytes }: StoredSet): DocumentFragment {
    const template = this.#part("template") as HTMLTemplateElement;
    const row = template.content.cloneNode(true) as DocumentFragment;
    const link = row.querySelector("a") as HTMLAnchorElement;
    link.href = makePageAddress(this.#root, "episodes", slug);
    link.textContent = title;
    const what = audio === undefined ? offlineWords.textsAlone : offlineWords.withAudio;
    row.querySelector("[data-what]")?.append(writeWording(what), ` · ${formatSize(bytes)}`);
    row.querySelector("button")?.addEventListener("click", () => void this.#remove(slug));
    return row;
  }

  #makeLost(lost: readonly NotedEpisode[]): HTMLElement[] {
    if (lost.length === 0) return [];
    const list = document.createElement("ul");
    for (const { slug, title } of lost) {
      const link = document.createElement("a");
      link.href = makePageAddress(this.#root, "episodes", slug);
      link.textContent = title;
      const row = document.createElement("li");
      row.append(link);
      list.append(row);
    }
    const forget = makeButton(offlineWords.forget, () => {
      for (const { slug } of lost) this.#kept.forget(slug);
      void this.#show();
      this.#part("[data-kept-status]").focus();
    });
    return [makeLine(wordEvicted(lost.length), ""), list, forget];
  }

  /** A page that is not kept led here, because there was no network. */
  #tellAway(count: number): void {
    const away = new URLSearchParams(location.search).get("away");
    if (away === null) return;
    // Below the site's root, whatever the address says.
    const link = document.createElement("a");
    link.href = this.#root + away.replace(/^[/\\]+/, "");
    link.append(writeWording(offlineWords.away));
    this.#tell(count > 0 ? offlineWords.awayKept : offlineWords.awayNone);
    this.#part("[data-kept-status]").append(" ", link);
  }

  #showNews({ changed, isShellOld }: KeepNews): void {
    if (changed.length === 0 && !isShellOld) return;
    const lines = [
      ...(changed.length > 0 ? [makeLine(wordChanged(changed.length), "")] : []),
      ...(isShellOld ? [makeLine(offlineWords.shellOld, changed.length > 0 ? "note" : "")] : []),
    ];
    this.#part("[data-news]").replaceChildren(
      ...lines,
      makeButton(offlineWords.renew, () => this.#renew()),
    );
  }

  async #renew(): Promise<void> {
    this.#part("[data-news]").replaceChildren();
    const signal = this.#lifetime;
    try {
      this.#tell(wordKeeping(0, 0));
      await this.#kept.renew({ signal });
      await this.#show();
      this.#tell(offlineWords.renewed);
    } catch (error) {
      if (signal.aborted) return;
      this.#tell(keepFaultWords[error instanceof KeepError ? error.fault : "broken"]);
      this.#part("[data-news]").replaceChildren(makeButton(offlineWords.tryAgain, () => this.#renew()));
    }
    this.#part("[data-kept-status]").focus();
  }

  async #remove(slug: string): Promise<void> {
    await this.#kept.remove(slug);
    await this.#show();
    this.#tell(offlineWords.removed);
    // The button that had the focus is gone.
    this.#part("[data-kept-status]").focus();
  }

  #tell(wording: Wording): void {
    this.#part("[data-kept-status]").replaceChildren(writeWording(wording));
  }
}
