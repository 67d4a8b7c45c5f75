import { expect, it } from "vitest";
import { serialiseJson } from "../../../src/text/escape-html.ts";

it("lets no title end the script element", () => {
  expect(serialiseJson({ name: "</script><!-- \u2028" })).toBe(
    '{"name":"\\u003c/script\\u003e\\u003c!-- \\u2028"}',
  );
});
