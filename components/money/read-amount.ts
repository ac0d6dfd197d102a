import { toCardinal as englishWords } from "n2words/en-US";
import { toCardinal as chineseWords, toCurrency as yuanWords } from "n2words/zh-Hans-CN";
import { currencyExponent } from "@/lib/domain/currencies";
import { decimalAmount } from "@/lib/domain/money";
import type { Locale } from "@/lib/i18n/locales";

const CHINESE_UNITS = [
  { unit: "亿", size: 100_000_000 },
  { unit: "万", size: 10_000 },
] as const;

/** 5.2万 for 52,000.00; null below one unit or where four decimals do not hold it exactly. */
export function compactAmount(amountMinor: number, currency: string): string | null {
  const exponent = currencyExponent(currency) ?? 0;
  for (const { unit, size } of CHINESE_UNITS) {
    const unitMinor = size * 10 ** exponent;
    if (amountMinor < unitMinor) continue;
    if (amountMinor % (unitMinor / 10_000) !== 0) continue;
    return `${amountMinor / unitMinor}${unit}`;
  }
  return null;
}

function englishReading(amountMinor: number, currency: string): string {
  const [whole = "0", fraction = ""] = decimalAmount(amountMinor, currency).split(".");
  const words = englishWords(BigInt(whole));
  const part = Number(fraction) > 0 ? ` and ${fraction}/1${"0".repeat(fraction.length)}` : "";
  return `${words}${part} ${currency === "CNY" ? "yuan" : currencyName(currency, "en")}`;
}

function chineseReading(amountMinor: number, currency: string): string {
  const decimal = decimalAmount(amountMinor, currency);
  if (currency === "CNY") return yuanWords(decimal).replace("圆", "元");
  const [whole = "0", fraction = ""] = decimal.split(".");
  return chineseWords(Number(fraction) > 0 ? decimal : whole) + currencyName(currency, "zh-CN");
}

function currencyName(currency: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: "currency" }).of(currency) ?? currency;
}

/** The amount in words as a cheque would carry it, against a zero too many. */
export function readAmount(amountMinor: number, currency: string, locale: Locale): string {
  if (locale === "en") return englishReading(amountMinor, currency);
  const short = compactAmount(amountMinor, currency);
  const words = chineseReading(amountMinor, currency);
  return short ? `${short} · ${words}` : words;
}
