import { ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { AuditFilters } from "@/components/audit/audit-filters";
import { useAuditColumns } from "@/components/audit/use-audit-columns";
import { DataTable } from "@/components/tables/data-table";
import { labelsOf } from "@/components/tables/labels-of";
import type { TableActions } from "@/components/tables/table-actions";
import { TablePages } from "@/components/tables/table-pages";
import { columnsToShow, TableToolbar } from "@/components/tables/table-toolbar";
import { EmptyState } from "@/components/ui/empty-state";
import { type AuditListParams, EVENTS_PER_PAGE } from "@/lib/contracts/audit-list";
import { colsText } from "@/lib/contracts/table-params";
import type { AuditEvent } from "@/lib/domain/audit";
import type { Span } from "@/lib/domain/page";
import type { TableSetup } from "@/lib/domain/tables/tables";

type AuditTrailProps = {
  params: AuditListParams;
  start: number;
  page: Span<AuditEvent> & { total: number; timeZone: string };
  setup: TableSetup;
  actions: TableActions;
};

/** Who did what to what, before and after, the newest first. */
export function AuditTrail({ params, start, page, setup, actions }: AuditTrailProps) {
  const t = useTranslations("audit");
  const { merchant, actor, action, subject, from, to, cols } = params;
  const query = { merchant, actor, action, subject, from, to };
  const columns = useAuditColumns(page.timeZone);
  return (
    <>
      <TableToolbar table="audit" labels={labelsOf(columns)} {...{ cols, query, setup, actions }}>
        <AuditFilters params={params} />
      </TableToolbar>
      {page.rows.length === 0 ? (
        <EmptyState icon={ScrollText} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <DataTable
          caption={t("title")}
          columns={columns}
          shown={columnsToShow("audit", cols, setup)}
          density={setup.density}
          rows={page.rows}
          keyOf={({ auditEventId }) => auditEventId}
        />
      )}
      <TablePages
        path="/audit"
        query={{ ...query, cols: colsText(cols) }}
        label={t("pages")}
        start={start}
        perPage={EVENTS_PER_PAGE}
        page={{ ...page, shown: page.rows.length, count: page.total }}
      />
    </>
  );
}
