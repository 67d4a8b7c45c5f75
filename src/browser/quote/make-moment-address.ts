/**
 * Places that open a recording at a moment, each by a parameter of its own in whole seconds. 小宇宙 and Apple
 * Podcasts document none: their links lead to the episode.
 */
const places: readonly { readonly host: RegExp; readonly path: RegExp; readonly parameter: string }[] = [
  { host: /^(?:www\.|m\.|music\.)?youtube\.com$/, path: /^\/(?:watch|live\/)/, parameter: "t" },
  { host: /^youtu\.be$/, path: /^\/./, parameter: "t" },
  { host: /^open\.spotify\.com$/, path: /^\/(?:intl-[a-z-]+\/)?episode\//, parameter: "t" },
  { host: /^(?:www\.|m\.)?bilibili\.com$/, path: /^\/video\//, parameter: "t" },
  { host: /^pca\.st$/, path: /^\/./, parameter: "t" },
];

/** The address at which a link of an episode plays from a moment; undefined where the place takes no time. */
export function makeMomentAddress(address: string, seconds: number): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const place = places.find(({ host, path }) => host.test(url.hostname) && path.test(url.pathname));
  if (place === undefined) return undefined;
  url.searchParams.set(place.parameter, String(Math.max(0, Math.floor(seconds))));
  return url.href;
}
