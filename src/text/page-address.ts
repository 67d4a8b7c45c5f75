import { mediaEndings } from "../model/schema/fields.ts";

/**
 * Pages of episodes and films, by host and path, as a browser's address bar shows them. Hosts of sound often have the
 * same domain (dts-api.xiaoyuzhoufm.com, jt.ximalaya.com, feeds.soundcloud.com), so a host is named whole.
 */
const pages: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [/^(?:www\.)?xiaoyuzhoufm\.com$/, /^\/(?:episode|podcast)\//],
  [/^(?:(?:www|m|music)\.)?youtube\.com$/, /^\/(?:watch|live|shorts|playlist|embed|channel|@)/],
  [/^youtu\.be$/, /^\/./],
  [/^(?:(?:www|m)\.)?bilibili\.com$/, /^\/(?:video|bangumi|audio|opus|read|festival)\//],
  [/^b23\.tv$/, /^\/./],
  [/^(?:podcasts|music|itunes)\.apple\.com$/, /^\/./],
  [/^open\.spotify\.com$/, /^\/./],
  [/^(?:creators|podcasters)\.spotify\.com$/, /^\/pod\/(?:show|profile)\//],
  [/^(?:(?:www|m)\.)?ximalaya\.com$/, /\/(?:sound|album)\/|^\/\w+\/\d+(?:\/\d+)?\/?$/],
  [/^(?:(?:www|m)\.)?lizhi\.fm$/, /^\/\w+(?:\/\d+)?\/?$/],
  [/^(?:(?:www|m)\.)?qingting\.fm$|^(?:www|m)\.qtfm\.cn$/, /^\/(?:channels|vchannels)\//],
  [/^music\.163\.com$/, /^\/(?:#|m\/|dj|program|radio|djradio|song)?(?:\/|$)(?!media\/)/],
  [/^mp\.weixin\.qq\.com$/, /^\/s(?:\/|$)/],
  [/^(?:www\.|m\.)?soundcloud\.com$/, /^\/[^/]+\/[^/]+\/?$/],
  [/^(?:www\.)?vimeo\.com$/, /^\/\d+/],
  [/^(?:overcast\.fm|pca\.st|podcasts\.google\.com|(?:www\.)?listennotes\.com)$/, /^\/./],
  // Pages of shared files, from which one downloads by hand.
  [/^drive\.google\.com$/, /^\/(?:file\/d|open|drive)\b/],
  [/^(?:pan\.baidu\.com|(?:www\.)?(?:aliyundrive|alipan)\.com|pan\.quark\.cn)$/, /^\/s(?:hare)?\//],
];

const sound = new RegExp(String.raw`\.(?:${mediaEndings.audio.join("|")})(?![a-z0-9])`, "i");

/**
 * Whether an address of http or https is surely that of a page, or a picture, and not of sound. Of what has no telling
 * ending nothing is said: hosts of podcasts lead on from such addresses to the sound.
 */
export function isPageAddress(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  const host = url.hostname.toLowerCase();
  if (pages.some(([ownHost, path]) => ownHost.test(host) && path.test(url.pathname))) return true;
  // A counter's prefix, or a script that is told the file.
  if (sound.test(url.pathname) || sound.test(url.search)) return false;
  const isHome = /^\/?$/.test(url.pathname) && url.search === "";
  return isHome || /\.(?:x?html?|shtml|pdf|docx?|jpe?g|png|gif|webp)\/?$/i.test(url.pathname);
}
