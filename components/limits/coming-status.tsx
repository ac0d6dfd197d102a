import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import { useDateLocale } from "@/components/time/use-date-locale";
import type { Instant } from "@/lib/domain/instant";
import { formatMoney } from "@/lib/domain/money";
import { formatMoment } from "@/lib/i18n/format-moment";

type ComingStatusProps = {
  kind: "amount" | "count";
  /** Minor units or charges; null = no limit. */
  max: number | null;
  /** When it begins, if it is approved; null while it is only asked for. */
  from: Instant | null;
  currency: string;
  timeZone: string;
};

/** The maximum a limit may or will have: asked for, or approved and from when. */
export function ComingStatus({ kind, max, from, currency, timeZone }: ComingStatusProps) {
  const t = useTranslations("limits");
  const locale = useDateLocale();
  const amount =
    max === null
      ? null
      : kind === "amount"
        ? formatMoney(max, currency)
        : t("charges", { count: max });
  const at = from === null ? null : formatMoment(from, "short", timeZone, locale);
  return (
    <Status tone="pending" className="text-meta">
      {at === null
        ? amount === null
          ? t("requestedUnlimited")
          : t("requested", { amount })
        : amount === null
          ? t("approvedUnlimited", { at })
          : t("approved", { amount, at })}
    </Status>
  );
}
