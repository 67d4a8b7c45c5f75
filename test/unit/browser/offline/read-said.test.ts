import { expect, it } from "vitest";
import { readSaid } from "../../../../src/browser/offline/read-said.ts";

const page = (recording: string, passages: readonly string[], around = "") =>
  `<main>${around}<script type="application/json" data-recording>${recording}</script>` +
  passages.map((text) => `<div data-passage><p class="text">${text}</p></div>`).join("") +
  `<aside>${around}</aside></main>`;

it("tells another recording and another word in any passage, the only and the last one too", () => {
  const own = readSaid(page("{}", ["一", "二"]));
  for (const other of [
    page("[]", ["一", "二"]),
    page("{}", ["三", "二"]),
    page("{}", ["一", "三"]),
    page("{}", ["一"]),
  ])
    expect(readSaid(other)).not.toBe(own);
  expect(readSaid(page("{}", ["一"]))).not.toBe(readSaid(page("{}", ["二"])));
});

it("is the same whatever stands around them", () => {
  expect(readSaid(page("{}", ["一", "二"], "<a href=/>下一期</a>"))).toBe(readSaid(page("{}", ["一", "二"])));
});
