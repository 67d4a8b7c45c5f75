import type { Wording } from "../../wording/interface-words.ts";
import { readingWords } from "../../wording/reading-words.ts";
import { shareWords } from "../../wording/share-words.ts";
import { saveFile } from "../export/save-file.ts";
import { readInterfaceLanguage, writeWording } from "../interface/write-wording.ts";
import { copyText } from "../quote/read-selection.ts";
import type { Quote, Source } from "../quote/write-quote.ts";
import { type CardLook, drawCard } from "./draw-card.ts";
import { type EmbedLook, makeEmbedAddress, writeEmbedCode } from "./write-embed-code.ts";

/** What is shared, and the whole address of the page that shows moments on other pages. */
export interface SharedMoment {
  readonly quote: Quote;
  readonly source: Source;
  readonly embedPage: string;
}

/** Shows a moment as a picture to save, and as code for another page. Focus goes back to where it was. */
export function showShareSheet(moment: SharedMoment): void {
  const sheet = make("dialog", "sheet share-sheet");
  sheet.setAttribute("aria-labelledby", "share-sheet-title");
  const title = make("h2", "", shareWords.title);
  Object.assign(title, { id: "share-sheet-title", tabIndex: -1, autofocus: true });
  const status = make("p", "note");
  status.setAttribute("role", "status");
  const tell = (wording: Wording) => status.replaceChildren(writeWording(wording));
  const form = make("form");
  form.method = "dialog";
  form.append(make("button", "button", shareWords.close));
  sheet.append(title, makePicture(moment, tell), makeEmbed(moment, tell), status, form);
  sheet.addEventListener("click", ({ target }) => target === sheet && sheet.close());
  sheet.addEventListener("close", () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
}

function makePicture({ quote, source }: SharedMoment, tell: (wording: Wording) => void): HTMLElement {
  const section = make("section", "share-picture");
  section.append(make("h3", "", shareWords.picture));
  const canvas = make("canvas");
  canvas.setAttribute("role", "img");
  const words = quote.parts.map(({ text }) => text).join(" ");
  canvas.setAttribute("aria-label", `${words} — ${source.title}, ${source.show}, ${quote.time}`);
  const { parts, time, address } = quote;
  drawCard(canvas, { parts, time, address, title: source.title, show: source.show }, readLook());
  const open = async (): Promise<File> => {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (blob === null) throw new Error("no picture");
    const name = `${source.slug} ${quote.time.replace(/[^\d]+/g, "-").replace(/^-/, "")}.png`;
    return new File([blob], name, { type: "image/png" });
  };
  const attempt = (act: () => Promise<Wording | undefined>) => () =>
    void act().then(
      (wording) => wording !== undefined && tell(wording),
      () => tell(shareWords.pictureFailed),
    );
  const save = makeButton(
    shareWords.savePicture,
    attempt(async () => {
      const file = await open();
      saveFile({ name: file.name, type: file.type, content: file });
      return shareWords.saved;
    }),
  );
  const ways = make("div", "ways");
  ways.append(save);
  if (typeof ClipboardItem === "function" && navigator.clipboard !== undefined)
    ways.append(
      makeButton(
        shareWords.copyPicture,
        attempt(async () => {
          // Safari wants the promise itself, while the press lasts.
          await navigator.clipboard.write([new ClipboardItem({ "image/png": open() })]);
          return readingWords.copied;
        }),
      ),
    );
  if (navigator.canShare?.({ files: [new File([""], "a.png", { type: "image/png" })] }) === true)
    ways.append(
      makeButton(
        shareWords.sharePicture,
        attempt(async () => {
          // A reader who changes their mind closes the sheet: that is no failure.
          await navigator.share({ files: [await open()] }).catch(() => undefined);
          return undefined;
        }),
      ),
    );
  section.append(canvas, ways);
  return section;
}

/** The show's colours in the theme that is shown, and its letters. */
function readLook(): CardLook {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    paper: read("--paper"),
    ink: read("--ink"),
    faint: read("--ink-faint"),
    accent: read("--accent"),
    family: read("--font-sans"),
  };
}

function makeEmbed(
  { quote, source, embedPage }: SharedMoment,
  tell: (wording: Wording) => void,
): HTMLElement {
  const section = make("section", "share-embed");
  section.append(make("h3", "", shareWords.embed), make("p", "note", shareWords.embedHelp));
  const code = make("textarea", "field");
  Object.assign(code, { readOnly: true, rows: 4, spellcheck: false });
  const label = make("label");
  label.append(make("span", "note", shareWords.code), code);
  const looks = makeChoice("embed-theme", shareWords.look, [
    ["", shareWords.lookSystem],
    ["light", shareWords.lookLight],
    ["dark", shareWords.lookDark],
  ]);
  const sizes = makeChoice("embed-size", shareWords.size, [
    ["", shareWords.sizeNormal],
    ["small", shareWords.sizeSmall],
  ]);
  const write = () => {
    const theme = looks.querySelector("select")?.value as "" | "light" | "dark";
    const look: EmbedLook = {
      isSmall: sizes.querySelector("select")?.value === "small",
      ...(theme === "" ? {} : { theme }),
    };
    const address = makeEmbedAddress(embedPage, source.slug, new URL(quote.address).hash, look);
    code.value = writeEmbedCode(address, `${source.title}, ${quote.time}`, look);
  };
  section.addEventListener("change", write);
  write();
  const copy = makeButton(shareWords.copyCode, () => {
    void copyText(code.value).then((isCopied) => {
      code.select();
      tell(isCopied ? readingWords.copied : readingWords.copyFailed);
    });
  });
  section.append(looks, sizes, label, copy);
  return section;
}

function makeChoice(
  name: string,
  wording: Wording,
  choices: readonly (readonly [value: string, wording: Wording])[],
): HTMLLabelElement {
  const label = make("label");
  const select = make("select", "field");
  select.name = name;
  for (const [value, words] of choices) {
    const option = make("option");
    option.value = value;
    option.dataset["zhText"] = words.zh;
    option.dataset["enText"] = words.en;
    option.textContent = words[readInterfaceLanguage()];
    select.append(option);
  }
  label.append(make("span", "note", wording), select);
  return label;
}

function makeButton(wording: Wording, press: () => void): HTMLButtonElement {
  const button = make("button", "button", wording);
  button.type = "button";
  button.addEventListener("click", press);
  return button;
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = "",
  wording?: Wording,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className !== "") element.className = className;
  if (wording !== undefined) element.append(writeWording(wording));
  return element;
}
