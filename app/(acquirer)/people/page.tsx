import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { askForLink, confirmLink } from "@/app/(account)/actions";
import {
  confirmInvitation,
  deactivate,
  declineLink,
  invite,
  reactivate,
} from "@/app/(acquirer)/people/actions";
import * as settings from "@/app/(acquirer)/settings/actions";
import { InviteStaffButton } from "@/components/people/invite-staff-button";
import { RoleMatrix } from "@/components/people/role-matrix";
import { StaffTable } from "@/components/people/staff-table";
import { WaitingLinks } from "@/components/people/waiting-links";
import { PastChanges } from "@/components/settings/past-changes";
import { WaitingChanges } from "@/components/settings/waiting-changes";
import { PageHeader } from "@/components/ui/page-header";
import { requireAcquirer } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { getAcquirerClock } from "@/lib/use-cases/acquirer/get-acquirer-clock";
import { listSettingsChanges } from "@/lib/use-cases/settings/list-settings-changes";
import { listLinkRequests } from "@/lib/use-cases/users/list-link-requests";
import { listPeople } from "@/lib/use-cases/users/list-people";

export async function generateMetadata() {
  return { title: (await getTranslations("users"))("title") };
}

export default async function StaffPage() {
  const { ctx, user } = await requireAcquirer();
  if (!can(ctx.actor, "users.read", ACQUIRER)) redirect("/no-permission");
  const { actor } = ctx;
  const t = await getTranslations("users");
  const { now, timeZone } = await getAcquirerClock(ctx, ACQUIRER);
  const staff = await listPeople(ctx, ACQUIRER);
  const requests = await listLinkRequests(ctx);
  const { waiting, over } = await listSettingsChanges(ctx, ["roles", "invitation"]);
  const people = Object.fromEntries(staff.map(({ userId, name }) => [userId, name]));
  const mayManage = can(actor, "users.manage", ACQUIRER);
  const { preview, change, confirmChange, declineChange, withdrawChange } = settings;
  const actions = { preview, change, askForLink, deactivate, reactivate };
  const decide = { confirmChange, declineChange, withdrawChange, confirmInvitation };
  const same = { now, timeZone, ownUserId: user.userId };
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={t("lead")}
        actions={mayManage && <InviteStaffButton invite={invite} />}
      />
      <WaitingChanges {...{ waiting, people }} {...same} actions={decide} />
      <WaitingLinks
        {...{ requests, actor, now, timeZone }}
        people={staff}
        actions={{ confirmLink, declineLink }}
      />
      <StaffTable
        staff={staff}
        askedFor={requests.map(({ userId }) => userId)}
        {...same}
        actions={mayManage ? actions : null}
      />
      <PastChanges changes={over} people={people} timeZone={timeZone} />
      <RoleMatrix />
    </>
  );
}
