"use client";

import { useTranslations } from "next-intl";
import { useValuesText } from "@/components/limit-requests/use-values-text";
import { useLimitWords } from "@/components/limits/use-limit-words";
import { PlainTable } from "@/components/ui/plain-table";
import { Section } from "@/components/ui/section";
import type { AskedField } from "@/lib/domain/limit-requests/grant";
import type { SelectedLimit } from "@/lib/domain/limit-requests/selected-limits";

type SelectedListProps = { limits: readonly SelectedLimit[] };

/** The limits that were selected, and what each allows now. */
export function SelectedList({ limits }: SelectedListProps) {
  const t = useTranslations("severalRequests");
  const words = useLimitWords();
  return (
    <Section title={t("which")}>
      <PlainTable
        caption={t("which")}
        columns={[
          { key: "limit", label: t("column.limit") },
          { key: "now", label: t("column.now"), numeric: true },
        ]}
        rows={limits.map((limit) => ({
          key: limit.limitId,
          cells: {
            limit: (
              <>
                {words.line(limit)} <span className="text-muted">{limit.terminalName}</span>
              </>
            ),
            now: <Allowed limit={limit} />,
          },
        }))}
      />
    </Section>
  );
}

function Allowed({ limit }: { limit: SelectedLimit }) {
  const text = useValuesText(limit.currency);
  const { current } = limit;
  const isCounted = current.maxCount !== null;
  const fields: AskedField[] = isCounted ? ["max_amount", "max_count"] : ["max_amount"];
  return text(current, current.maxAmountMinor === null && isCounted ? ["max_count"] : fields);
}
