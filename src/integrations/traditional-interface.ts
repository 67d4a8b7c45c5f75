import type { Plugin } from "vite";

/** Modules whose Chinese is the interface's own: what wording/ has, and the sentences that the browser makes. */
const MODULE = /\/src\/(?:wording|browser)\/[^?]*\.ts(?:\?|$)/;

/** OpenCC's names for how Taiwan and Hong Kong write, words included (搜尋 for 搜索). */
type TraditionalStandard = "twp" | "hkp";

const tagOf: Readonly<Record<TraditionalStandard, string>> = { twp: "zh-TW", hkp: "zh-HK" };

/** What OpenCC's phrases get wrong in our words or leave as the mainland says it; looked over for every word. */
const corrected: readonly (readonly [written: string, meant: string])[] = [
  ["寫明瞭", "寫明了"],
  ["加載", "載入"],
  ["鏈接", "連結"],
  ["純文本", "純文字"],
  ["查詢", "尋找"],
];

/** How a show in this language has its interface written; undefined where it is Simplified, or no Chinese. */
export function chooseStandard(showLanguage: string): TraditionalStandard | undefined {
  const { language, script, region } = new Intl.Locale(showLanguage).maximize();
  if (!["zh", "yue", "cmn"].includes(language) || script !== "Hant") return undefined;
  return region === "HK" || region === "MO" ? "hkp" : "twp";
}

/** Makes the Traditional text of a module of the interface, and the tag of its language. */
export async function writeTraditional(code: string, standard: TraditionalStandard): Promise<string> {
  // 1 MB of dictionaries, that other archives do without.
  const { Converter } = await import("opencc-js");
  const converted = Converter({ from: "cn", to: standard })(code);
  const words = corrected.reduce((text, [written, meant]) => text.replaceAll(written, meant), converted);
  return words.replace('zh: "zh-CN"', `zh: "${tagOf[standard]}"`);
}

/**
 * Gives a show in Traditional Chinese its interface in Traditional. The modules of our words are converted when they
 * are bundled, for pages and browser alike: no converter travels, and nothing else has to know.
 */
export function traditionalInterface(readShowLanguage: () => Promise<string>): Plugin {
  let standard: Promise<TraditionalStandard | undefined> | undefined;
  return {
    name: "tingsuo:traditional-interface",
    enforce: "pre",
    async transform(code, id) {
      if (!MODULE.test(id.replaceAll("\\", "/"))) return undefined;
      standard ??= readShowLanguage().then(chooseStandard);
      const own = await standard;
      return own === undefined ? undefined : { code: await writeTraditional(code, own), map: null };
    },
  };
}
