import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { useSentences } from "@/components/shell/use-sentences";
import type { ImportPreview } from "@/lib/contracts/imports/import-preview";
import type { TerminalStatus } from "@/lib/domain/limit-check/snapshot";
import { countEffects, STATUS_EFFECTS } from "@/lib/domain/terminals/terminal-status";

/** What the changes of terminals' status in a preview do to charges, once nothing keeps them back. */
export function EffectOnCharges({ preview }: { preview: ImportPreview }) {
  const t = useTranslations("terminalStatus.effectOnAll");
  const sentences = useSentences();
  const counts = countEffects(
    preview.rows.flatMap(({ before, after }) =>
      before ? { from: before.status as TerminalStatus, to: after.status as TerminalStatus } : [],
    ),
  );
  const effects = STATUS_EFFECTS.filter((effect) => counts[effect] > 0);
  if (preview.noun !== "terminals" || preview.counts.faults > 0 || effects.length === 0)
    return null;
  return (
    <Notice tone={counts.stops > 0 ? "warn" : "info"} className="mb-3">
      {sentences(...effects.map((effect) => t(effect, { count: counts[effect] })))}
    </Notice>
  );
}
