import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "@/components/time/moment";
import { CodeChanges } from "@/components/settings/code-changes";
import type { Instant } from "@/lib/domain/instant";
import type { SettingsKind } from "@/lib/domain/settings/settings-change";
import type { SettingsEffect } from "@/lib/domain/settings/settings-effect";

type SettingEffectProps = { kind: SettingsKind; effect: SettingsEffect; timeZone: string };

/** What is said of a kind without counting. */
const SAID: Partial<Record<SettingsKind, "codes" | "split" | "roles" | "name" | "hours">> = {
  response_code_profile: "codes",
  reason_code_map: "codes",
  split_allowed: "split",
  roles: "roles",
  acquirer_name: "name",
  decision_hours: "hours",
  office_hours: "hours",
};

/** Counts stop where nobody reads on. */
const MOST = 10_000;

/** What a change would do and what it leaves alone, as far as it can be counted. */
export function SettingEffect({ kind, effect, timeZone }: SettingEffectProps) {
  const t = useTranslations("settings.effect");
  const number = (count: number) => (count > MOST ? t("many") : t("count", { count }));
  const moment = (at: Instant) => <Moment at={at} timeZone={timeZone} />;
  const { openRequests, above } = effect;
  const words: {
    [Fact in keyof SettingsEffect]: (fact: Required<SettingsEffect>[Fact]) => ReactNode;
  } = {
    runningDayEnds: (at) => t.rich("runningDayEnds", { at: () => moment(at) }),
    nextDayBegins: (at) => t.rich("nextDayBegins", { at: () => moment(at) }),
    countedLimits: (limits) => t("countedLimits", { limits: number(limits) }),
    above: ({ before, after }) => t("above", { before: number(before), after: number(after) }),
    keptLimits: (limits) => t("keptLimits", { limits: number(limits) }),
    dueSoon: ({ before, after }) => t("dueSoon", { before: number(before), after: number(after) }),
    due: ({ before, after }) =>
      t.rich("due", { before: () => moment(before), after: () => moment(after) }),
    questions: ({ open, over }) => t("questions", { open: number(open), over: number(over) }),
    pendingMerchants: (merchants) => t("template", { merchants: number(merchants) }),
  };
  const counted = Object.entries(words).flatMap(([fact, say]) => {
    const value = effect[fact as keyof SettingsEffect];
    return value === undefined ? [] : [(say as (value: unknown) => ReactNode)(value)];
  });
  const requests = openRequests !== undefined && { requests: number(openRequests) };
  const lines = [
    ...counted,
    ...(requests ? [t(above ? "openRequestsKeep" : "openRequests", requests)] : []),
    ...(SAID[kind] ? [t(SAID[kind])] : []),
  ];
  return (
    <div className="space-y-2">
      <ul className="list-disc space-y-1 pl-5">
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
      {kind === "response_code_profile" && <CodeChanges changes={effect.codes ?? []} />}
    </div>
  );
}
