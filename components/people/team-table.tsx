import { useTranslations } from "next-intl";
import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { type ColleagueActions, ColleagueMenu } from "@/components/people/colleague-menu";
import { SignUpLinkButton, type LinkActions } from "@/components/people/sign-up-link-button";
import { STATE_TONE } from "@/components/people/state-tone";
import { RelativeTime } from "@/components/time/relative-time";
import { type Colleague, hasAnotherOwner } from "@/lib/domain/access/team";
import type { Instant } from "@/lib/domain/instant";

type TeamTableProps = {
  team: readonly Colleague[];
  ownUserId: string;
  merchantId: string;
  now: Instant;
  timeZone: string;
  actions: LinkActions & ColleagueActions;
};

/** The people of a merchant, what each may do, the keys they made, and what can be changed about them. */
export function TeamTable(props: TeamTableProps) {
  const { team, ownUserId, merchantId, now, timeZone, actions } = props;
  const t = useTranslations("users");
  const teamWords = useTranslations("team");
  const roles = useTranslations("enums.role");
  return (
    <Table caption={t("team")}>
      <TableHead>
        <HeaderCell>{t("column.name")}</HeaderCell>
        <HeaderCell>{t("column.roles")}</HeaderCell>
        <HeaderCell>{t("column.state")}</HeaderCell>
        <HeaderCell>{t("column.active")}</HeaderCell>
        <HeaderCell>{teamWords("keys")}</HeaderCell>
        <HeaderCell>
          <span className="sr-only">{t("column.act")}</span>
        </HeaderCell>
      </TableHead>
      <TableBody>
        {team.map((person) => (
          <Row key={person.userId}>
            <Cell primary>
              <span>
                {person.name}
                {person.userId === ownUserId && <span className="text-muted"> ({t("you")})</span>}
                <span className="block text-meta font-normal text-muted">{person.email}</span>
              </span>
            </Cell>
            <Cell label={t("column.roles")}>
              {person.roles.map((role) => roles(role)).join(" · ")}
            </Cell>
            <Cell label={t("column.state")}>
              <Status tone={STATE_TONE[person.state]}>{t(`state.${person.state}`)}</Status>
            </Cell>
            <Cell label={t("column.active")}>
              {person.lastActiveAt === null ? (
                t("never")
              ) : (
                <RelativeTime at={person.lastActiveAt} now={now} timeZone={timeZone} />
              )}
            </Cell>
            <Cell label={teamWords("keys")}>
              {person.keys.length === 0 ? (
                <span className="text-muted">{teamWords("noKeys")}</span>
              ) : (
                person.keys.map(({ name }) => name).join(", ")
              )}
            </Cell>
            <Cell className="md:text-right">
              {person.userId !== ownUserId && (
                <span className="inline-flex flex-wrap justify-end gap-2">
                  {person.state !== "deactivated" && (
                    <SignUpLinkButton {...{ person, merchantId, timeZone, actions }} />
                  )}
                  <ColleagueMenu
                    person={person}
                    isLastOwner={
                      person.roles.includes("merchant_owner") &&
                      !hasAnotherOwner(team, person.userId)
                    }
                    actions={actions}
                  />
                </span>
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
