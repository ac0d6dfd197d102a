import { expect, it } from "vitest";
import { formatTyped } from "@/components/money/format-typed";

// The caret is written as a bar.
const typed = (marked: string) => {
  const { text, caret } = formatTyped({
    text: marked.replace("|", ""),
    caret: marked.indexOf("|"),
  });
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
};

it.each([
  ["5|", "5|"],
  ["5200|", "5,200|"],
  ["52,0000|", "520,000|"],
  ["1,2345.6|", "12,345.6|"],
  ["12345.60|", "12,345.60|"],
  ["1234|5", "12,34|5"],
  ["12|,345", "12|,345"],
  ["1|,345", "1|,345"],
  ["|12345", "|12,345"],
  ["１２３４５．６|", "12,345.6|"],
  ["１，２３４|", "1,234|"],
  [".5|", ".5|"],
  ["|", "|"],
])("%s becomes %s", (before, after) => expect(typed(before)).toBe(after));

it.each(["1.2.3|", "-5|", "5.2万|", "¥ 500|", "abc|", "CNY 1234|"])("%s is left alone", (text) =>
  expect(typed(text)).toBe(text),
);
