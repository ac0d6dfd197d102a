import type { Metadata } from "next";
import { found } from "@/app/found";
import { setStatus } from "@/app/(acquirer)/merchants/[merchantId]/terminals/[tid]/actions";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { TerminalForStaff } from "@/components/terminals/terminal-for-staff";
import { requireAcquirer } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { ACQUIRER } from "@/lib/domain/ids";
import { getMerchant } from "@/lib/use-cases/merchants/get-merchant";
import { getTerminal } from "@/lib/use-cases/terminals/get-terminal";
import { getTerminalDetail } from "@/lib/use-cases/terminals/get-terminal-detail";

type TerminalPageProps = { params: Promise<{ merchantId: string; tid: string }> };

export async function generateMetadata({ params }: TerminalPageProps): Promise<Metadata> {
  return { title: (await params).tid };
}

export default async function TerminalPage({ params }: TerminalPageProps) {
  const { ctx } = await requireAcquirer();
  const { merchantId, tid } = await params;
  const [detail, { terminal }, { merchant }] = await found(
    Promise.all([
      getTerminalDetail(ctx, merchantId, tid),
      getTerminal(ctx, merchantId, tid),
      getMerchant(ctx, merchantId),
    ]),
  );
  return (
    <>
      <LiveRefresh />
      <TerminalForStaff
        {...detail}
        terminal={terminal}
        merchantName={merchant.tradingName}
        setStatus={can(ctx.actor, "terminals.set_status", merchantId) ? setStatus : null}
        mayReadAudit={can(ctx.actor, "audit_events.read", ACQUIRER)}
      />
    </>
  );
}
