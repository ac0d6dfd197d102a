"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useTimeZone, useTranslations } from "next-intl";
import { useDateLocale } from "@/components/time/use-date-locale";
import { useNow } from "@/components/time/use-now";
import { withQuery } from "@/components/ui/with-query";
import type { Instant } from "@/lib/domain/instant";
import { formatMoment } from "@/lib/i18n/format-moment";

type PrintHeaderProps = {
  /** Null on the acquirer's side. */
  merchantId: string | null;
  name: string;
  now: Instant;
};

/** What a sheet of paper is asked later: whose it is, who printed it, when and from where. */
export function PrintHeader({ merchantId, name, now }: PrintHeaderProps) {
  const t = useTranslations("shell");
  const locale = useDateLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const at = useNow(now);
  const address = withQuery(usePathname(), Object.fromEntries(useSearchParams()));
  return (
    <div
      data-print-header=""
      className="mb-4 hidden justify-between gap-4 border-b pb-2 text-meta print:flex"
    >
      <p>
        <strong>{t("productName")}</strong>{" "}
        {merchantId === null ? t("print.acquirer") : t("print.merchant", { mid: merchantId })}
      </p>
      <p className="text-right">
        {t("print.by", { name, when: formatMoment(at, "full", timeZone, locale) })}
        <span className="block break-all">{address}</span>
      </p>
    </div>
  );
}
