import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportScreen } from "@/components/imports/import-screen";
import { BatchHistory } from "@/components/limit-batches/batch-history";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { requireAcquirer } from "@/lib/auth/session";
import { fileGuides } from "@/lib/contracts/imports/file-guides";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { listLimitBatches } from "@/lib/use-cases/limit-batches/list-limit-batches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage() {
  const { ctx } = await requireAcquirer();
  const t = await getTranslations("imports");
  const history = await listLimitBatches(ctx, "latest");
  return (
    <>
      <PageHeader title={t("title")} meta={<span>{t("intro")}</span>} />
      <div className="grid gap-4">
        {can(ctx.actor, "imports.apply", ACQUIRER) ? (
          <ImportScreen guides={fileGuides()} />
        ) : (
          <Notice tone="neutral">{t("readOnly")}</Notice>
        )}
        <BatchHistory {...history} />
      </div>
    </>
  );
}
