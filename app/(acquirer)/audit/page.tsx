import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuditTrail } from "@/components/audit/audit-trail";
import { PageHeader } from "@/components/ui/page-header";
import { requireAcquirer } from "@/lib/auth/session";
import { hrefWith, paramOf, plainWidth } from "@/lib/contracts/search-params";
import { can } from "@/lib/domain/access/permissions";
import { isAuditAction } from "@/lib/domain/audit";
import { ACQUIRER } from "@/lib/domain/ids";
import { listAuditEvents } from "@/lib/use-cases/audit-events/list-audit-events";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PER_PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: Props) {
  const { ctx } = await requireAcquirer();
  if (!can(ctx.actor, "audit_events.read", ACQUIRER)) redirect("/no-permission");
  const said = await searchParams;
  const params = {
    merchant: plainWidth(paramOf(said.merchant)),
    actor: paramOf(said.actor),
    action: paramOf(said.action),
    subject: plainWidth(paramOf(said.subject)),
  };
  const after = paramOf(said.after) || null;
  const filter = {
    merchantId: params.merchant || null,
    actor: params.actor || null,
    action: isAuditAction(params.action) ? params.action : null,
    subjectId: params.subject || null,
    ...{ from: null, to: null },
  };
  const found = await listAuditEvents(ctx, filter, { limit: PER_PAGE, after });
  const t = await getTranslations("audit");
  return (
    <>
      <PageHeader title={t("title")} />
      <AuditTrail
        params={params}
        events={found.rows}
        timeZone={found.timeZone}
        nextHref={found.nextKey && hrefWith("/audit", { ...params, after: found.nextKey })}
        isFirst={after === null}
      />
    </>
  );
}
