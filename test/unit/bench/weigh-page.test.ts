import { expect, test } from "vitest";
import { dropTranscriptWords } from "../../bench/weigh-page.ts";

test("leaves out the words of the transcript, and nothing else", () => {
  const html =
    '<h1>一期</h1><section data-transcript><p class="text">今天<mark>聊</mark>聊</p></section><p>页脚</p>';
  expect(dropTranscriptWords(html)).toBe(
    '<h1>一期</h1><section data-transcript><p class="text"><mark></mark></p></section><p>页脚</p>',
  );
});

test("leaves a page without a transcript as it is", () => {
  expect(dropTranscriptWords("<h1>首页</h1>")).toBe("<h1>首页</h1>");
});
