import { expect, it } from "vitest";
import { joinSentences } from "@/lib/i18n/join-sentences";

it("keeps English sentences apart and Chinese ones together", () => {
  expect(joinSentences("en", ["Off.", "Papers are due."])).toBe("Off. Papers are due.");
  expect(joinSentences("zh-CN", ["已关闭。", "资料到期。"])).toBe("已关闭。资料到期。");
});

it("leaves no gap for what is not said", () => {
  expect(joinSentences("en", [null, "One.", false, undefined, "", "Two."])).toBe("One. Two.");
  expect(joinSentences("zh-CN", [])).toBe("");
});
