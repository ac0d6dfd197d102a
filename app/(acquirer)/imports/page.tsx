import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportScreen } from "@/components/imports/import-screen";
import { PastImports } from "@/components/imports/past-imports";
import { BatchHistory } from "@/components/limit-batches/batch-history";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { requireAcquirer } from "@/lib/auth/session";
import { fileGuides } from "@/lib/contracts/imports/file-guides";
import {
  pageFrom,
  readPageParams,
  ROWS_PER_PAGE,
  type SaidParams,
} from "@/lib/contracts/table-params";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { listPastImports } from "@/lib/use-cases/imports/list-past-imports";
import { listLimitBatches } from "@/lib/use-cases/limit-batches/list-limit-batches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportsPage(props: { searchParams: Promise<SaidParams> }) {
  const { ctx } = await requireAcquirer();
  const t = await getTranslations("imports");
  const { start, ...page } = pageFrom(readPageParams(await props.searchParams));
  const [past, history] = await Promise.all([
    listPastImports(ctx, { ...page, limit: ROWS_PER_PAGE }),
    listLimitBatches(ctx, "latest"),
  ]);
  const mayImport = can(ctx.actor, "imports.apply", ACQUIRER);
  return (
    <>
      <PageHeader title={t("title")} meta={<span>{t("intro")}</span>} />
      <div className="grid gap-4">
        {mayImport ? (
          <ImportScreen guides={fileGuides()} />
        ) : (
          <Notice tone="neutral">{t("readOnly")}</Notice>
        )}
        <PastImports page={past} start={start} mayImport={mayImport} />
        <BatchHistory {...history} />
      </div>
    </>
  );
}
