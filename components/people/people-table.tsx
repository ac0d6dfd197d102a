import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { AskForLinkButton, type AskForLink } from "@/components/people/ask-for-link-button";
import { SignUpLinkButton, type LinkActions } from "@/components/people/sign-up-link-button";
import { STATE_TONE } from "@/components/people/state-tone";
import { RelativeTime } from "@/components/time/relative-time";
import type { Person } from "@/lib/domain/access/person";
import type { Instant } from "@/lib/domain/instant";

type PeopleTableProps = {
  people: readonly Person[];
  caption: string;
  /** Nobody makes a link for themselves. */
  ownUserId: string;
  merchantId: string;
  mayManage: boolean;
  /** Of the acquirer's people, those whose link waits for a second person; null for a merchant's. */
  askedFor: readonly string[] | null;
  now: Instant;
  timeZone: string;
  actions: LinkActions & { askForLink: AskForLink };
  /** What else whoever manages people may do with one of the others. */
  manage?: (person: Person) => ReactNode;
};

type WayInProps = Pick<
  PeopleTableProps,
  "ownUserId" | "merchantId" | "mayManage" | "askedFor" | "timeZone" | "actions"
> & { person: Person };

/** How somebody gets a new link: at once, or with a second person's word. */
function WayIn(props: WayInProps) {
  const { person, ownUserId, merchantId, mayManage, askedFor, timeZone, actions } = props;
  const t = useTranslations("users.link");
  if (person.userId === ownUserId || person.state === "deactivated") return null;
  if (askedFor?.includes(person.userId)) return <span className="text-muted">{t("waits")}</span>;
  if (!mayManage) return null;
  if (askedFor) return <AskForLinkButton person={person} askForLink={actions.askForLink} />;
  return <SignUpLinkButton {...{ person, merchantId, timeZone, actions }} />;
}

/** Who may sign in, as what, and the way to hand out a new link. */
export function PeopleTable(props: PeopleTableProps) {
  const { people, caption, ownUserId, now, timeZone } = props;
  const t = useTranslations("users");
  const roles = useTranslations("enums.role");
  if (people.length === 0) {
    return (
      <EmptyState icon={Users} title={t("none")}>
        {t("noneHint")}
      </EmptyState>
    );
  }
  return (
    <Table caption={caption}>
      <TableHead>
        <HeaderCell>{t("column.name")}</HeaderCell>
        <HeaderCell>{t("column.roles")}</HeaderCell>
        <HeaderCell>{t("column.state")}</HeaderCell>
        <HeaderCell>{t("column.active")}</HeaderCell>
        <HeaderCell>
          <span className="sr-only">{t("column.act")}</span>
        </HeaderCell>
      </TableHead>
      <TableBody>
        {people.map((person) => (
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
            <Cell className="md:text-right">
              <span className="flex flex-wrap gap-2 md:justify-end">
                <WayIn {...props} person={person} />
                {props.mayManage && person.userId !== ownUserId && props.manage?.(person)}
              </span>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
