import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { BatchList } from "@/components/limit-batches/batch-list";
import type { Instant } from "@/lib/domain/instant";
import type { LimitBatch } from "@/lib/domain/limit-batches/limit-batch";

type BatchQueueProps = { batches: readonly LimitBatch[]; now: Instant; timeZone: string };

/** Imports that wait for a decision; nothing where none does. */
export function BatchQueue({ batches, now, timeZone }: BatchQueueProps) {
  const t = useTranslations("batches");
  if (batches.length === 0) return null;
  return (
    <Section title={t("queue")} surface="plain" className="mb-4">
      <BatchList caption={t("queue")} batches={batches} now={now} timeZone={timeZone} />
    </Section>
  );
}
