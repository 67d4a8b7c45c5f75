import type { TextEncoding } from "../../../model/transcript-facts.ts";

// The characters that Chinese talk is made of, in both scripts: about two thirds of any text of it. Read with the
// wrong encoding its bytes become characters that are rare, of which next to none stand here.
const common = new Set(
  "的一是不了在人有我他这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後" +
    "作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只" +
    "从從想实實日者意无無力它与與长長把机機十第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并並物手应應向头頭文" +
    "体體美相见見被什二等产產或新己制身果加西月话話合回特代内內信表化老给給世位次度门門任常先通教原东東声聲提比员員解水名真论論处處走" +
    "各入几幾口认認条條平系氣气题題活更别別打女变變四总總何电電数數少报報才结結反受目太量再感建做接必场場件计計管期市直资資指统統区區" +
    "保至形社便空决決五基书書听聽白却卻界光放强強像难難且思王完设設式色路记記南品住告类類求据據程北边邊张張该該交万萬取拉觉覺术術共" +
    "确確传傳师師观觀清今切让讓识識带帶导導运運吗嗎吧呢啊嗯哦哈欢歡迎节節目谢謝收音乐樂吃喝玩写寫读讀买買卖賣钱錢车車早晚春夏秋冬快慢" +
    "这這样樣候喜欢歡爱愛呀哪谁誰怎呃对對错錯懂讲講聊播客嘉宾賓主持朋友公司产產模型数數据據",
);

/** Below so many characters the two cannot be told apart for certain; chosen (measured in decode-transcript.test.ts). */
const leastCharacters = 40;

/** How a text that is no Unicode is to be read, or how it would read either way where that cannot be told. */
export type ToldEncoding =
  | { readonly encoding: TextEncoding; readonly text: string }
  | { readonly readings: readonly { readonly encoding: "gb18030" | "big5"; readonly text: string }[] };

/**
 * Tells GB 18030 from Big5 by how many of the characters are common: nearly any bytes are valid in both, so that
 * strict decoding tells nothing. `readings` are those that are possible at all, the likelier one first.
 */
export function tellEncoding(bytes: Uint8Array): ToldEncoding {
  const readings = (["gb18030", "big5"] as const)
    .map((encoding) => ({ encoding, ...judge(new TextDecoder(encoding).decode(bytes)) }))
    .filter(({ lost }) => lost <= 0.01)
    .sort((a, b) => b.share - a.share);
  const [best, other] = readings;
  if (
    best !== undefined &&
    best.count >= leastCharacters &&
    best.share >= 0.35 &&
    best.share >= 2 * (other?.share ?? 0)
  )
    return { encoding: best.encoding, text: best.text };
  return { readings: readings.map(({ encoding, text }) => ({ encoding, text })) };
}

/** The share of common characters among all Han ones and unreadable ones, and that of the unreadable ones. */
function judge(text: string): { text: string; count: number; share: number; lost: number } {
  let [count, hits, lost] = [0, 0, 0];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    // Punctuation and full-width forms stand in both encodings, at different bytes: they say as much as a rare character.
    count += 1;
    if (common.has(character) || /[，。！？、：；“”《》（）]/.test(character)) hits += 1;
    if (character === "\ufffd") lost += 1;
  }
  return { text, count, share: count === 0 ? 0 : hits / count, lost: count === 0 ? 1 : lost / count };
}
