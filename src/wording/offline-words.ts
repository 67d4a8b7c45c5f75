import { formatCount } from "../text/format-count.ts";
import type { Wording } from "./interface-words.ts";

/** The words of keeping episodes in this browser, to be read and heard without a network. */
export const offlineWords = {
  keep: { zh: "存下这一期", en: "Keep this episode" },
  keepAudio: { zh: "连录音一起存", en: "Keep it with the recording" },
  keepTexts: { zh: "只存文字", en: "Keep the text alone" },
  keepHelp: {
    zh: "存在这个浏览器里，没有网络也能读、能在里面找。",
    en: "It is kept in this browser, to be read and searched without a network.",
  },
  keepHelpAudio: {
    zh: "存在这个浏览器里，没有网络也能读、能听、能在里面找。",
    en: "It is kept in this browser, to be read, heard and searched without a network.",
  },
  audioRefused: {
    zh: "录音在别的网站上，那里不让存，只能存文字。",
    en: "The recording is on another site, which does not let it be kept: only the text can be.",
  },
  cancel: { zh: "取消", en: "Cancel" },
  measuring: { zh: "正在看有多大…", en: "Looking how large it is…" },
  remove: { zh: "删掉存下的", en: "Remove what is kept" },
  removed: { zh: "删掉了", en: "Removed" },
  renew: { zh: "换成新的", en: "Update" },
  renewed: { zh: "换好了", en: "Updated" },
  changed: {
    zh: "这一页有新的一版。没有网络时，看到的还是存下的那一版。",
    en: "There is a newer version of this page. Without a network you see the one that is kept.",
  },
  tryAgain: { zh: "再试一次", en: "Try again" },
  keepAgain: { zh: "再存一次", en: "Keep it again" },

  unpromised: {
    zh: "浏览器没有保证一直留着：地方不够时它会清掉，隐私窗口一关也就没了。",
    en: "The browser does not promise to keep it: it may clear it when it runs out of room, and a private window forgets it when it is closed.",
  },

  list: { zh: "存下的节目", en: "Kept episodes" },
  listNone: {
    zh: "还没有存下节目。在一期的页面上点“存下这一期”，没有网络也能打开它。",
    en: "No episode is kept yet. Press “Keep this episode” on its page, and it opens without a network.",
  },
  textsAlone: { zh: "文字", en: "text" },
  withAudio: { zh: "文字和录音", en: "text and recording" },
  listRefused: {
    zh: "这个浏览器不让网页存东西（隐私窗口里常常这样），所以不能存下节目。",
    en: "This browser lets sites keep nothing, as private windows often do, so no episode can be kept.",
  },
  forget: { zh: "不再提了", en: "Say no more of it" },
  shellOld: {
    zh: "没有网络时用的首页和搜索有新的一版。",
    en: "There is a newer version of the front page and the search that are kept with them.",
  },
  awayKept: {
    zh: "现在没有网络，那一页也没有存下。存下的在这里：",
    en: "There is no network, and that page is not kept. This is what is:",
  },
  awayNone: {
    zh: "现在没有网络，那一页也没有存下。连上以后再打开。",
    en: "There is no network, and that page is not kept. Open it again when you are connected.",
  },
  away: { zh: "再打开那一页", en: "Open that page again" },
} as const satisfies Record<string, Wording>;

/** Why an episode was not kept; what was kept before is still there. */
export const keepFaultWords = {
  offline: { zh: "没能存下：网络断了。", en: "It was not kept: the network is gone." },
  gone: {
    zh: "没能存下：网站上没有这一期了。",
    en: "It was not kept: the site does not have this episode any more.",
  },
  changing: {
    zh: "没能存下：网站正在更新。过一会儿再试一次。",
    en: "It was not kept: the site is being published anew. Try again in a moment.",
  },
  full: {
    zh: "没能存下：浏览器里没有地方了。删掉一些存下的，或者只存文字。",
    en: "It was not kept: the browser has no room left. Remove something that is kept, or keep the text alone.",
  },
  denied: {
    zh: "没能存下：这个浏览器不让网页存东西，隐私窗口里常常这样。",
    en: "It was not kept: this browser lets sites keep nothing, as private windows often do.",
  },
  audio: {
    zh: "录音没能存下：它所在的网站不让存。可以只存文字。",
    en: "The recording was not kept: the site that it is on does not allow it. The text alone can be kept.",
  },
  broken: { zh: "没能存下。", en: "It was not kept." },
} as const satisfies Record<string, Wording>;

/** A size as readers compare it: KB under a megabyte, else MB with a tenth under ten. */
export function formatSize(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  if (megabytes < 0.95) return `${Math.max(1, Math.round(bytes / 1000))} KB`;
  return `${megabytes < 9.95 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
}

/** A choice, and what it takes. */
export function wordSized({ zh, en }: Wording, bytes: number): Wording {
  return { zh: `${zh}（${formatSize(bytes)}）`, en: `${en} (${formatSize(bytes)})` };
}

/** How much of it has come. */
export function wordKeeping(loaded: number, bytes: number): Wording {
  const share = bytes > 0 ? Math.min(99, Math.floor((loaded / bytes) * 100)) : 0;
  return { zh: `正在存…${share}%`, en: `Keeping it… ${share}%` };
}

/** That an episode is kept, and since when. */
export function wordKept(time: number, hasAudio: boolean): Wording {
  const date = new Date(time);
  const en = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" }).format(date);
  return {
    zh: `${hasAudio ? "文字和录音" : "文字"}存下了（${date.getMonth() + 1}月${date.getDate()}日）`,
    en: `Kept on ${en}: ${hasAudio ? "text and recording" : "text"}`,
  };
}

/** How many kept episodes there are other versions of. */
export function wordChanged(count: number): Wording {
  return {
    zh: `其中${formatCount(count)}期有新的一版。`,
    en: `There is a newer version of ${formatCount(count)} of them.`,
  };
}

/** What all of it takes. */
export function wordTotal(count: number, bytes: number): Wording {
  return {
    zh: `${formatCount(count)}期，共${formatSize(bytes)}`,
    en: `${formatCount(count)} ${count === 1 ? "episode" : "episodes"}, ${formatSize(bytes)} in all`,
  };
}

/** That the browser has cleared episodes that were kept. */
export function wordEvicted(count: number): Wording {
  return {
    zh: `浏览器清掉了存下的${formatCount(count)}期：地方不够，或者很久没有打开。`,
    en: `The browser has cleared ${formatCount(count)} kept ${count === 1 ? "episode" : "episodes"}, for want of room or because the site was not opened for long.`,
  };
}
