import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { issueLink } from "@/app/(account)/actions";
import { confirmPassword } from "@/app/(auth)/actions";
import * as actions from "@/app/(merchant)/team/actions";
import { InviteButton } from "@/components/people/invite-button";
import { TeamTable } from "@/components/people/team-table";
import { PageHeader } from "@/components/ui/page-header";
import { requireMerchant } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { forMerchant } from "@/lib/http/action";
import { getAcquirerClock } from "@/lib/use-cases/acquirer/get-acquirer-clock";
import { listTeam } from "@/lib/use-cases/users/list-team";

export async function generateMetadata() {
  return { title: (await getTranslations("users"))("team") };
}

export default async function TeamPage() {
  const { ctx, merchantId, user } = await requireMerchant();
  if (!can(ctx.actor, "users.read", merchantId)) redirect("/no-permission");
  const { invite, ...manage } = forMerchant(merchantId, actions);
  const t = await getTranslations("users");
  const team = await listTeam(ctx, merchantId);
  const { timeZone, now } = await getAcquirerClock(ctx, merchantId);
  return (
    <>
      <PageHeader
        title={t("team")}
        meta={<p>{t("lead")}</p>}
        actions={<InviteButton timeZone={timeZone} actions={{ invite, confirmPassword }} />}
      />
      <TeamTable
        team={team}
        ownUserId={user.userId}
        merchantId={merchantId}
        now={now}
        timeZone={timeZone}
        actions={{ ...manage, issueLink, confirmPassword }}
      />
    </>
  );
}
