import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import { AuditDifference } from "@/components/audit/audit-difference";
import { AuditSubject } from "@/components/audit/audit-subject";
import type { DataColumns } from "@/components/tables/data-table";
import { Moment } from "@/components/time/moment";
import type { AuditEvent } from "@/lib/domain/audit";
import type { ColumnOf } from "@/lib/domain/tables/tables";

/** What stands in each column of the audit trail. */
export function useAuditColumns(timeZone: string): DataColumns<ColumnOf<"audit">, AuditEvent> {
  const t = useTranslations("audit");
  return {
    when: {
      label: t("column.when"),
      className: "whitespace-nowrap",
      cell: ({ occurredAt }) => <Moment at={occurredAt} timeZone={timeZone} />,
    },
    actor: { label: t("column.actor"), cell: (event) => <ActorName {...event} /> },
    action: {
      label: t("column.action"),
      primary: true,
      cell: ({ action }) => t(`actionName.${action}`),
    },
    change: {
      label: t("column.change"),
      prose: true,
      cell: (event) => <AuditDifference {...event} timeZone={timeZone} />,
    },
    subject: {
      label: t("column.subject"),
      prose: true,
      className: "text-meta",
      cell: (event) => <AuditSubject {...event} />,
    },
    merchant: {
      label: t("column.merchant"),
      className: "text-meta",
      cell: ({ merchantId }) => merchantId,
    },
    request: {
      label: t("column.request"),
      className: "text-meta max-md:break-all",
      cell: ({ requestId }) => requestId,
    },
  };
}

/** Who acted, and everything else they did. */
function ActorName({ actorKind, actorName }: Pick<AuditEvent, "actorKind" | "actorName">) {
  const t = useTranslations("audit");
  const isPerson = actorKind === "user" || actorKind === "key";
  return (
    <TextLink href={`/audit?actor=${encodeURIComponent(actorName)}`}>
      {isPerson ? actorName : t(actorKind)}
    </TextLink>
  );
}
