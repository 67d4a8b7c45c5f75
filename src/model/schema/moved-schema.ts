import { defineDictionary, defineLine } from "./fields.ts";

/** moved.yaml */
export const movedSchema = defineDictionary(
  defineLine()
    .describe("The address of the page that has what it had, or `gone`.")
    .meta({ zh: "现在在哪一页，撤下的写gone。" }),
  "/topics/old/: /topics/new/",
)
  .describe(
    "Old addresses of pages, each with the new one. Below the site's address; with its base path or without.",
  )
  .meta({ zh: "旧网址和现在的网址。写网站地址后面的部分，带不带基础路径都行。" });
