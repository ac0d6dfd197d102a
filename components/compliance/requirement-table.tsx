import { FileCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { STANDING_TONE } from "@/components/compliance/standing-tone";
import { useRequirementName } from "@/components/compliance/use-requirement-name";
import { Moment } from "@/components/time/moment";
import { deadlineOf, type RequirementState, standingOf } from "@/lib/domain/compliance";
import { byUrgency } from "@/lib/domain/compliance-answer";
import type { Instant } from "@/lib/domain/instant";

export type ShownRequirement = RequirementState & { action: string };

type RequirementTableProps = {
  requirements: readonly ShownRequirement[];
  now: Instant;
  timeZone: string;
  dueSoonDays: number;
};

const ACTIONS = ["upload_document", "confirm_details", "book_inspection"] as const;

function blocksKey({ affects }: RequirementState) {
  const [first, second] = affects;
  return second ? "both" : (first ?? "none");
}

/** What must be provided or kept current: by when, what it blocks, and what to do about it. */
export function RequirementTable(props: RequirementTableProps) {
  const { requirements, now, timeZone, dueSoonDays } = props;
  const t = useTranslations("papers");
  const standings = useTranslations("compliance.standing");
  const name = useRequirementName();
  if (requirements.length === 0) {
    return (
      <EmptyState icon={FileCheck} title={t("none")}>
        {t("noneHint")}
      </EmptyState>
    );
  }
  const whatToDo = (requirement: ShownRequirement) => {
    const standing = standingOf(requirement, now, dueSoonDays);
    if (standing === "unverified") return t("actionVerifying");
    if (standing === "met" && requirement.status === "satisfied") return t("actionMet");
    return t(`action.${ACTIONS.find((known) => known === requirement.action) ?? "other"}`);
  };
  return (
    <Table caption={t("requirements")}>
      <TableHead>
        <HeaderCell>{t("column.requirement")}</HeaderCell>
        <HeaderCell>{t("column.state")}</HeaderCell>
        <HeaderCell>{t("column.deadline")}</HeaderCell>
        <HeaderCell>{t("column.blocks")}</HeaderCell>
        <HeaderCell>{t("column.how")}</HeaderCell>
      </TableHead>
      <TableBody>
        {byUrgency(requirements, now, dueSoonDays).map((requirement) => {
          const standing = standingOf(requirement, now, dueSoonDays);
          const deadline = deadlineOf(requirement);
          const quiet = standing === "met" ? "max-md:hidden" : undefined;
          return (
            <Row key={`${requirement.code} ${requirement.terminalId ?? ""}`}>
              <Cell primary>
                <span>
                  {name(requirement.code)}
                  {requirement.terminalId !== null && (
                    <span className="block text-meta font-normal text-muted">
                      {t("ofTerminal", { terminal: requirement.terminalId })}
                    </span>
                  )}
                </span>
              </Cell>
              <Cell label={t("column.state")} className="md:whitespace-nowrap">
                <Status tone={STANDING_TONE[standing]}>{standings(standing)}</Status>
              </Cell>
              <Cell label={t("column.deadline")} className="md:whitespace-nowrap">
                {deadline === null ? (
                  <span className="text-muted">{t("noDeadline")}</span>
                ) : (
                  <span>
                    <span className="text-muted">
                      {requirement.status === "satisfied" ? t("expires") : t("due")}
                    </span>{" "}
                    <Moment at={deadline} timeZone={timeZone} style="date" />
                  </span>
                )}
              </Cell>
              <Cell label={t("column.blocks")} className={quiet}>
                <span className={standing === "met" ? "text-muted" : undefined}>
                  {t(
                    `blocks.${standing === "past_due" ? "now" : "would"}.${blocksKey(requirement)}`,
                  )}
                </span>
              </Cell>
              <Cell prose label={t("column.how")} className={quiet}>
                <span className={standing === "met" ? "text-muted" : undefined}>
                  {whatToDo(requirement)}
                </span>
              </Cell>
            </Row>
          );
        })}
      </TableBody>
    </Table>
  );
}
