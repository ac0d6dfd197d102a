import { ScrollText } from "lucide-react";
import { useTranslations } from "next-intl";
import { Moment } from "@/components/time/moment";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { Pagination } from "@/components/ui/pagination";
import { PlainTable } from "@/components/ui/plain-table";
import type { AuditEvent } from "@/lib/domain/audit";

export type AuditParams = { merchant: string; actor: string; action: string; subject: string };

type AuditTrailProps = {
  params: AuditParams;
  events: readonly AuditEvent[];
  timeZone: string;
  nextHref: string | null;
  isFirst: boolean;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const show = (value: unknown): string =>
  value === null || value === undefined
    ? "–"
    : typeof value === "string"
      ? value
      : JSON.stringify(value);

/** Field by field what an event changed. */
function Difference({ before, after }: Pick<AuditEvent, "before" | "after">) {
  const t = useTranslations("audit");
  const from = isObject(before) ? before : {};
  const to = isObject(after) ? after : {};
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  const changed = fields.filter((field) => show(from[field]) !== show(to[field]));
  return (
    <dl className="space-y-0.5 text-meta">
      {changed.map((field) => (
        <div key={field} className="flex flex-wrap gap-x-2">
          <dt className="text-muted">{field}</dt>
          <dd className="break-all">
            {field in from && (
              <>
                <del aria-label={t("was")} className="text-muted">
                  {show(from[field])}
                </del>
                {" → "}
              </>
            )}
            <ins aria-label={t("became")} className="no-underline">
              {show(to[field])}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Who did what to what, before and after, the newest first. */
export function AuditTrail({ params, events, timeZone, nextHref, isFirst }: AuditTrailProps) {
  const t = useTranslations("audit");
  const list = useTranslations("shell.list");
  const isFiltered = Object.values(params).some((value) => value !== "");
  const filters = ["merchant", "actor", "action", "subject"] as const;
  return (
    <>
      <FilterBar
        action="/audit"
        label={t("filter")}
        applyLabel={t("apply")}
        clear={isFiltered ? { href: "/audit", label: t("clear") } : null}
      >
        {filters.map((name) => (
          <Field key={name} label={t(`column.${name}`)} className="basis-44">
            {(control) => <Input {...control} name={name} defaultValue={params[name]} />}
          </Field>
        ))}
      </FilterBar>
      {events.length === 0 ? (
        <EmptyState icon={ScrollText} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <PlainTable
          caption={t("title")}
          columns={[
            { key: "when", label: t("column.when") },
            { key: "actor", label: t("column.actor") },
            { key: "action", label: t("column.action") },
            { key: "subject", label: t("column.subject") },
            { key: "change", label: t("column.change") },
          ]}
          rows={events.map((event) => ({
            key: event.auditEventId,
            cells: {
              when: <Moment at={event.occurredAt} timeZone={timeZone} />,
              actor: event.actorName,
              action: <code className="text-meta">{event.action}</code>,
              subject: (
                <span className="text-meta">
                  {event.merchantId} · {event.subjectId}
                </span>
              ),
              change: <Difference before={event.before} after={event.after} />,
            },
          }))}
        />
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
