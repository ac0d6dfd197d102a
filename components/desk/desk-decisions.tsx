import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { Tone } from "@/components/ui/tone";
import { TaskList } from "@/components/desk/task-list";
import { DueTime } from "@/components/limit-requests/due-time";
import type { DecisionPart, DueDecision, Shortlist } from "@/lib/domain/desk/desk";
import type { Instant } from "@/lib/domain/instant";

const PARTS: readonly { part: DecisionPart; tone: Tone; href: string; decidersOnly: boolean }[] = [
  { part: "overdue", tone: "block", href: "/queue?tab=overdue", decidersOnly: false },
  { part: "due_today", tone: "warn", href: "/queue", decidersOnly: false },
  { part: "mine", tone: "info", href: "/queue?tab=mine", decidersOnly: true },
  { part: "second", tone: "info", href: "/queue?tab=second", decidersOnly: true },
];

type DeskDecisionsProps = {
  decisions: Record<DecisionPart, Shortlist<DueDecision>>;
  now: Instant;
  timeZone: string;
  /** Whether the reader decides at all; others have nothing of their own to decide. */
  decides: boolean;
};

/** What is to be decided, the oldest deadline first in each part. */
export function DeskDecisions({ decisions, now, timeZone, decides }: DeskDecisionsProps) {
  const t = useTranslations("desk.decisions");
  const windows = useTranslations("enums.window");
  const format = useFormatter();
  return (
    <Section title={t("title")}>
      <div className="divide-y">
        {PARTS.filter(({ decidersOnly }) => decides || !decidersOnly).map(
          ({ part, tone, href }) => (
            <TaskList
              key={part}
              title={t(`part.${part}`)}
              count={format.number(decisions[part].count)}
              tone={tone}
              none={t(`none.${part}`)}
              all={{ href, label: t("all") }}
              tasks={decisions[part].items.map((item) => ({
                key: item.limitRequestId,
                href: `/queue/${item.merchantId}/${item.limitRequestId}`,
                title: item.tradingName,
                meta: [item.terminalId ?? item.merchantId, windows(item.window)].join(" · "),
                aside: <DueTime at={item.dueAt} now={now} timeZone={timeZone} />,
              }))}
            />
          ),
        )}
      </div>
    </Section>
  );
}
