import { useTranslations } from "next-intl";
import { PlainTable } from "@/components/ui/plain-table";
import type { CodeChange } from "@/lib/domain/settings/settings-effect";

/** The reasons whose code changes: from which to which. */
export function CodeChanges({ changes }: { changes: readonly CodeChange[] }) {
  const t = useTranslations("settings");
  const reason = useTranslations("reasonNames");
  if (changes.length === 0) return <p className="text-muted">{t("noCodeChanges")}</p>;
  const code = (value: string | null) => value ?? t("noCode");
  return (
    <PlainTable
      caption={t("codeChanges", { count: changes.length })}
      columns={[
        { key: "reason", label: t("column.reason") },
        { key: "before", label: t("was"), numeric: true },
        { key: "after", label: t("becomes"), numeric: true },
      ]}
      rows={changes.map(({ reasonCode, before, after }) => ({
        key: reasonCode,
        cells: {
          reason: reason(reasonCode as "CARD_EXPIRED"),
          before: <del className="text-muted">{code(before)}</del>,
          after: <ins className="font-medium no-underline">{code(after)}</ins>,
        },
      }))}
    />
  );
}
