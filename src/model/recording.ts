/** What the player needs to know of an episode; a page carries it as JSON. Times in seconds. */
export interface Recording {
  /** Root-relative address of the episode's page, base path included: names the episode to the player. */
  readonly page: string;
  readonly title: string;
  /** The show's title. */
  readonly show: string;
  /** BCP 47, of the title and the chapters. */
  readonly language: string;
  /** Address of the audio. */
  readonly url: string;
  /** MIME type, where the file's name says it. */
  readonly type?: string;
  /** Address of a picture. */
  readonly cover?: string;
  readonly duration: number;
  readonly chapters: readonly { readonly title: string; readonly start: number }[];
  /** Heights of the strip's strokes, 0 to 1 (text/draw-strip.ts). */
  readonly strip: readonly number[];
}
