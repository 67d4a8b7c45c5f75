/*
 * Fifty names and subjects of the bench archive. For each the writings at whose places, in which episodes, it was truly
 * said: read one by one, in their sentences, on 2026-11-27, of all that the page showed unasked. What is not listed counts
 * as wrong, so that a place that is shown anew has to be read first.
 *
 * 罗翔 and 具身智能 are here because they had gone wrong; with 孟岩, 张小龙, 梁文锋, 周鸿祎, 许知远 and 王兴 they had been
 * looked at when the signs of src/search/engine/sound/judge-forms.ts were set, and the sign of grammar came from 得物. The
 * others were chosen before their places were seen.
 */

/** The episodes in which each writing is the name misheard. */
export type HeardName = Readonly<Record<string, readonly string[]>>;

export const heardNames: Readonly<Record<string, HeardName>> = {
  罗翔: {},
  具身智能: {
    鞠身智能: "663d47e112a0a41c32eee8db".split(" "),
    居身智能: "663d47e112a0a41c32eee8db 66d70e575a91beebb38cda81".split(" "),
    巨身智能: "663d47e112a0a41c32eee8db".split(" "),
    狙神智能: "663d47e112a0a41c32eee8db 663b6c03eedd4434f4f07ab3 6777d48a15a5fd520ecd1ea6".split(" "),
    机身智能:
      "663d47e112a0a41c32eee8db 663b6c03eedd4434f4f07ab3 66d70e575a91beebb38cda81 658ea058bf3589e8946b19d0".split(
        " ",
      ),
    巨深智能: "663d47e112a0a41c32eee8db".split(" "),
    巨神智能: "663d47e112a0a41c32eee8db 663b6c03eedd4434f4f07ab3".split(" "),
    聚生智能: "663b6c03eedd4434f4f07ab3 6777d48a15a5fd520ecd1ea6 660d71e14f66d1c1dae9f7bb".split(" "),
    鞠生智能: "663b6c03eedd4434f4f07ab3".split(" "),
    据生殖能: "663b6c03eedd4434f4f07ab3".split(" "),
    巨森智能: "66d70e575a91beebb38cda81".split(" "),
    驹深智能: "658ea058bf3589e8946b19d0".split(" "),
  },
  孟岩: {
    梦言: "61a4961b88e440902acd0d4f 62f850ca226f5c1fa0d587a1 617f736ac890259cb983e302 64fee97a3fa4090b74be9d94 65655195f10bbce6353705cc 647ee18c5ed4bd1a4631803e 642282cf8aca9099d78289ed 64d21694e490c5dee5e2546d 61518f2a64cb39f688d0786b".split(
      " ",
    ),
    梦妍: "61a4961b88e440902acd0d4f 62f850ca226f5c1fa0d587a1 6480423c6752b5f9de289b49 642b7fd666e4c00c6a2326fa 617f736ac890259cb983e302 6123983acc5f215c6e0b7e6d 64fee97a3fa4090b74be9d94 64ec642b80c9ec4c5f7bef2e 64a27dccec448b75fda858bf 630af2e50d43f7f6306c6ae0 61ee26c84675a08411f51570 61bfeaf42d223855ed0af598 670c9493db2cf8275705e488 65655195f10bbce6353705cc 647ee18c5ed4bd1a4631803e 64551be57d934b8505b19641 642282cf8aca9099d78289ed 6731967e43dc3a4387a5286a 616424f6c8c1d14e83366b48 6145aa646ebba4a267316fe9".split(
      " ",
    ),
    孟妍: "6123983acc5f215c6e0b7e6d".split(" "),
    梦岩: "630af2e50d43f7f6306c6ae0".split(" "),
    梦圆: "61bfeaf42d223855ed0af598".split(" "),
  },
  雷军: {},
  贾跃亭: {},
  沈南鹏: {},
  段永平: {},
  乔布斯: {},
  扎克伯格: {},
  巴菲特: {},
  孙正义: {},
  李佳琦: {
    李佳琪: "668345a778de1d2a9d4a301c 66a15d8d7349f7a55751fd4e 65fbf6fe2d9eae5d0a2d22d8".split(" "),
  },
  董宇辉: {},
  刘强东: {},
  王小波: {
    王晓波: "661c733d48c40e2fb04e7e60 66caf8baf39450143c49b0ed".split(" "),
  },
  李安: {},
  王家卫: {},
  姜文: {},
  苏轼: {},
  尼采: {},
  康德: {},
  费曼: {},
  张小龙: {
    张晓龙: "6761435384447b1bd09516f6".split(" "),
  },
  梁文锋: {
    梁文峰: "679f3ef9d74435e4a3c22773 67aada544241b63c74ab2190".split(" "),
  },
  李想: {},
  周鸿祎: {
    周鸿一: "669e48f737236c546eed641f".split(" "),
  },
  许知远: {
    许志远:
      "6432e9579361a4e7c3160651 64f84bc23fa4090b74511077 630366bdfcc897b6fbe48c1b 676d97c515a5fd520ee1378a 6761435384447b1bd09516f6 66feb5cf81cdab3a93a847e0 668345a778de1d2a9d4a301c 64d21694e490c5dee5e2546d".split(
        " ",
      ),
  },
  王兴: {},
  拼多多: {},
  瑞幸: {
    睿信: "614607b18625cfa4c9967187".split(" "),
  },
  蔚来: {},
  小红书: {},
  泡泡玛特: {},
  宁德时代: {},
  商汤: {},
  寒武纪: {},
  飞书: {
    飞叔: "6423e032179eec5331a1db40".split(" "),
    非梳: "6423e032179eec5331a1db40".split(" "),
    非书: "6291e61f83ddae2d9e72ac3b".split(" "),
  },
  得物: {
    德坞: "61b6307e16c87ea6b084ebc7".split(" "),
  },
  强化学习: {},
  思维链: {},
  端到端: {},
  激光雷达: {},
  区块链: {},
  预制菜: {
    一只菜: "6523e43ea3b0404cbfd8a3e5".split(" "),
  },
  医美: {},
  正念: {},
  元宇宙: {},
  多模态: {},
  OpenAI: {
    OpenAIr: "663d47e112a0a41c32eee8db 662116395dae7932c65cf210".split(" "),
  },
  ChatGPT: {},
};
