import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TerminalList } from "@/components/terminals/terminal-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireMerchant } from "@/lib/auth/session";
import {
  readTerminalListParams,
  terminalListQuery,
  TERMINALS_PER_PAGE,
} from "@/lib/contracts/terminal-list";
import { listTerminalOverviews } from "@/lib/use-cases/terminals/list-terminal-overviews";

type TerminalsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("terminals");
  return { title: t("title") };
}

export default async function TerminalsPage({ searchParams }: TerminalsPageProps) {
  const { ctx, merchantId } = await requireMerchant();
  const t = await getTranslations("terminals");
  const params = readTerminalListParams(await searchParams);
  const query = terminalListQuery(params);
  const page = await listTerminalOverviews(ctx, merchantId, query);
  return (
    <>
      <PageHeader title={t("title")} />
      <TerminalList params={params} start={query.start} perPage={TERMINALS_PER_PAGE} page={page} />
    </>
  );
}
