import { classNames } from "@/components/ui/class-names";
import { formatMoney, groupedAmount } from "@/lib/domain/money";

type AmountProps = {
  amountMinor: number;
  currency: string;
  /** Where the currency already stands in the heading of the column. */
  bare?: boolean;
  className?: string;
};

/** An amount that never breaks over two lines; figures of equal width. */
export function Amount({ amountMinor, currency, bare, className }: AmountProps) {
  const text = bare ? groupedAmount(amountMinor, currency) : formatMoney(amountMinor, currency);
  return <span className={classNames("whitespace-nowrap tabular-nums", className)}>{text}</span>;
}
