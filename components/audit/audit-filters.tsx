import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { AuditListParams } from "@/lib/contracts/audit-list";
import { colsText } from "@/lib/contracts/table-params";
import { AUDIT_ACTIONS } from "@/lib/domain/audit";

const WORDS = ["merchant", "actor", "subject"] as const;
const DAYS = ["from", "to"] as const;

export function AuditFilters({ params }: { params: AuditListParams }) {
  const t = useTranslations("audit");
  const isFiltered = [...WORDS, ...DAYS, "action" as const].some((name) => params[name]);
  return (
    <FilterBar
      action="/audit"
      label={t("filter")}
      applyLabel={t("apply")}
      clear={isFiltered ? { href: "/audit", label: t("clear") } : null}
      keep={{ cols: colsText(params.cols) }}
    >
      {WORDS.map((name) => (
        <Field key={name} label={t(`by.${name}`)} className="basis-36 max-md:grow">
          {(control) => <Input {...control} name={name} defaultValue={params[name]} />}
        </Field>
      ))}
      <Field label={t("column.action")} className="basis-48 max-md:grow">
        {(control) => (
          <Select
            {...control}
            name="action"
            defaultValue={params.action ?? ""}
            emptyLabel={t("anyAction")}
            options={AUDIT_ACTIONS.map((value) => ({ value, label: t(`actionName.${value}`) }))}
          />
        )}
      </Field>
      {DAYS.map((name) => (
        <Field key={name} label={t(`by.${name}`)} className="basis-36 max-md:grow">
          {(control) => <Input {...control} type="date" name={name} defaultValue={params[name]} />}
        </Field>
      ))}
    </FilterBar>
  );
}
