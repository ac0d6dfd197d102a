import { useTranslations } from "next-intl";
import { auditChanges } from "@/components/audit/audit-values";
import { useDateLocale } from "@/components/time/use-date-locale";
import type { AuditEvent } from "@/lib/domain/audit";

type AuditDifferenceProps = Pick<AuditEvent, "before" | "after"> & { timeZone: string };

/** Field by field what an event changed. */
export function AuditDifference({ before, after, timeZone }: AuditDifferenceProps) {
  const t = useTranslations();
  const locale = useDateLocale();
  return (
    <dl className="space-y-0.5 text-meta">
      {auditChanges({ before, after }, { t, locale, timeZone }).map((change) => (
        <div key={change.field} className="flex flex-wrap gap-x-2">
          <dt className="text-muted">{change.name}</dt>
          <dd className="break-words">
            {change.before !== null && (
              <>
                <span className="sr-only">{t("audit.was")} </span>
                <del className="text-muted">{change.before}</del>
                {" → "}
              </>
            )}
            <span className="sr-only">{t("audit.became")} </span>
            <ins className="no-underline">{change.after}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
