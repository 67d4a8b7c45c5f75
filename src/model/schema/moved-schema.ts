import { defineDictionary, defineLine } from "./fields.ts";

/** moved.yaml */
export const movedSchema = defineDictionary(
  defineLine().describe("The address of the page that has what it had, or `gone`."),
  "/topics/old/: /topics/new/",
).describe(
  "Old addresses of pages, each with the new one. Below the site's address; with its base path or without.",
);
