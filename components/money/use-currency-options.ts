import { useLocale } from "next-intl";
import { CURRENCY_CODES } from "@/lib/domain/currencies";

/** Every currency by code and name, those named first standing first. */
export function useCurrencyOptions(first: readonly string[] = []) {
  const names = new Intl.DisplayNames([useLocale()], { type: "currency" });
  const codes = [...new Set([...first, "CNY", ...CURRENCY_CODES])];
  return codes.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
}
