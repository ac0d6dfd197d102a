import { EMPTY_MEANS_ALL, isAmount, isMoment, VALUE_WORDS } from "@/components/audit/audit-words";
import type { CsvReader } from "@/components/tables/csv-column";
import type { AuditEvent } from "@/lib/domain/audit";
import { formatMoney } from "@/lib/domain/money";
import { formatMoment } from "@/lib/i18n/format-moment";

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** Reasons are free text too, and only a plain word can be a key. */
const isWord = (value: string) => /^[\w:]+$/.test(value);

/** Values as people read them: amounts in major units, local moments, yes and no, words for codes. */
function valueTexts({ t, locale, timeZone }: CsvReader) {
  const word = (value: string, field: string): string => {
    const keys = (VALUE_WORDS[field] ?? []).map((kind) => `${kind}.${value}`);
    const key = keys.find((one) => isWord(value) && t.has(one as "audit.title"));
    return key === undefined ? value : t(key as "audit.title");
  };
  const moment = (value: string | number): string | null => {
    const at = typeof value === "number" ? value : Date.parse(value);
    return Number.isNaN(at) ? null : formatMoment(at, "full", timeZone, locale);
  };
  const plain = (value: string | number, field: string, all: Fields): string => {
    if (typeof value === "number" && typeof all.currency === "string" && isAmount(field)) {
      return formatMoney(value, all.currency);
    }
    return (isMoment(field) ? moment(value) : null) ?? word(String(value), field);
  };
  const list = (values: readonly unknown[], field: string, all: Fields): string =>
    values.length === 0 && EMPTY_MEANS_ALL.has(field)
      ? t("audit.all")
      : values.map((one) => text(one, field, all)).join(t("audit.listSeparator"));
  const group = (value: object, all: Fields): string =>
    Object.entries(value)
      .filter(([, one]) => one !== null && !(Array.isArray(one) && one.length === 0))
      .map(([name, one]) => `${nameOf(name)} ${text(one, name, { ...all, ...value })}`)
      .join(" · ") || "–";
  const text = (value: unknown, field: string, all: Fields): string => {
    if (value === null || value === undefined || value === "") return "–";
    if (typeof value === "boolean") return t(value ? "audit.yes" : "audit.no");
    if (typeof value === "string" || typeof value === "number") return plain(value, field, all);
    return Array.isArray(value) ? list(value, field, all) : group(value as object, all);
  };
  const nameOf = (field: string) => {
    const key = `audit.field.${field}` as "audit.field.state";
    return t.has(key) ? t(key) : field;
  };
  return { text, nameOf };
}

/** One field an event changed, in words; `before` null = there was none. */
export type AuditChange = { field: string; name: string; before: string | null; after: string };

/** Field by field what an event changed. */
export function auditChanges(
  { before, after }: Pick<AuditEvent, "before" | "after">,
  reader: CsvReader,
): AuditChange[] {
  const { text, nameOf } = valueTexts(reader);
  const from = fieldsOf(before);
  const to = fieldsOf(after);
  const all = { ...from, ...to };
  // A currency beside amounts is told with them.
  const isTold = (field: string) => field === "currency" && Object.keys(all).some(isAmount);
  return Object.keys(all)
    .filter(
      (field) =>
        field in to && !isTold(field) && JSON.stringify(from[field]) !== JSON.stringify(to[field]),
    )
    .map((field) => ({
      field,
      name: nameOf(field),
      before: field in from ? text(from[field], field, all) : null,
      after: text(to[field], field, all),
    }));
}
