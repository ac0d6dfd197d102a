import { FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { TrialTable } from "@/components/developers/trial-table";
import { LimitBar } from "@/components/limits/limit-bar";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { ListedLimit } from "@/lib/domain/limits/limit-view";
import type { Trials } from "@/lib/domain/trials";

type TrialsViewProps = { data: Trials; mayMakeKeys: boolean };

/** What test keys count against the limits, and what they did lately. */
export function TrialsView({ data, mayMakeKeys }: TrialsViewProps) {
  const t = useTranslations("testMode");
  const { limits, latest, now, timeZone } = data;
  if (limits.length === 0 && latest.length === 0) {
    return (
      <EmptyState
        icon={FlaskConical}
        title={t("none")}
        action={mayMakeKeys && <LinkButton href="/developers/keys">{t("makeKey")}</LinkButton>}
      >
        {t(mayMakeKeys ? "noneHint" : "noneHintStaff")}
      </EmptyState>
    );
  }
  return (
    <div className="space-y-4">
      {limits.length > 0 && (
        <Section title={t("used")}>
          <ul className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
            {limits.map((limit) => (
              <UsedLimit key={limit.limitId} {...{ limit, now, timeZone }} />
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={t("latest")}
        surface="plain"
        aside={<TextLink href="/developers/requests">{t("requests")}</TextLink>}
      >
        <TrialTable events={latest} timeZone={timeZone} />
      </Section>
    </div>
  );
}

type UsedLimitProps = { limit: ListedLimit } & Pick<Trials, "now" | "timeZone">;

function UsedLimit({ limit, now, timeZone }: UsedLimitProps) {
  const { amount, count, warnPercent, resetsAt } = limit;
  const measure = amount
    ? ({ kind: "amount", ...amount } as const)
    : count && ({ kind: "count", ...count } as const);
  if (!measure) return null;
  return (
    <li>
      <LimitBar {...{ limit, measure, warnPercent, resetsAt, now, timeZone }} />
    </li>
  );
}
