import { formatCount } from "../../text/format-count.ts";
import type { Wording } from "../interface-words.ts";
import { countOf } from "./command-words.ts";

/** What a host counts. */
type Measure = "files" | "entries" | "largest" | "bytes";

/** How large a site is, and which of the hosts that have limits take it. */
export function wordSiteSize(size: {
  readonly files: number;
  readonly bytes: number;
  readonly largest: { readonly path: string; readonly bytes: number };
  readonly fits: readonly string[];
}): Wording {
  const { files, bytes, largest, fits } = size;
  const [whole, one] = [formatBytes(bytes), `${largest.path} (${formatBytes(largest.bytes)})`];
  return {
    zh: `网站有${formatCount(files)}个文件，共${whole}，最大的是${one}。${fits.length === 0 ? "有上限的主机都放不下，只能放在没有上限的主机上" : `放得下的有${fits.join("、")}，还有没有上限的主机`}。`,
    en: `The site has ${countOf(files, "file")} of ${whole}; the largest is ${one}. ${fits.length === 0 ? "Of the hosts with limits it fits none" : `It fits ${fits.join(", ")}, and any host without limits`}.`,
  };
}

/** That a site is near a limit that hosts have, or over it, and what to do. */
export function wordHostLimit(reached: {
  readonly hosts: readonly string[];
  readonly measure: Measure;
  readonly limit: number;
  readonly value: number;
  /** Path of the site's largest file. */
  readonly largest: string;
}): Wording {
  const { hosts, measure, limit, value, largest } = reached;
  const format = measure === "files" || measure === "entries" ? formatCount : formatBytes;
  const words = limitWords[measure](hosts, format(limit), format(value), largest);
  const percent = Math.floor((value / limit) * 100);
  if (value > limit)
    return {
      zh: `${words.zh}，放不下。请看docs/hosting.zh.md里的“各家的上限”。`,
      en: `${words.en}: it does not fit. See "What hosts take" in docs/hosting.md.`,
    };
  return {
    zh: `${words.zh}，到了${percent}%。如果要放在那里，请看docs/hosting.zh.md里的“各家的上限”。`,
    en: `${words.en}, which is ${percent} %. If it is to stand there, see "What hosts take" in docs/hosting.md.`,
  };
}

const limitWords: Readonly<
  Record<Measure, (hosts: readonly string[], most: string, own: string, largest: string) => Wording>
> = {
  files: (hosts, most, own) => ({
    zh: `${hosts.join("、")}最多放${most}个文件，这个网站有${own}个`,
    en: `At ${hosts.join(", ")} a site may have at most ${most} files, and this one has ${own}`,
  }),
  entries: (hosts, most, own) => ({
    zh: `${hosts.join("、")}最多放${most}个文件和文件夹，这个网站有${own}个`,
    en: `At ${hosts.join(", ")} a site may have at most ${most} files and folders, and this one has ${own}`,
  }),
  largest: (hosts, most, own, largest) => ({
    zh: `${hosts.join("、")}的一个文件最大${most}，${largest}有${own}`,
    en: `At ${hosts.join(", ")} a file may have at most ${most}, and ${largest} has ${own}`,
  }),
  bytes: (hosts, most, own) => ({
    zh: `${hosts.join("、")}的网站最大${most}，这个网站有${own}`,
    en: `At ${hosts.join(", ")} a site may have at most ${most}, and this one has ${own}`,
  }),
};

/** `950 KB`, `26.2 MB`, `1.25 GB`: decimal, as hosts and disks count. */
function formatBytes(bytes: number): string {
  const [size, unit] =
    bytes < 999_500 ? [bytes / 1e3, "KB"] : bytes < 999_500_000 ? [bytes / 1e6, "MB"] : [bytes / 1e9, "GB"];
  return `${Number(size.toPrecision(3))} ${unit}`;
}
