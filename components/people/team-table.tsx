import { useTranslations } from "next-intl";
import { type ColleagueActions, ColleagueMenu } from "@/components/people/colleague-menu";
import { PeopleTable } from "@/components/people/people-table";
import { SignUpLinkButton, type LinkActions } from "@/components/people/sign-up-link-button";
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
  const words = useTranslations("team");
  const keysOf = ({ keys }: Colleague) =>
    keys.map(({ name }) => name).join(", ") || (
      <span className="text-muted">{words("noKeys")}</span>
    );
  const acts = (person: Colleague) => (
    <>
      {person.state !== "deactivated" && (
        <SignUpLinkButton {...{ person, merchantId, timeZone, actions }} />
      )}
      <ColleagueMenu
        person={person}
        isLastOwner={
          person.roles.includes("merchant_owner") && !hasAnotherOwner(team, person.userId)
        }
        actions={actions}
      />
    </>
  );
  return (
    <PeopleTable
      people={team}
      caption={t("team")}
      also={{ title: words("keys"), of: keysOf }}
      {...{ ownUserId, now, timeZone, acts }}
    />
  );
}
