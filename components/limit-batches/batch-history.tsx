import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { BatchList } from "@/components/limit-batches/batch-list";
import type { Instant } from "@/lib/domain/instant";
import type { LimitBatch } from "@/lib/domain/limit-batches/limit-batch";

type BatchHistoryProps = { batches: readonly LimitBatch[]; now: Instant; timeZone: string };

/** What imports asked for so far, the latest first. */
export function BatchHistory({ batches, now, timeZone }: BatchHistoryProps) {
  const t = useTranslations("batches");
  return (
    <Section title={t("history")} surface="plain">
      {batches.length === 0 ? (
        <EmptyState icon={FileUp} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      ) : (
        <BatchList caption={t("history")} batches={batches} now={now} timeZone={timeZone} />
      )}
    </Section>
  );
}
