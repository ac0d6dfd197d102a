import { currencyExponent } from "@/lib/domain/currencies";

/** An amount in minor units of one ISO 4217 currency. */
export type Money = { amountMinor: number; currency: string };

/** A charge is 1 to 999999999999 minor units, both included. */
export const MIN_CHARGE_MINOR = 1;
export const MAX_CHARGE_MINOR = 999_999_999_999;

/** Limits and what is counted against them are 0 to 2^53-1 minor units, both included. */
export const MAX_AMOUNT_MINOR = Number.MAX_SAFE_INTEGER;

/** A whole number of minor units a charge may have: 1 to 999999999999. */
export function isChargeAmount(amountMinor: number): boolean {
  return (
    Number.isInteger(amountMinor) &&
    amountMinor >= MIN_CHARGE_MINOR &&
    amountMinor <= MAX_CHARGE_MINOR
  );
}

/** A whole number of minor units a limit may have: 0 to 2^53-1. */
export function isLimitAmount(amountMinor: number): boolean {
  return Number.isSafeInteger(amountMinor) && amountMinor >= 0;
}

export type ParsedAmount =
  | { ok: true; amountMinor: number }
  | { ok: false; fault: "empty" | "not_a_number" | "too_many_decimals" | "too_large" };

const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
const NUMBER = /^(\d+(?:,\d{3,4})*)(?:\.(\d*))?$/;

/** Input with full-width characters made plain and currency signs, code and spaces taken off. */
function plainNumber(text: string, currency: string): string {
  return text
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/\s/g, "")
    .toUpperCase()
    .replace(currency, "")
    .replace(/^[¥￥$€£]|元$/, "");
}

/**
 * What a person typed as minor units. Commas group three or four digits ("1,2345.6" is 12345.60); zeros
 * beyond the currency's decimals are ignored, other digits there are a fault; at most 2^53-1.
 */
export function parseAmount(text: string, currency: string): ParsedAmount {
  const plain = plainNumber(text, currency);
  if (plain === "") return { ok: false, fault: "empty" };
  const [, whole, fraction = ""] = NUMBER.exec(plain) ?? [];
  if (whole === undefined) return { ok: false, fault: "not_a_number" };
  const exponent = exponentOf(currency);
  const decimals = fraction.replace(/0+$/, "");
  if (decimals.length > exponent) return { ok: false, fault: "too_many_decimals" };
  const amountMinor = Number(whole.replaceAll(",", "") + decimals.padEnd(exponent, "0"));
  if (!Number.isSafeInteger(amountMinor)) return { ok: false, fault: "too_large" };
  return { ok: true, amountMinor };
}

/** Minor units as a plain decimal, "12345.60": what an input field is filled with. */
export function decimalAmount(amountMinor: number, currency: string): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, "0");
  const sign = amountMinor < 0 ? "-" : "";
  const whole = digits.slice(0, digits.length - exponent);
  return exponent === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-exponent)}`;
}

/** Minor units as a decimal with thousands separated, "12,345.60". */
export function groupedAmount(amountMinor: number, currency: string): string {
  return decimalAmount(amountMinor, currency).replace(/\B(?=(?:\d{3})+(?:\.|$))(?<!\.\d*)/g, ",");
}

/** An amount with its currency, "¥12,345.60" for CNY, else "JPY 12,345". */
export function formatMoney(amountMinor: number, currency: string): string {
  const amount = groupedAmount(amountMinor, currency);
  return currency === "CNY" ? `¥${amount}`.replace("¥-", "-¥") : `${currency} ${amount}`;
}

/** A code that is not a currency is read as having no decimals: nothing is divided unseen. */
function exponentOf(currency: string): number {
  return currencyExponent(currency) ?? 0;
}
