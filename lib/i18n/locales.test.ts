import { describe, expect, it } from "vitest";
import { isLocale, localeFromAcceptLanguage } from "@/lib/i18n/locales";

describe("localeFromAcceptLanguage", () => {
  it.each([
    ["en-GB,en;q=0.9,zh-CN;q=0.8", "en"],
    ["zh-TW,zh;q=0.9,en;q=0.8", "zh-CN"],
    ["fr;q=1, en;q=0.3, zh;q=0.5", "zh-CN"],
    ["en;q=0, zh", "zh-CN"],
    ["fr-FR", "zh-CN"],
    ["", "zh-CN"],
    [null, "zh-CN"],
  ])("reads %j as %s", (header, locale) => {
    expect(localeFromAcceptLanguage(header)).toBe(locale);
  });
});

it("knows its own locales only", () => {
  expect(isLocale("en")).toBe(true);
  expect(isLocale("de")).toBe(false);
  expect(isLocale(undefined)).toBe(false);
});
