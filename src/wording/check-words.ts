import type { Wording } from "./interface-words.ts";

/** How a build ends where the content has errors. */
export function wordNothingBuilt(errors: number): Wording {
  return {
    zh: `内容里有${errors}处错误，所以什么也没有构建。`,
    en: `${errors} ${errors === 1 ? "error" : "errors"} in the content: nothing was built.`,
  };
}
