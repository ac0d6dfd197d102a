import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BulkEditScreen } from "@/components/bulk-edits/bulk-edit-screen";
import { PageHeader } from "@/components/ui/page-header";
import { requireAcquirer } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bulkEdits"))("title") };
}

export default async function BulkEditsPage() {
  const { ctx } = await requireAcquirer();
  if (!can(ctx.actor, "imports.apply", ACQUIRER)) redirect("/no-permission");
  const t = await getTranslations("bulkEdits");
  return (
    <>
      <PageHeader title={t("title")} meta={<span>{t("intro")}</span>} />
      <BulkEditScreen />
    </>
  );
}
