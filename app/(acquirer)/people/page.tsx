import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PeoplePage } from "@/app/(account)/people-page";
import { deactivate, reactivate } from "@/app/(acquirer)/people/actions";
import {
  change,
  confirmChange,
  declineChange,
  preview,
  withdrawChange,
} from "@/app/(acquirer)/settings/actions";
import { ChangeRoles } from "@/components/people/change-roles";
import { RoleMatrix } from "@/components/people/role-matrix";
import { SetActive } from "@/components/people/set-active";
import { WaitingChanges } from "@/components/settings/waiting-changes";
import { requireAcquirer } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { getAcquirerClock } from "@/lib/use-cases/acquirer/get-acquirer-clock";
import { listSettingsChanges } from "@/lib/use-cases/settings/list-settings-changes";
import { listPeople } from "@/lib/use-cases/users/list-people";

export async function generateMetadata() {
  return { title: (await getTranslations("users"))("title") };
}

export default async function StaffPage() {
  const session = await requireAcquirer();
  const { ctx, user } = session;
  if (!can(ctx.actor, "users.read", ACQUIRER)) redirect("/no-permission");
  const t = await getTranslations("users");
  const { now, timeZone } = await getAcquirerClock(ctx, ACQUIRER);
  const { waiting } = await listSettingsChanges(ctx, ["roles"]);
  const staff = await listPeople(ctx, ACQUIRER);
  const people = Object.fromEntries(staff.map(({ userId, name }) => [userId, name]));
  return (
    <PeoplePage
      {...{ session, merchantId: ACQUIRER, title: t("title") }}
      waiting={
        <WaitingChanges
          {...{ waiting, people, now, timeZone }}
          ownUserId={user.userId}
          actions={{ confirmChange, declineChange, withdrawChange }}
        />
      }
      manage={(person) => (
        <>
          {person.state !== "deactivated" && (
            <ChangeRoles {...{ person, timeZone }} actions={{ preview, change }} />
          )}
          <SetActive person={person} actions={{ deactivate, reactivate }} />
        </>
      )}
    >
      <RoleMatrix />
    </PeoplePage>
  );
}
