import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { deleteView, renameView, saveView, setLayout } from "@/app/tables/actions";
import { AuditTrail } from "@/components/audit/audit-trail";
import { PageHeader } from "@/components/ui/page-header";
import { requireAcquirer } from "@/lib/auth/session";
import { auditListQuery, readAuditListParams } from "@/lib/contracts/audit-list";
import type { SaidParams } from "@/lib/contracts/table-params";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { listAuditEvents } from "@/lib/use-cases/audit-events/list-audit-events";
import { getTableSetup } from "@/lib/use-cases/tables/get-table-setup";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage(props: { searchParams: Promise<SaidParams> }) {
  const { ctx } = await requireAcquirer();
  if (!can(ctx.actor, "audit_events.read", ACQUIRER)) redirect("/no-permission");
  const t = await getTranslations("audit");
  const params = readAuditListParams(await props.searchParams);
  const { filter, page } = auditListQuery(params);
  const [found, setup] = await Promise.all([
    listAuditEvents(ctx, filter, page),
    getTableSetup(ctx, "audit"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} />
      <AuditTrail
        params={params}
        start={page.start}
        page={found}
        setup={setup}
        actions={{ setLayout, saveView, renameView, deleteView }}
      />
    </>
  );
}
