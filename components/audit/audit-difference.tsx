import { useTranslations } from "next-intl";
import type { AuditEvent } from "@/lib/domain/audit";
import { formatMoney } from "@/lib/domain/money";

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const isAmount = (field: string) => /amountMinor$/i.test(field);

/** Fields whose values have a name in both languages, and where that is found. */
const WORDS: Readonly<Record<string, string>> = {
  ...{ state: "enums.requestState", outcome: "limitRequests.step" },
  ...{ status: "enums.merchantStatus", role: "enums.role", window: "enums.window" },
  ...{ scope: "enums.scope", entryModes: "enums.entryMode" },
};

/** Values as people read them: amounts in major units, yes and no, lists with separators. */
function useValueText() {
  const t = useTranslations("audit");
  const words = useTranslations();
  const word = (value: string, field: string): string => {
    const kind = WORDS[field];
    const key = `${kind}.${value}` as "enums.requestState.applied";
    return kind !== undefined && words.has(key) ? words(key) : value;
  };
  const text = (value: unknown, field: string, all: Fields): string => {
    if (value === null || value === undefined || value === "") return "–";
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (typeof value === "number" && typeof all.currency === "string" && isAmount(field)) {
      return formatMoney(value, all.currency);
    }
    if (Array.isArray(value)) return value.map((one) => text(one, field, all)).join(", ");
    if (typeof value === "string") return word(value, field);
    if (typeof value !== "object") return String(value);
    const inner = Object.entries(value)
      .filter(([, one]) => one !== null)
      .map(([name, one]) => `${nameOf(name)} ${text(one, name, { ...all, ...value })}`)
      .join(" · ");
    return inner || "–";
  };
  const nameOf = (field: string) => {
    const key = `field.${field}` as "field.state";
    return t.has(key) ? t(key) : field;
  };
  return { text, nameOf };
}

/** Field by field what an event changed. */
export function AuditDifference({ before, after }: Pick<AuditEvent, "before" | "after">) {
  const t = useTranslations("audit");
  const { text, nameOf } = useValueText();
  const from = fieldsOf(before);
  const to = fieldsOf(after);
  const all = { ...from, ...to };
  const changed = Object.keys(all).filter(
    (field) => field in to && JSON.stringify(from[field]) !== JSON.stringify(to[field]),
  );
  return (
    <dl className="space-y-0.5 text-meta">
      {changed.map((field) => (
        <div key={field} className="flex flex-wrap gap-x-2">
          <dt className="text-muted">{nameOf(field)}</dt>
          <dd className="break-words">
            {field in from && (
              <>
                <span className="sr-only">{t("was")} </span>
                <del className="text-muted">{text(from[field], field, all)}</del>
                {" → "}
              </>
            )}
            <span className="sr-only">{t("became")} </span>
            <ins className="no-underline">{text(to[field], field, all)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
