import { auditChanges } from "@/components/audit/audit-values";
import { type CsvColumns, type CsvReader, momentText } from "@/components/tables/csv-column";
import type { AuditEvent } from "@/lib/domain/audit";
import type { ColumnOf } from "@/lib/domain/tables/tables";

/** The audit trail as a file. */
export function auditCsv(reader: CsvReader): CsvColumns<ColumnOf<"audit">, AuditEvent> {
  const { t, timeZone } = reader;
  const changes = (event: AuditEvent) =>
    auditChanges(event, reader)
      .map(({ name, before, after }) => `${name} ${before === null ? "" : `${before} → `}${after}`)
      .join("\n");
  const kind = ({ subjectKind }: AuditEvent) => {
    const key = `audit.subject.${subjectKind}` as "audit.subject.merchant";
    return t.has(key) ? t(key) : subjectKind;
  };
  return {
    when: [
      { label: t("audit.column.when"), cell: ({ occurredAt }) => momentText(occurredAt, timeZone) },
    ],
    actor: [
      {
        label: t("audit.column.actor"),
        cell: ({ actorKind, actorName }) =>
          actorKind === "operator" || actorKind === "system" ? t(`audit.${actorKind}`) : actorName,
      },
    ],
    action: [
      { label: t("audit.column.action"), cell: ({ action }) => t(`audit.actionName.${action}`) },
    ],
    change: [{ label: t("audit.column.change"), cell: changes }],
    subject: [
      { label: t("audit.column.subject"), cell: kind },
      { label: t("tables.name"), cell: ({ subjectName }) => subjectName },
      { label: t("tables.number"), cell: ({ subjectId }) => ({ identifier: subjectId }) },
    ],
    merchant: [
      {
        label: t("audit.column.merchant"),
        cell: ({ merchantId }) => ({ identifier: merchantId }),
      },
    ],
    request: [
      { label: t("audit.column.request"), cell: ({ requestId }) => ({ identifier: requestId }) },
    ],
  };
}
