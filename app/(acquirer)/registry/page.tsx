import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { deleteView, renameView, saveView, setLayout } from "@/app/tables/actions";
import { RegistryList } from "@/components/registry/registry-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireAcquirer } from "@/lib/auth/session";
import { readRegistryListParams, registryListQuery } from "@/lib/contracts/registry-list";
import type { SaidParams } from "@/lib/contracts/table-params";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { listRegistry } from "@/lib/use-cases/registry/list-registry";
import { getTableSetup } from "@/lib/use-cases/tables/get-table-setup";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("registry"))("title") };
}

export default async function RegistryPage(props: { searchParams: Promise<SaidParams> }) {
  const { ctx } = await requireAcquirer();
  const t = await getTranslations("registry");
  const params = readRegistryListParams(await props.searchParams);
  const { filter, page } = registryListQuery(params);
  const [found, setup] = await Promise.all([
    listRegistry(ctx, filter, page),
    getTableSetup(ctx, "registry"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} />
      <RegistryList
        params={params}
        start={page.start}
        page={found}
        setup={setup}
        actions={{ setLayout, saveView, renameView, deleteView }}
        mayEdit={can(ctx.actor, "imports.apply", ACQUIRER)}
      />
    </>
  );
}
