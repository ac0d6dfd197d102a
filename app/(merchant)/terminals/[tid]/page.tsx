import type { Metadata } from "next";
import { found } from "@/app/found";
import * as actions from "@/app/(merchant)/terminals/actions";
import { LiveRefresh } from "@/components/shell/live-refresh";
import { TerminalDetailView } from "@/components/terminals/terminal-detail-view";
import { requireMerchant } from "@/lib/auth/session";
import { can } from "@/lib/domain/access/permissions";
import { forMerchant } from "@/lib/http/action";
import { getTerminalDetail } from "@/lib/use-cases/terminals/get-terminal-detail";

type TerminalPageProps = { params: Promise<{ tid: string }> };

export async function generateMetadata({ params }: TerminalPageProps): Promise<Metadata> {
  return { title: (await params).tid };
}

export default async function TerminalPage({ params }: TerminalPageProps) {
  const { ctx, merchantId } = await requireMerchant();
  const { tid } = await params;
  const detail = await found(getTerminalDetail(ctx, merchantId, tid));
  const mayRequest = can(ctx.actor, "limit_requests.submit", merchantId);
  const mayRelease = can(ctx.actor, "reservations.release", merchantId);
  return (
    <>
      <LiveRefresh />
      <TerminalDetailView
        {...detail}
        merchantId={merchantId}
        mayRequest={mayRequest}
        release={mayRelease ? forMerchant(merchantId, actions).release : null}
      />
    </>
  );
}
