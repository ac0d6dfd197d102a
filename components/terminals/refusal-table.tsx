import { useLocale, useTranslations } from "next-intl";
import { PlainTable } from "@/components/ui/plain-table";
import { RelativeTime } from "@/components/time/relative-time";
import type { Instant } from "@/lib/domain/instant";

export type Refusal = {
  responseCode: string;
  meaning: { en: string; zh: string } | null;
  count: number;
  lastAt: Instant;
};

type RefusalTableProps = { refusals: readonly Refusal[]; now: Instant; timeZone: string };

/** Refused charges by the code the terminal showed and what that code says. */
export function RefusalTable({ refusals, now, timeZone }: RefusalTableProps) {
  const t = useTranslations("terminals.refusal");
  const locale = useLocale();
  if (refusals.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <PlainTable
      caption={t("title")}
      columns={[
        { key: "code", label: t("code") },
        { key: "meaning", label: t("meaning") },
        { key: "count", label: t("count"), numeric: true },
        { key: "last", label: t("last"), numeric: true },
      ]}
      rows={refusals.map((refusal) => ({
        key: refusal.responseCode,
        cells: {
          code: <span className="font-medium">{refusal.responseCode}</span>,
          meaning: refusal.meaning?.[locale === "en" ? "en" : "zh"] ?? t("unknown"),
          count: refusal.count,
          last: <RelativeTime at={refusal.lastAt} now={now} timeZone={timeZone} />,
        },
      }))}
    />
  );
}
