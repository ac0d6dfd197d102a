import type { ReactNode } from "react";
import { getTranslations } from "next-intl/server";
import { askForLink, confirmLink, issueLink } from "@/app/(account)/actions";
import { confirmPassword } from "@/app/(auth)/actions";
import { PeopleTable } from "@/components/people/people-table";
import { WaitingLinks } from "@/components/people/waiting-links";
import { PageHeader } from "@/components/ui/page-header";
import type { Session } from "@/lib/auth/session";
import type { Person } from "@/lib/domain/access/person";
import { can } from "@/lib/domain/access/permissions";
import { mayConfirmSignUpLink } from "@/lib/domain/access/sign-up-links";
import { ACQUIRER } from "@/lib/domain/ids";
import { getAcquirerClock } from "@/lib/use-cases/acquirer/get-acquirer-clock";
import { listLinkRequests } from "@/lib/use-cases/users/list-link-requests";
import { listPeople } from "@/lib/use-cases/users/list-people";

type PeoplePageProps = {
  session: Session;
  merchantId: string;
  title: string;
  /** What else waits for a second person. */
  waiting?: ReactNode;
  /** What else whoever manages people may do with one of the others. */
  manage?: (person: Person) => ReactNode;
  children?: ReactNode;
};

/** The people of a merchant, or of the acquirer. */
export async function PeoplePage(props: PeoplePageProps) {
  const { session, merchantId, title, manage, children } = props;
  const { ctx, user } = session;
  const t = await getTranslations("users");
  const { timeZone, now } = await getAcquirerClock(ctx, merchantId);
  const people = await listPeople(ctx, merchantId);
  const isAcquirer = merchantId === ACQUIRER;
  const requests = isAcquirer ? await listLinkRequests(ctx) : [];
  const waiting = requests.flatMap((request) => {
    const person = people.find(({ userId }) => userId === request.userId);
    return person
      ? [{ person, request, mayConfirm: mayConfirmSignUpLink(ctx.actor, request) }]
      : [];
  });
  return (
    <>
      <PageHeader title={title} meta={t("lead")} />
      {props.waiting}
      <WaitingLinks
        waiting={waiting}
        ownUserId={user.userId}
        now={now}
        timeZone={timeZone}
        confirmLink={confirmLink}
      />
      <PeopleTable
        people={people}
        caption={title}
        ownUserId={user.userId}
        merchantId={merchantId}
        mayManage={can(ctx.actor, "users.manage", merchantId)}
        askedFor={isAcquirer ? requests.map(({ userId }) => userId) : null}
        now={now}
        timeZone={timeZone}
        manage={manage}
        actions={{ issueLink, askForLink, confirmPassword }}
      />
      {children}
    </>
  );
}
