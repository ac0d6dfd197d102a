import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Status } from "@/components/ui/status";
import { Cell, HeaderCell, Row, Table, TableBody, TableHead } from "@/components/ui/table";
import { STATE_TONE } from "@/components/people/state-tone";
import { RelativeTime } from "@/components/time/relative-time";
import type { Person } from "@/lib/domain/access/person";
import type { Instant } from "@/lib/domain/instant";

type PeopleTableProps<Someone extends Person> = {
  people: readonly Someone[];
  caption: string;
  /** Nobody changes what is their own. */
  ownUserId: string;
  now: Instant;
  timeZone: string;
  /** What else is told of each, before the acts. */
  also?: { title: string; of: (person: Someone) => ReactNode };
  /** What may be done about one of the others. */
  acts: (person: Someone) => ReactNode;
};

/** Who may sign in, as what, and what can be done about each. */
export function PeopleTable<Someone extends Person>(props: PeopleTableProps<Someone>) {
  const { people, caption, ownUserId, now, timeZone, also, acts } = props;
  const t = useTranslations("users");
  const roles = useTranslations("enums.role");
  return (
    <Table caption={caption}>
      <TableHead>
        <HeaderCell>{t("column.name")}</HeaderCell>
        <HeaderCell>{t("column.roles")}</HeaderCell>
        <HeaderCell>{t("column.state")}</HeaderCell>
        <HeaderCell>{t("column.active")}</HeaderCell>
        {also && <HeaderCell>{also.title}</HeaderCell>}
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
            {also && <Cell label={also.title}>{also.of(person)}</Cell>}
            <Cell className="md:text-right">
              {person.userId !== ownUserId && (
                <span className="flex flex-wrap gap-2 md:justify-end">{acts(person)}</span>
              )}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
