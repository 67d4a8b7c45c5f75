import { findNearest } from "./find-nearest.ts";

/** What people and feeds call our keys. Those of one line mean the first. */
const sameMeaning = `
title: name headline heading 标题 題目 题目 名称
date: published pubdate releasedate day created 日期 发布日期 時間
publish: publishat scheduled 发布 定时
number: episode episodenumber ep no num 期数 集数 编号 期
season: seasonnumber 季
audio: audiourl url enclosure file mp3 media src sound 音频 声音 录音
bytes: length size 大小
type: mime mimetype mediatype 类型
guid: uuid identifier
duration: length runtime time 时长
people: person guest guests host hosts participants cast 嘉宾 主持人 主播 人物 成员
speakers: speaker voices labels 说话人 发言人
language: lang locale 语言
categories: category genre genres topics tags 分类 类别
feed: rss feedurl atom 订阅
topics: tag tags keywords categories category subjects 标签 话题 主题
summary: description subtitle abstract excerpt intro 摘要 简介 介绍
description: summary subtitle about intro 简介 介绍 描述
links: link urls 链接
offset: shift delay 偏移
draft: hidden unpublished private 草稿
author: creator owner by 作者
site: website url homepage link 网站
cover: image picture artwork logo thumbnail 封面 图片
copyright: license licence rights 版权
repository: repo github source git 仓库
aliases: alias aka nicknames nickname 别名
bio: about description 简介 介绍
role: job position 角色
term: name word title 词 术语
also: aliases alias synonyms synonym 别名 又叫
heard: misheard wrong errors 听错 误听
note: description definition notes 说明 解释
replace: corrections replacements 替换
turns: speakers speaker 说话人
keep: ignore keeps 保留
unclear: inaudible unintelligible 听不清 不清楚
meant: correct right correction 正确
speaker: person who 说话人
start: time starttime from 开始`
  .trim()
  .split("\n")
  .map((line) => {
    const [key = "", others = ""] = line.split(": ");
    return [key, new Set(others.split(" "))] as const;
  });

/** The known key that was probably meant by another: one that means the same, else the nearest in its letters. */
export function findMeant(key: string, known: readonly string[]): string | undefined {
  const folded = key
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  const spelt = known.find((own) => own.toLowerCase() === folded);
  const meant = sameMeaning.find(([own, others]) => known.includes(own) && others.has(folded));
  return spelt ?? meant?.[0] ?? findNearest(key, known);
}
