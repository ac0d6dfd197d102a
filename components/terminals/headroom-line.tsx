import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import { Amount } from "@/components/money/amount";
import type { Headroom } from "@/lib/domain/limit-check/check-result";

type HeadroomLineProps = { headroom: Headroom; currency: string };

/** The largest single charge that would not be refused now. */
export function HeadroomLine({ headroom, currency }: HeadroomLineProps) {
  const t = useTranslations("terminals");
  if (headroom.amountMinor === null) return <span>{t("anyAmount")}</span>;
  if (headroom.amountMinor === 0) return <Status tone="block">{t("nothingNow")}</Status>;
  return t.rich("upToNow", {
    amount: () => (
      <Amount
        amountMinor={headroom.amountMinor ?? 0}
        currency={currency}
        className="font-semibold"
      />
    ),
  });
}
