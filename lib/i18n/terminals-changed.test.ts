import { createTranslator } from "use-intl/core";
import { expect, it } from "vitest";
import en from "@/lib/i18n/messages/en.json";
import zhCN from "@/lib/i18n/messages/zh-CN.json";
import { terminalsChanged } from "@/lib/i18n/terminals-changed";

const ENGLISH = createTranslator({ locale: "en", messages: en });
const CHINESE = createTranslator({ locale: "zh-CN", messages: zhCN });
const TIDS = ["00018644", "00018645", "00018646", "00018647", "00018648"];

const inEnglish = (named: string[], terminals: number) =>
  terminalsChanged(
    ENGLISH,
    { named, terminals },
    { status: "Lost", reason: "Reason: Stolen with the van." },
  );

const inChinese = (named: string[], terminals: number) =>
  terminalsChanged(CHINESE, { named, terminals }, { status: "遗失", reason: "原因：随车被盗" });

it("names every terminal where they are few", () => {
  expect(inEnglish(TIDS.slice(0, 2), 2)).toBe(
    "Terminals 00018644 and 00018645 are now “Lost”. Reason: Stolen with the van.",
  );
  expect(inEnglish(TIDS.slice(0, 3), 3)).toContain("00018644, 00018645 and 00018646 are now");
  expect(inChinese(TIDS.slice(0, 3), 3)).toBe(
    "终端 00018644、00018645、00018646 的状态变更为“遗失”。原因：随车被盗",
  );
});

it("names the first and says how many others there are", () => {
  expect(inEnglish(TIDS, 6)).toContain("00018647, 00018648 and 1 other are now “Lost”.");
  expect(inEnglish(TIDS, 10)).toContain("00018647, 00018648 and 5 others are now “Lost”.");
  expect(inChinese(TIDS, 10)).toBe(
    "终端 00018644、00018645、00018646、00018647、00018648 及另外 5 台的状态变更为“遗失”。原因：随车被盗",
  );
});
