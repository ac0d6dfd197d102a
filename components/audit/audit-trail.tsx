import { ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { AuditDifference } from "@/components/audit/audit-difference";
import { AuditSubject } from "@/components/audit/audit-subject";
import { Moment } from "@/components/time/moment";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { Pagination } from "@/components/ui/pagination";
import { Select } from "@/components/ui/select";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { AUDIT_ACTIONS, type AuditEvent } from "@/lib/domain/audit";

export type AuditParams = { merchant: string; actor: string; action: string; subject: string };

type AuditTrailProps = {
  params: AuditParams;
  events: readonly AuditEvent[];
  timeZone: string;
  nextHref: string | null;
  isFirst: boolean;
};

/** Who did what to what, before and after, the newest first. */
export function AuditTrail({ params, events, timeZone, nextHref, isFirst }: AuditTrailProps) {
  const t = useTranslations("audit");
  const list = useTranslations("shell.list");
  const isFiltered = Object.values(params).some((value) => value !== "");
  const filters = ["merchant", "actor", "subject"] as const;
  return (
    <>
      <FilterBar
        action="/audit"
        label={t("filter")}
        applyLabel={t("apply")}
        clear={isFiltered ? { href: "/audit", label: t("clear") } : null}
      >
        {filters.map((name) => (
          <Field key={name} label={t(`column.${name}`)} className="basis-36 max-md:grow">
            {(control) => <Input {...control} name={name} defaultValue={params[name]} />}
          </Field>
        ))}
        <Field label={t("column.action")} className="basis-52 max-md:grow">
          {(control) => (
            <Select
              {...control}
              name="action"
              defaultValue={params.action}
              emptyLabel={t("anyAction")}
              options={AUDIT_ACTIONS.map((value) => ({ value, label: t(`actionName.${value}`) }))}
            />
          )}
        </Field>
      </FilterBar>
      {events.length === 0 ? (
        <EmptyState icon={ScrollText} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <Table caption={t("title")}>
          <TableHead>
            <HeaderCell>{t("column.when")}</HeaderCell>
            <HeaderCell>{t("column.actor")}</HeaderCell>
            <HeaderCell>{t("column.action")}</HeaderCell>
            <HeaderCell>{t("column.change")}</HeaderCell>
            <HeaderCell>{t("column.subject")}</HeaderCell>
          </TableHead>
          <TableBody>
            {events.map((event) => (
              <EventRow key={event.auditEventId} event={event} timeZone={timeZone} />
            ))}
          </TableBody>
        </Table>
      )}
      <Pagination
        summary={t("newestFirst")}
        previousHref={isFirst ? null : "/audit"}
        nextHref={nextHref}
        labels={{ nav: t("pages"), previous: t("newest"), next: list("next") }}
      />
    </>
  );
}

function EventRow({ event, timeZone }: { event: AuditEvent; timeZone: string }) {
  const t = useTranslations("audit");
  const { actorKind, actorName } = event;
  return (
    <Row>
      <Cell label={t("column.when")} className="whitespace-nowrap">
        <Moment at={event.occurredAt} timeZone={timeZone} />
      </Cell>
      <Cell label={t("column.actor")}>
        {actorKind === "operator" || actorKind === "system" ? t(actorKind) : actorName}
      </Cell>
      <Cell primary>{t(`actionName.${event.action}`)}</Cell>
      <Cell label={t("column.change")}>
        <AuditDifference before={event.before} after={event.after} timeZone={timeZone} />
      </Cell>
      <Cell label={t("column.subject")} className="text-meta">
        <AuditSubject {...event} />
      </Cell>
    </Row>
  );
}
