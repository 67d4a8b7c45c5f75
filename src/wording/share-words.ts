/** The words of a moment as a picture, and of one on another page. */
export const shareWords = {
  open: { zh: "图片·嵌入", en: "Picture, embed" },
  title: { zh: "分享这一段", en: "Share this passage" },
  close: { zh: "关闭", en: "Close" },
  picture: { zh: "图片", en: "Picture" },
  savePicture: { zh: "存成图片", en: "Save picture" },
  copyPicture: { zh: "复制图片", en: "Copy picture" },
  sharePicture: { zh: "分享图片", en: "Share picture" },
  saved: { zh: "存好了", en: "Saved" },
  pictureFailed: {
    zh: "浏览器没能做成图片，截个屏也可以。",
    en: "The browser could not make the picture. A screenshot will do.",
  },
  embed: { zh: "嵌入别的网页", en: "On another page" },
  embedHelp: {
    zh: "把这段代码贴进网页或博客，读者在那里就能读、能听这一段。",
    en: "Paste this code into a page or a blog: its readers read and hear the passage there.",
  },
  look: { zh: "颜色", en: "Colours" },
  lookSystem: { zh: "随读者的系统", en: "As the reader’s system" },
  lookLight: { zh: "浅色", en: "Light" },
  lookDark: { zh: "深色", en: "Dark" },
  size: { zh: "大小", en: "Size" },
  sizeNormal: { zh: "全文", en: "All words" },
  sizeSmall: { zh: "一小条", en: "Small" },
  code: { zh: "代码", en: "Code" },
  copyCode: { zh: "复制代码", en: "Copy code" },
} as const;

/** The words of a moment as other pages show it. */
export const embedWords = {
  loading: { zh: "正在打开…", en: "Opening…" },
  noScript: {
    zh: "这里要打开JavaScript才能看到这一段。",
    en: "JavaScript is needed to show the passage here.",
  },
  noEpisode: { zh: "这一期不在了。", en: "This episode is no longer here." },
  failed: {
    zh: "没能打开这一段，多半是网络的问题。",
    en: "The passage could not be opened: most likely the network.",
  },
  retry: { zh: "再试一次", en: "Try again" },
  archive: { zh: "去节目的网站", en: "To the show’s site" },
  listen: { zh: "听这一段", en: "Hear this passage" },
  readOn: { zh: "接着读", en: "Read on" },
} as const;
