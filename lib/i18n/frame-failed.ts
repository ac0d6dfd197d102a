/** What is said when even the frame of a page failed; apart, since it travels with every page. */
export const FRAME_FAILED = {
  en: {
    title: "Something went wrong",
    unexpected: "The page could not be built. Nothing you entered has been applied.",
    retry: "Try again",
  },
  "zh-CN": {
    title: "出错了",
    unexpected: "页面未能生成，您刚才填写的内容没有生效。",
    retry: "重试",
  },
};
