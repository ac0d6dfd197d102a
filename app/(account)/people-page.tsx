import { getTranslations } from "next-intl/server";
import { issueLink } from "@/app/(account)/actions";
import { confirmPassword } from "@/app/(auth)/actions";
import { PeopleTable } from "@/components/people/people-table";
import { PageHeader } from "@/components/ui/page-header";
import type { Session } from "@/lib/auth/session";
import { getAcquirerClock } from "@/lib/use-cases/acquirer/get-acquirer-clock";
import { listPeople } from "@/lib/use-cases/users/list-people";

type PeoplePageProps = { session: Session; merchantId: string; title: string };

/** The people of a merchant, or of the acquirer. */
export async function PeoplePage({ session, merchantId, title }: PeoplePageProps) {
  const { ctx, user } = session;
  const t = await getTranslations("users");
  const { timeZone, now } = await getAcquirerClock(ctx, merchantId);
  return (
    <>
      <PageHeader title={title} meta={t("lead")} />
      <PeopleTable
        people={await listPeople(ctx, merchantId)}
        caption={title}
        ownUserId={user.userId}
        merchantId={merchantId}
        now={now}
        timeZone={timeZone}
        actions={{ issueLink, confirmPassword }}
      />
    </>
  );
}
