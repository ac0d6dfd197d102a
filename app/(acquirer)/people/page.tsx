import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PeoplePage } from "@/app/(account)/people-page";
import { requireAcquirer } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";

export async function generateMetadata() {
  return { title: (await getTranslations("users"))("title") };
}

export default async function StaffPage() {
  const session = await requireAcquirer();
  if (!can(session.ctx.actor, "users.read", ACQUIRER)) redirect("/no-permission");
  const t = await getTranslations("users");
  return <PeoplePage session={session} merchantId={ACQUIRER} title={t("title")} />;
}
