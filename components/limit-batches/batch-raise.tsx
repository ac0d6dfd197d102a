import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { BiggestRaise } from "@/lib/domain/limit-batches/limit-batch";
import { formatMoney } from "@/lib/domain/money";

/** The raise of a batch that goes furthest. */
export function BatchRaise({ raise }: { raise: BiggestRaise }) {
  const t = useTranslations("batches");
  const limits = useTranslations("limits");
  const { currency, fromMinor, toMinor } = raise;
  const text = (minor: number | null) =>
    minor === null ? limits("unlimited") : formatMoney(minor, currency);
  if (fromMinor === null) return <span className="text-muted">{t("noRaise")}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5">
      <span>{text(fromMinor)}</span>
      <ArrowRight aria-label={t("becomes")} className="size-3.5 text-muted" />
      <span className="font-medium">{text(toMinor)}</span>
    </span>
  );
}
