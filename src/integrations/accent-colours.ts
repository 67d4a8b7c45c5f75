import type { Plugin } from "vite";
import { chooseAccents, type ThemeAccent } from "../archive/colour/choose-accent.ts";
import type { Show } from "../model/archive.ts";

const TOKENS = /\/src\/styles\/tokens\.css(?:\?|$)/;

/** The tokens with a show's colour in the place of ours: the first block is the light theme, all that follow are dark. */
export function paintTokens(css: string, accents: readonly ThemeAccent[]): string {
  const darkFrom = css.indexOf("color-scheme: dark");
  return css.replace(/--accent(-wash)?: oklch\([^)]*\)/g, (token, isWash: string | undefined, at: number) => {
    const own = accents.find(({ theme }) => theme === (at < darkFrom ? "light" : "dark"));
    if (own === undefined) return token;
    if (isWash === undefined) return `--accent: ${own.used}`;
    const { lightness, chroma, hue } = own.wash;
    return `--accent-wash: oklch(${lightness * 100}% ${chroma} ${hue.toFixed(1)})`;
  });
}

/**
 * Paints the site in the show's colour. It is put into the style sheet while that is bundled: the policy of the pages
 * allows no styles but those of files, and no page asks for one more file.
 */
export function accentColours(read: () => Promise<{ readonly file: string; readonly show: Show }>): Plugin {
  return {
    name: "tingsuo:accent-colours",
    enforce: "pre",
    async transform(code, id) {
      if (!TOKENS.test(id.replaceAll("\\", "/"))) return undefined;
      const { file, show } = await read();
      // The development server bundles the sheet anew when the owner tries another colour.
      this.addWatchFile(file);
      return show.accent === undefined
        ? undefined
        : { code: paintTokens(code, chooseAccents(show.accent)), map: null };
    },
  };
}
