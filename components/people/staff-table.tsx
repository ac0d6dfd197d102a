import { useTranslations } from "next-intl";
import { type AskForLink, AskForLinkButton } from "@/components/people/ask-for-link-button";
import { ChangeRoles } from "@/components/people/change-roles";
import { PeopleTable } from "@/components/people/people-table";
import { SetActive, type SetActiveActions } from "@/components/people/set-active";
import type { SettingsActions } from "@/components/settings/settings-actions";
import type { Person } from "@/lib/domain/access/person";
import type { Instant } from "@/lib/domain/instant";

type StaffTableProps = {
  staff: readonly Person[];
  ownUserId: string;
  /** Those whose sign-up link waits for a second person. */
  askedFor: readonly string[];
  now: Instant;
  timeZone: string;
  /** Null for those who only read. */
  actions: (SettingsActions & SetActiveActions & { askForLink: AskForLink }) | null;
};

/** The acquirer's people, what each may do, and what can be changed about them. */
export function StaffTable(props: StaffTableProps) {
  const { staff, ownUserId, askedFor, now, timeZone, actions } = props;
  const t = useTranslations("users");
  const acts = (person: Person) => {
    const isOut = person.state === "deactivated";
    const waits = !isOut && askedFor.includes(person.userId);
    return (
      <>
        {waits && <span className="text-muted">{t("link.waits")}</span>}
        {actions && !isOut && !waits && (
          <AskForLinkButton person={person} askForLink={actions.askForLink} />
        )}
        {actions && !isOut && <ChangeRoles {...{ person, timeZone, actions }} />}
        {actions && <SetActive {...{ person, actions }} />}
      </>
    );
  };
  return (
    <PeopleTable people={staff} caption={t("title")} {...{ ownUserId, now, timeZone, acts }} />
  );
}
