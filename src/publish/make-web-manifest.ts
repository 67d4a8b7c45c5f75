import type { Show } from "../model/archive.ts";
import { iconFiles, makeFileAddress, makePageAddress } from "../model/site-address.ts";

/** `--paper` of tokens.css, light, as hex: what is shown while the app opens. */
const paper = "#fbf9f6";

/** Makes the site an app that can be installed: https://www.w3.org/TR/appmanifest/ */
export function makeWebManifest({ title, description, language }: Show, base: string): string {
  const home = makePageAddress(base);
  const icon = (name: keyof typeof iconFiles, purpose: "any" | "maskable") => ({
    src: makeFileAddress(base, name),
    sizes: `${iconFiles[name]}x${iconFiles[name]}`,
    type: "image/png",
    purpose,
  });
  return JSON.stringify({
    id: home,
    name: title,
    short_name: title,
    description,
    lang: language,
    start_url: home,
    scope: home,
    display: "standalone",
    background_color: paper,
    theme_color: paper,
    icons: [icon("icon-192.png", "any"), icon("icon-512.png", "any"), icon("icon-512.png", "maskable")],
  });
}
