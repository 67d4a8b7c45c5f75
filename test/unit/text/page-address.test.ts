import fc from "fast-check";
import { expect, test } from "vitest";
import { isPageAddress } from "../../../src/text/page-address.ts";

/** In the shapes that real feeds have: counters before the file, redirects without an ending, files named in a query. */
test.each([
  "https://cdn.example.org/a/12.mp3?key=1&source=feed",
  "https://dts-api.xiaoyuzhoufm.com/track/5e5c/62a3/media.xyzcdn.net/5e5c/lt9F.m4a",
  "https://dts-api.xiaoyuzhoufm.com/track/5e5c/62a3",
  "https://media.xyzcdn.net/lkEPA_soSaGBt6.m4a",
  "https://jt.ximalaya.com//GKwRIW8LWq_ZA.m4a?channel=rss&album_id=1&track_id=2&uid=3",
  "https://aod.cos.tx.xmcdn.com/storages/a/12.mp3",
  "https://cdn.lizhi.fm/audio/2020/01/01/2789_hd.mp3",
  "https://music.163.com/song/media/outer/url?id=12.mp3",
  "https://dts.podtrac.com/redirect.mp3/example.org/12.mp3",
  "https://op3.dev/e,pg=9b024349/https://example.org/12.mp3",
  "https://chrt.fm/track/ABC/traffic.example.org/EX1234",
  "https://anchor.fm/s/a1b2/podcast/play/123/https%3A%2F%2Fd3ctxlq1ktw2nl.example.net%2F12.m4a",
  "https://feeds.soundcloud.com/stream/123-lin-wan-12.mp3",
  "https://example.podbean.com/mf/play/ab12/12.mp3",
  "https://drive.google.com/uc?export=download&id=1a2b",
  "https://example.org/download.php?file=ep12.mp3",
  "https://example.org/play.php?id=12",
  "https://example.org/?download=12",
  "https://example.org/listen.html?file=12.mp3",
  "https://example.org/v2/listen",
  "https://example.org/files/第12期",
  "https://example.org/pc20/livestream?format=.mp3",
])("says nothing of what may be sound: %s", (address) => {
  expect(isPageAddress(address)).toBe(false);
});

test.each([
  "https://www.xiaoyuzhoufm.com/episode/6a1b?s=eyJ1",
  "https://www.youtube.com/watch?v=abc123",
  "https://m.youtube.com/shorts/abc123",
  "https://youtu.be/abc123",
  "https://www.bilibili.com/video/BV1xx411c7mD",
  "https://b23.tv/abc",
  "https://podcasts.apple.com/cn/podcast/id123?i=456",
  "https://open.spotify.com/episode/abc",
  "https://creators.spotify.com/pod/show/lin/episodes/12-e1",
  "https://www.ximalaya.com/sound/123456",
  "https://m.ximalaya.com/youshengshu/123/456",
  "https://www.lizhi.fm/1234/5678",
  "https://music.163.com/#/program?id=12",
  "https://music.163.com/program?id=12",
  "https://mp.weixin.qq.com/s/abc",
  "https://soundcloud.com/lin/ep-12",
  "https://drive.google.com/file/d/1a2b/view?usp=sharing",
  "https://pan.baidu.com/s/1abc",
  "https://example.org/episodes/12.html",
  "https://example.org/12.htm#t=3",
  "https://example.org/12.pdf",
  "https://example.org/",
  "HTTPS://WWW.YOUTUBE.COM/watch?v=1",
])("knows a page: %s", (address) => {
  expect(isPageAddress(address)).toBe(true);
});

test("takes any text and any address, in no time", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), (text) => {
      expect(typeof isPageAddress(text)).toBe("boolean");
    }),
  );
  const started = performance.now();
  isPageAddress(`https://www.ximalaya.com/${"a/1".repeat(100_000)}`);
  expect(performance.now() - started).toBeLessThan(500);
});
