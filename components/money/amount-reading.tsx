import { useLocale } from "next-intl";
import { readAmount } from "@/components/money/read-amount";

type AmountReadingProps = { amountMinor: number; currency: string };

/** What an amount says in words, to stand under the field it is typed into. */
export function AmountReading({ amountMinor, currency }: AmountReadingProps) {
  return <span>{readAmount(amountMinor, currency, useLocale())}</span>;
}
