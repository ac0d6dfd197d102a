import { expect, it } from "vitest";
import { compactAmount, readAmount } from "@/components/money/read-amount";

it.each([
  [5_200_000, "CNY", "fifty-two thousand yuan", "5.2万 · 伍万贰仟元整"],
  [5_200_050, "CNY", "fifty-two thousand and 50/100 yuan", "伍万贰仟元伍角整"],
  [5, "CNY", "zero and 05/100 yuan", "伍分"],
  [1_000_500, "CNY", "ten thousand five yuan", "1.0005万 · 壹万零伍元整"],
  [500, "JPY", "five hundred Japanese Yen", "伍佰日元"],
  [1_250_000, "USD", "twelve thousand five hundred US Dollar", "1.25万 · 壹万贰仟伍佰美元"],
])("reads %d %s", (minor, currency, english, chinese) => {
  expect(readAmount(minor, currency, "en")).toBe(english);
  expect(readAmount(minor, currency, "zh-CN")).toBe(chinese);
});

it.each([
  [1_000_000, "1万"],
  [999_999, null],
  [10_000_000_000, "1亿"],
  [12_345_678_900, "12345.6789万"],
  [5_212_345, null],
  [5_212_300, "5.2123万"],
])("shortens %d fen", (minor, short) => {
  expect(compactAmount(minor, "CNY")).toEqual(short);
});
