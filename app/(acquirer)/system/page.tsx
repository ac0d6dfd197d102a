import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { SystemView } from "@/components/system/system-view";
import { PageHeader } from "@/components/ui/page-header";
import { requireAcquirer } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { getSystem } from "@/lib/use-cases/installation/get-system";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("system"))("title") };
}

export default async function SystemPage() {
  const { ctx } = await requireAcquirer();
  if (!can(ctx.actor, "system.read", ACQUIRER)) redirect("/no-permission");
  const t = await getTranslations("system");
  const system = await getSystem(ctx);
  return (
    <>
      <LiveRefresh />
      <PageHeader title={t("title")} meta={t("lead")} />
      <SystemView {...system} />
    </>
  );
}
