import { defineLine, defineList, packFaults } from "./fields.ts";

/** variants.yaml */
export const variantsSchema = defineList(
  defineList(defineLine(), "[英伟达, Nvidia]").min(2, packFaults({ kind: "variant-alone", values: {} })),
  "- [英伟达, Nvidia]",
).describe("Names of the same thing, as other languages have them: a search for one also shows the others.");
