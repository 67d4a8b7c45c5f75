/*
 * Characters that are others written otherwise, beside what NFKC and OpenCC's table of characters know of them. They
 * are few, and every browser that searches loads them: so they are lists of ours, and a test holds them to OpenCC's.
 */

/**
 * Radicals and strokes as ideographs: Unicode's EquivalentUnifiedIdeograph (EquivalentUnifiedIdeograph.txt, 14.0), as
 * far as NFKC leaves them; each run by the code point of its first character. One that has no ideograph stands for itself.
 */
const radicals: readonly (readonly [first: number, ideographs: string])[] = [
  [
    0x2e80,
    "⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵\u2e9a旡日月歺母民氵氺灬爫爫丬牛" +
      "犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑" +
      "钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
  ],
  [0x31c0, "㇀㇁㇂㇃㇄㇅𠃌㇇㇈㇉㇊㇋㇌㇍㇎乀一丨丿丿丶𠃍乛𠃊𠃎𠄌亅𡿨𠃋乀𠃑乚乙𠄎"],
];

/**
 * Simplified characters of one meaning that the regional tables of OpenCC join (`TWVariants`, `HKVariants` and their
 * reverses): each with the one that stands for both. 着 is 著 in Taiwan, 卫 is 衞 in Hong Kong.
 */
export const regionalVariants = "幺么 簷檐 潀潨 痺痹 著着 睪睾 鲶鲇 颚腭 敍叙 枱台 衞卫 粧妆 糭粽 衹只";

/**
 * The same for what only OpenCC's tables of phrases join, as far as Taiwan and Hong Kong write it usually: found by
 * converting 2.7 million characters of talk there and back. 坐标 and 座標, 呆着 and 待著, 规划 and 規畫 are not joined:
 * their characters are words of their own, and 一坐 would be found for 一座.
 */
export const phraseVariants =
  "瞭了 覆复 妳你 牠它 藉借 象像 揹背 彷仿 甦苏 炼链 俱具 薰熏 钜巨 暱昵 甯宁 伕夫 馀余 迳径 锺钟 讬托 鎗枪 栢柏 鑛矿 濬浚 " +
  "谘咨 拏拿 燄焰 籐藤 瑯琅 隄堤 菓果 荳豆";

function readPairs(pairs: string): [like: string, usual: string][] {
  return pairs.split(" ").map((pair) => [...pair] as [string, string]);
}

/** Radicals and strokes, and the ideograph that each is. */
export const ideographOfRadical: ReadonlyMap<string, string> = new Map(
  radicals.flatMap(([first, ideographs]) =>
    [...ideographs].map((ideograph, k) => [String.fromCodePoint(first + k), ideograph] as const),
  ),
);

/** Simplified characters that are folded to another one, and that one. No dictionary knows words so folded: 着名. */
export const usualOfVariant: ReadonlyMap<string, string> = new Map(
  readPairs(`${regionalVariants} ${phraseVariants}`),
);
