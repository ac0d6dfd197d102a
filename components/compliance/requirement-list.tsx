import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import { STANDING_TONE } from "@/components/compliance/standing-tone";
import { useRequirementName } from "@/components/compliance/use-requirement-name";
import { Moment } from "@/components/time/moment";
import { deadlineOf, type RequirementState, standingOf } from "@/lib/domain/compliance";
import type { Instant } from "@/lib/domain/instant";

type RequirementListProps = {
  requirements: readonly RequirementState[];
  now: Instant;
  timeZone: string;
  dueSoonDays: number;
};

/** What must be provided or kept current, how it stands and until when. */
export function RequirementList(props: RequirementListProps) {
  const { requirements, now, timeZone, dueSoonDays } = props;
  const t = useTranslations("compliance");
  const name = useRequirementName();
  if (requirements.length === 0) return <p className="text-muted">{t("nothingRequired")}</p>;
  return (
    <ul className="divide-y">
      {requirements.map((requirement) => {
        const standing = standingOf(requirement, now, dueSoonDays);
        const deadline = deadlineOf(requirement);
        return (
          <li
            key={`${requirement.code} ${requirement.terminalId ?? ""}`}
            className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5 first:pt-0 last:pb-0"
          >
            <span>{name(requirement.code)}</span>
            <span className="flex flex-wrap items-baseline gap-x-3">
              {deadline !== null && (
                <span className="text-meta text-muted">
                  {t("until")} <Moment at={deadline} timeZone={timeZone} style="date" />
                </span>
              )}
              <Status tone={STANDING_TONE[standing]}>{t(`standing.${standing}`)}</Status>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
