import { describe, expect, it } from "vitest";
import { argumentsOf, flatten } from "@/lib/i18n/message-shape";
import en from "@/lib/i18n/messages/en.json";
import zhCN from "@/lib/i18n/messages/zh-CN.json";

const english = flatten(en);
const chinese = flatten(zhCN);

describe("the two message files", () => {
  it("have the same keys", () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("take the same arguments and tags in every message", () => {
    const differing = [...english]
      .filter(([key]) => chinese.has(key))
      .filter(([key, text]) => argumentsOf(text) !== argumentsOf(chinese.get(key) ?? ""))
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

  it("use no plural category that Chinese lacks", () => {
    const inflected = [...chinese].filter(([, text]) =>
      /[{}\s](zero|one|two|few|many) \{/.test(text),
    );
    expect(inflected.map(([key]) => key)).toEqual([]);
  });

  it("leave no message empty", () => {
    const empty = [...english, ...chinese].filter(([, text]) => text.trim() === "");
    expect(empty).toEqual([]);
  });

  it("are each in their own language", () => {
    const han = /\p{Script=Han}/u;
    const chineseInEnglish = [...english].filter(([, text]) => han.test(text));
    expect(chineseInEnglish.map(([key]) => key)).toEqual([]);
    const latinOnly = [...chinese].filter(
      ([key, text]) =>
        !han.test(text) && text === english.get(key) && /[a-z]{3} [a-z]{3}/i.test(text),
    );
    expect(latinOnly.map(([key]) => key)).toEqual([]);
  });
});

describe("argumentsOf", () => {
  it("names arguments, those inside plurals, and tags, once each and sorted", () => {
    expect(argumentsOf("{n, plural, one {# day of {total}} other {# days}} <b>{name}</b>")).toBe(
      "<b> n name total",
    );
    expect(argumentsOf("plain")).toBe("");
    expect(argumentsOf("{at, date, short}")).toBe("at");
  });
});
