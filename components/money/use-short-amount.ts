import { useLocale } from "next-intl";
import { currencyExponent } from "@/lib/domain/currencies";

/** Round amounts for the edge of a chart: 300K, 30万. */
export function useShortAmount(currency: string) {
  const format = new Intl.NumberFormat(useLocale(), {
    notation: "compact",
    maximumFractionDigits: 1,
  });
  const unit = 10 ** (currencyExponent(currency) ?? 0);
  return (amountMinor: number): string => format.format(amountMinor / unit);
}
