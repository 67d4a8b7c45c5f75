import { wrapLines } from "./wrap-lines.ts";

/** What a picture of a moment says. */
export interface Card {
  /** Consecutive words of one speaker each. */
  readonly parts: readonly { readonly speaker?: string; readonly text: string }[];
  /** `12:30`, or `≈12:30` where it is estimated. */
  readonly time: string;
  readonly title: string;
  readonly show: string;
  /** Whole address of the moment. */
  readonly address: string;
}

/** Colours and letters, as CSS has them. */
export interface CardLook {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly accent: string;
  readonly family: string;
}

/** Pixels. As wide as social sites show a picture; a picture as high as it needs, but no higher than a phone's screen. */
const WIDTH = 1080;
const MARGIN = 88;
const INNER = WIDTH - 2 * MARGIN;
const LEAST_HEIGHT = 720;
const MOST_HEIGHT = 1920;
/** Of the words: as large as they fit. Beside them the accent's bar stands. */
const SIZES = [56, 50, 44, 40, 36] as const;
const LEADING = 1.6;
const INDENT = 44;
const NOTE = 30;

interface Line {
  readonly text: string;
  readonly size: number;
  readonly isName: boolean;
}

/** Draws a moment as a picture: who says what, when, in which episode, and where it is read. */
export function drawCard(canvas: HTMLCanvasElement, card: Card, look: CardLook): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const setFont = (size: number, weight = 400) => {
    context.font = `${weight} ${size}px ${look.family}`;
  };
  const wrap = (text: string, size: number, width: number, weight?: number) => {
    setFont(size, weight);
    return wrapLines(text, width, (line) => context.measureText(line).width);
  };
  const title = wrap(card.title, NOTE, INNER, 600).slice(0, 2);
  const address = wrap(describeAddress(card.address), NOTE - 4, INNER).slice(0, 2);
  const feet = [
    ...title.map((text) => ({ text, size: NOTE, weight: 600, colour: look.ink })),
    { text: `${card.show} · ${card.time}`, size: NOTE, weight: 400, colour: look.faint },
    ...address.map((text) => ({ text, size: NOTE - 4, weight: 400, colour: look.accent })),
  ];
  const feetHeight = feet.length * NOTE * LEADING;
  const room = MOST_HEIGHT - 3 * MARGIN - feetHeight;
  const lines = fitWords(card, room, wrap);
  const wordsHeight = lines.reduce((sum, { size }) => sum + size * LEADING, 0);
  const height = Math.ceil(Math.max(LEAST_HEIGHT, wordsHeight + feetHeight + 3 * MARGIN));
  Object.assign(canvas, { width: WIDTH, height });
  context.textBaseline = "middle";
  context.fillStyle = look.paper;
  context.fillRect(0, 0, WIDTH, height);
  context.fillStyle = look.accent;
  context.fillRect(MARGIN, MARGIN, 8, wordsHeight);
  let y = MARGIN;
  for (const { text, size, isName } of lines) {
    setFont(size, isName ? 600 : 400);
    context.fillStyle = isName ? look.faint : look.ink;
    context.fillText(text, MARGIN + INDENT, y + (size * LEADING) / 2);
    y += size * LEADING;
  }
  y = height - MARGIN - feetHeight;
  for (const { text, size, weight, colour } of feet) {
    setFont(size, weight);
    context.fillStyle = colour;
    context.fillText(text, MARGIN, y + (NOTE * LEADING) / 2);
    y += NOTE * LEADING;
  }
}

/** The words, as large as they fit; what does not fit in the smallest size is cut. */
function fitWords(
  { parts }: Card,
  room: number,
  wrap: (text: string, size: number, width: number, weight?: number) => string[],
): Line[] {
  const width = INNER - INDENT;
  const lay = (size: number): Line[] =>
    parts.flatMap(({ speaker, text }) => [
      ...(speaker === undefined ? [] : wrap(speaker, NOTE, width, 600).slice(0, 1)).map((name) => ({
        text: name,
        size: NOTE,
        isName: true,
      })),
      ...wrap(text, size, width).map((line) => ({ text: line, size, isName: false })),
    ]);
  const heightOf = (lines: readonly Line[]) => lines.reduce((sum, { size }) => sum + size * LEADING, 0);
  const smallest = lay(SIZES[SIZES.length - 1] as number);
  const lines = SIZES.map(lay).find((own) => heightOf(own) <= room) ?? smallest;
  if (heightOf(lines) <= room) return lines;
  const kept: Line[] = [];
  for (const line of lines) {
    if (heightOf([...kept, line]) > room) break;
    kept.push(line);
  }
  const last = kept.pop() as Line;
  return [...kept, { ...last, text: `${last.text.slice(0, -1)}…` }];
}

/** An address as people read it: without its scheme, in letters. */
function describeAddress(address: string): string {
  const url = new URL(address);
  try {
    return url.host + decodeURI(url.pathname) + decodeURI(url.hash.replace(/:~:.*/, ""));
  } catch {
    return url.host + url.pathname + url.hash.replace(/:~:.*/, "");
  }
}
