import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { deleteView, renameView, saveView, setLayout } from "@/app/tables/actions";
import { TerminalList } from "@/components/terminals/terminal-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireMerchant } from "@/lib/auth/session";
import type { SaidParams } from "@/lib/contracts/table-params";
import { readTerminalListParams, terminalListQuery } from "@/lib/contracts/terminal-list";
import { nameOrderOf } from "@/lib/i18n/locales";
import { getTableSetup } from "@/lib/use-cases/tables/get-table-setup";
import { listTerminalOverviews } from "@/lib/use-cases/terminals/list-terminal-overviews";

type TerminalsPageProps = { searchParams: Promise<SaidParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("terminals");
  return { title: t("title") };
}

export default async function TerminalsPage({ searchParams }: TerminalsPageProps) {
  const { ctx, merchantId } = await requireMerchant();
  const t = await getTranslations("terminals");
  const params = readTerminalListParams(await searchParams);
  const query = { ...terminalListQuery(params), nameOrder: nameOrderOf(await getLocale()) };
  const [page, setup] = await Promise.all([
    listTerminalOverviews(ctx, merchantId, query),
    getTableSetup(ctx, "terminals"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} />
      <TerminalList
        params={params}
        start={query.start}
        page={page}
        setup={setup}
        merchantId={merchantId}
        actions={{ setLayout, saveView, renameView, deleteView }}
      />
    </>
  );
}
