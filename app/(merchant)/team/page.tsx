import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PeoplePage } from "@/app/(account)/people-page";
import { requireMerchant } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";

export async function generateMetadata() {
  return { title: (await getTranslations("users"))("team") };
}

export default async function TeamPage() {
  const session = await requireMerchant();
  const { ctx, merchantId } = session;
  if (!can(ctx.actor, "users.read", merchantId)) redirect("/no-permission");
  const t = await getTranslations("users");
  return <PeoplePage session={session} merchantId={merchantId} title={t("team")} />;
}
